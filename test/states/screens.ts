import type { Page } from 'playwright';
import type { State } from './state';

const film = (page: Page) => page.getByRole('region', { name: 'The film to judge' });
const answers = (page: Page) =>
  ['Like', 'Dislike', 'So-so', 'Haven’t seen'].map((name) =>
    film(page).getByRole('button', { name, exact: true }),
  );
const firstRow = (page: Page) => [
  page.getByRole('list', { name: 'Films for you, best first' }).getByRole('listitem').first(),
];
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click();

const RATE = { at: 'rate', heading: 'Rate films', main: answers };
const LIST = { at: 'for-you', heading: /^(For you|Most people’s favourites)$/ };

const rate: State[] = [
  { name: 'rate, somebody new', who: 'new', ...RATE },
  { name: 'rate, five clicks', who: 'few', ...RATE },
  { name: 'rate, many ratings', who: 'many', ...RATE },
  { name: 'rate, moods', who: 'moods', ...RATE },
  { name: 'rate, kept nowhere', who: 'kept nowhere', ...RATE },
  {
    name: 'rate, every film judged',
    who: 'few',
    at: 'rate',
    heading: 'Rate films',
    act: async (page) => {
      await page.evaluate(() => window.weightless.rate.setState({ current: null, upcoming: [] }));
      await page.getByRole('heading', { name: 'You have judged every film' }).waitFor();
    },
  },
  {
    name: 'rate, a long title',
    who: 'few',
    ...RATE,
    act: async (page) => {
      await page.evaluate(() => {
        const { rate, session } = window.weightless;
        const { status } = session.getState();
        if (status.phase !== 'ready') return;
        const { title } = status.library.catalogue;
        rate.getState().show(title.indexOf(title.reduce((a, b) => (b.length > a.length ? b : a))));
      });
    },
  },
];

const forYou: State[] = [
  { name: 'for you, somebody new', who: 'new', ...LIST, main: firstRow },
  { name: 'for you, five clicks', who: 'few', ...LIST, main: firstRow },
  { name: 'for you, many ratings', who: 'many', ...LIST, main: firstRow },
  { name: 'for you, moods', who: 'moods', ...LIST },
  {
    name: 'for you, why',
    who: 'few',
    ...LIST,
    act: async (page) => {
      await press(page, /^Why /);
      await page.getByRole('region', { name: /^Why / }).first().waitFor();
    },
  },
  {
    name: 'for you, without a click',
    who: 'few',
    ...LIST,
    act: async (page) => {
      await press(page, /^Why /);
      await press(page, /^What if I had not/);
      await page.getByRole('button', { name: 'Remove it' }).waitFor();
    },
  },
  {
    name: 'for you, tune',
    who: 'few',
    ...LIST,
    act: async (page) => {
      await press(page, /^Tune/);
      await page.getByRole('heading', { name: 'What fits tonight' }).waitFor();
    },
  },
  {
    name: 'for you, no film fits',
    who: 'few',
    ...LIST,
    act: async (page) => {
      await press(page, /^Tune/);
      const tonight = page.getByRole('region', { name: 'What fits tonight' });
      await tonight.getByLabel('In', { exact: true }).selectOption('Danish');
      await tonight.getByLabel('At most').selectOption('80 minutes');
      await page.getByRole('heading', { name: /^No film fits/ }).waitFor();
    },
    undo: async (page) => {
      await press(page, /^Reset all/);
      // What comes next loads the page anew, and a list that is still tuned would be empty there.
      await page.evaluate(() => window.weightless.settled());
    },
  },
];

const others: State[] = [
  { name: 'my ratings, nothing yet', who: 'new', at: 'my-ratings', heading: 'My ratings' },
  { name: 'my ratings, five clicks', who: 'few', at: 'my-ratings', heading: 'My ratings' },
  { name: 'my ratings, many', who: 'many', at: 'my-ratings', heading: 'My ratings' },
  { name: 'my ratings, old dislikes', who: 'before so-so', at: 'my-ratings', heading: 'My ratings' },
  {
    name: 'my ratings, going through old dislikes',
    who: 'before so-so',
    at: 'my-ratings',
    heading: 'My ratings',
    act: async (page) => {
      await press(page, 'Go through them');
      await page
        .getByRole('button', { name: /as a dislike$/ })
        .first()
        .waitFor();
    },
  },
  { name: 'history, nothing yet', who: 'new', at: 'my-ratings/history', heading: 'History' },
  { name: 'history', who: 'few', at: 'my-ratings/history', heading: 'History' },
  { name: 'my model, still empty', who: 'new', at: 'my-model', heading: 'My model' },
  { name: 'my model, five clicks', who: 'few', at: 'my-model', heading: 'My model' },
  { name: 'my model, many ratings', who: 'many', at: 'my-model', heading: 'My model' },
  {
    name: 'my model, opened up',
    who: 'few',
    at: 'my-model',
    heading: 'My model',
    act: async (page) => {
      await page.getByText('How this is read out of the memory').click();
      await press(page, 'The same as a table');
      await page.getByRole('rowheader', { name: 'starting point' }).waitFor();
    },
  },
  { name: 'about', who: 'new', at: 'about', heading: 'About Weightless' },
  { name: 'your data', who: 'few', at: 'your-data', heading: 'Your data' },
  { name: 'no such page', who: 'new', at: 'nowhere', heading: 'No such page' },
];

/** The screens of the navigation and around it. */
export const SCREENS: readonly State[] = [...rate, ...forYou, ...others];
