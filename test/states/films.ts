import type { Page } from 'playwright';
import type { State } from './state';

const ALIEN = { at: 'film/1214', heading: 'Alien' } as const;

/** Says that the first films of the catalogue are to be seen, or no longer. */
const want = (page: Page, wants: boolean) =>
  page.evaluate(async (wanted) => {
    const { model, settled } = window.weightless;
    const { want } = model.getState();
    for (const item of [10, 20, 30]) want(item, wanted, { place: 'film', predictionVisible: false });
    await settled();
  }, wants);

const palette = async (page: Page, typed: string) => {
  await page.keyboard.press('Control+k');
  const field = page.getByRole('combobox', { name: 'Film, screen or action' });
  await field.fill(typed);
  if (typed) await page.getByRole('group', { name: 'Films' }).waitFor();
};

/** A film's page, what one wants to see, and the ways to pass a list on or to find anything. */
export const FILMS: readonly State[] = [
  { name: 'film, somebody new', who: 'new', ...ALIEN },
  {
    name: 'film, five clicks',
    who: 'few',
    ...ALIEN,
    act: async (page) => {
      await page.getByRole('region', { name: 'More like this' }).waitFor();
    },
  },
  {
    name: 'film, why',
    who: 'many',
    ...ALIEN,
    act: async (page) => {
      await page.getByRole('button', { name: 'Why?', exact: true }).click();
      await page.getByText('Starting point').waitFor();
    },
  },
  { name: 'film, not here', who: 'new', at: 'film/99999999', heading: /./ },
  { name: 'want to see, nothing yet', who: 'new', at: 'want-to-see', heading: 'Want to see' },
  {
    name: 'want to see',
    who: 'few',
    at: 'want-to-see',
    heading: 'Want to see',
    act: async (page) => {
      await want(page, true);
      await page.getByRole('list', { name: 'Films you want to see' }).waitFor();
    },
    undo: (page) => want(page, false),
  },
  {
    name: 'share',
    who: 'few',
    at: 'for-you',
    heading: 'For you',
    act: async (page) => {
      await page.getByRole('button', { name: 'Share', exact: true }).click();
      await page.getByRole('menuitem', { name: 'Print' }).waitFor();
    },
  },
  { name: 'palette', who: 'few', at: 'about', heading: 'About Weightless', act: (page) => palette(page, '') },
  {
    name: 'palette, films',
    who: 'few',
    at: 'about',
    heading: 'About Weightless',
    act: (page) => palette(page, 'star'),
  },
];
