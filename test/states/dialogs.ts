import type { Page } from 'playwright';
import type { State } from './state';

const RATE = { at: 'rate', heading: 'Rate films' } as const;
const RATINGS = { who: 'few', at: 'my-ratings', heading: 'My ratings' } as const;
const DATA = { who: 'few', at: 'your-data', heading: 'Your data' } as const;

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click();
const dialog = (page: Page) => page.getByRole('dialog').first().waitFor();

/** Presses a button, which brings a dialog. */
const asks = (name: string | RegExp) => async (page: Page) => {
  await press(page, name);
  await dialog(page);
};

const menu = async (page: Page) => {
  await press(page, /^Profile: /);
  await page.getByRole('menuitem', { name: /^Add a person/ }).waitFor();
};
const fromMenu = (name: RegExp) => async (page: Page) => {
  await menu(page);
  await page.getByRole('menuitem', { name }).click();
  await dialog(page);
};
const search = (text: string, finds: RegExp) => async (page: Page) => {
  await page.getByRole('searchbox').fill(text);
  await page.getByRole('option', { name: finds }).first().waitFor();
};

/** What opens over a screen. */
export const DIALOGS: readonly State[] = [
  { name: 'search, found', who: 'few', ...RATE, act: search('star wars', /Star Wars/) },
  { name: 'search, nothing found', who: 'few', ...RATE, act: search('zhqx zhqx', /./) },
  {
    name: 'search, a film to add',
    who: 'few',
    ...RATE,
    act: async (page) => {
      await search('zhqx zhqx', /./)(page);
      await page.getByRole('option').last().click();
      await dialog(page);
    },
  },
  { name: 'saved', who: 'few', ...RATE, act: asks(/^Saved$/) },
  { name: 'kept nowhere', who: 'kept nowhere', ...RATE, act: asks(/^Not kept$/) },
  { name: 'people, menu', who: 'few', ...RATE, act: menu },
  { name: 'people, add', who: 'few', ...RATE, act: fromMenu(/^Add a person/) },
  { name: 'people, rename', who: 'few', ...RATE, act: fromMenu(/^(Rename|Say your name)/) },
  { name: 'people, delete', who: 'few', ...RATE, act: fromMenu(/^Delete/) },
  { name: 'moods', who: 'moods', at: 'for-you', heading: 'For you', act: asks('Edit moods') },
  {
    name: 'moods, remove',
    who: 'moods',
    at: 'for-you',
    heading: 'For you',
    act: async (page) => {
      await asks('Edit moods')(page);
      await press(page, 'Remove the mood with the kids');
      await page.getByRole('button', { name: 'Keep them' }).waitFor();
    },
  },
  { name: 'my ratings, a film', ...RATINGS, act: asks(/^More about /) },
  { name: 'my ratings, forget', ...RATINGS, act: asks('Forget…') },
  {
    name: 'my ratings, forget and check',
    ...RATINGS,
    act: async (page) => {
      await asks('Forget…')(page);
      await page.getByRole('button', { name: /^Check that/ }).click();
      await page.getByText('Identical.').waitFor();
    },
  },
  {
    name: 'my ratings, erase for good',
    ...RATINGS,
    act: async (page) => {
      await asks('Forget…')(page);
      await press(page, 'Erase for good…');
      await page.getByRole('button', { name: 'Erase for good', exact: true }).waitFor();
    },
  },
  { name: 'your data, erase everything', ...DATA, act: asks('Erase everything…') },
];
