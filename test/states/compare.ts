import type { Page } from 'playwright';
import type { State } from './state';

/** Systems that are measured in seconds. */
const SHORT =
  'compare?protocol=paper&users=60&ratings=30&readout=window&seed=5&models=constant,user-constant,popularity,bias,wnn,user-knn';

const run = (page: Page) => [page.getByRole('button', { name: 'Run', exact: true })];
const AT = { heading: 'Compare' } as const;

/** The researcher's screen. */
export const COMPARE: readonly State[] = [
  { name: 'compare, before a run', who: 'new', at: 'compare', ...AT, main: run },
  {
    name: 'compare, a run that is refused',
    who: 'new',
    at: SHORT.replace('users=60', 'users=5000'),
    ...AT,
    act: async (page) => {
      await run(page)[0].click();
      await page.getByText('This cannot be run').waitFor();
    },
    main: run,
  },
  {
    name: 'compare, data that are refused',
    who: 'new',
    at: 'compare',
    ...AT,
    act: async (page) => {
      await page
        .getByLabel('MovieLens zip file')
        .setInputFiles({ name: 'mine.zip', mimeType: 'application/zip', buffer: Buffer.from('not a zip') });
      await page.getByText('These data were refused').waitFor();
    },
    main: run,
  },
  {
    name: 'compare, after a short run',
    who: 'many',
    at: SHORT,
    ...AT,
    act: async (page) => {
      await run(page)[0].click();
      await page.getByText(/· took \d/).waitFor({ timeout: 90_000 });
      await page.getByRole('region', { name: 'Time per learned rating' }).locator('svg').first().waitFor();
    },
    main: run,
  },
  {
    name: 'compare, your own duel',
    who: 'few',
    at: 'compare',
    ...AT,
    act: async (page) => {
      await page.getByRole('tab', { name: 'Your own duel' }).click();
      await page.getByRole('tabpanel', { name: 'Your own duel' }).waitFor();
    },
  },
];
