import type { Page } from 'playwright';
import { smallFolder } from '../worker/learn-in-process';
import type { State } from './state';

const AT = { who: 'few', at: 'your-data/import', heading: 'Bring your ratings' } as const;

/** @param files their texts by their names */
const upload = async (page: Page, files: Record<string, string>) => {
  const field = page.locator('input[aria-label="Files of an export"]');
  await field.waitFor({ state: 'attached' });
  await field.setInputFiles(
    Object.entries(files).map(([name, text]) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) })),
  );
};
const step = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 2, name }).waitFor();

/** Three films as a person wrote them down: one known, one doubtful, one that is nowhere. */
const TABLE = { 'mine.csv': 'Film,Year,Score\nHeat,1995,9\nHamlet,,2\nNo Such Film,1999,7\n' };

async function review(page: Page): Promise<void> {
  await upload(page, TABLE);
  await step(page, 'Which column is which?');
  await page.getByRole('button', { name: 'Read the file' }).click();
  await step(page, 'What was found');
}

/** Steps of bringing in what was rated elsewhere. */
export const BRINGING: readonly State[] = [
  {
    name: 'import, choosing',
    ...AT,
    main: (page) => [page.getByRole('button', { name: 'Choose files' })],
  },
  {
    name: 'import, columns',
    ...AT,
    act: async (page) => {
      await upload(page, TABLE);
      await step(page, 'Which column is which?');
    },
  },
  {
    name: 'import, review',
    ...AT,
    act: async (page) => {
      await review(page);
      for (const name of [/^Found: /, /^Not here: /]) await page.getByRole('button', { name }).click();
    },
  },
  {
    name: 'import, a film found by hand',
    ...AT,
    act: async (page) => {
      await review(page);
      await page
        .getByRole('button', { name: /^Find .* by hand$/ })
        .first()
        .click();
      await page.getByRole('searchbox').fill('Heat');
      await page.getByRole('option').first().waitFor();
    },
  },
  {
    name: 'import, done',
    ...AT,
    act: async (page) => {
      await review(page);
      await page.getByRole('button', { name: /^Add \d/ }).click();
      await step(page, /^Added/);
    },
    undo: async (page) => {
      await page.getByRole('button', { name: 'Undo' }).first().click();
      await step(page, 'What was found');
    },
  },
  {
    name: 'import, taken back',
    ...AT,
    act: async (page) => {
      await review(page);
      await page.getByRole('button', { name: /^Add \d/ }).click();
      await step(page, /^Added/);
      await page.getByRole('button', { name: 'Undo' }).first().click();
      await page.getByText('Taken back', { exact: true }).waitFor();
    },
  },
  {
    name: 'import, whose ratings',
    ...AT,
    act: async (page) => {
      await upload(page, smallFolder(4));
      await step(page, 'Whose ratings?');
    },
  },
  {
    name: 'import, refused',
    ...AT,
    act: async (page) => {
      await upload(page, { 'mine.csv': '<!doctype html><title>Sign in</title>' });
      await page.getByRole('alert').waitFor();
    },
  },
];
