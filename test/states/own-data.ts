import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright';
import type { State } from './state';

const DATA = { who: 'few', at: 'your-data', heading: 'Your data' } as const;
const RATINGS = { who: 'few', at: 'my-ratings', heading: 'My ratings' } as const;

const dialog = (page: Page) => page.getByRole('dialog');

/** Saves a backup and brings it back: what is in it is shown first. */
async function restore(page: Page): Promise<void> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: /^Save a backup/ }).click(),
  ]);
  const buffer = await readFile(await download.path());
  const field = page.getByRole('region', { name: 'A backup file' }).locator('input[type=file]');
  await field.setInputFiles({ name: 'backup.json', mimeType: 'application/json', buffer });
  await dialog(page).getByRole('radio').first().waitFor();
}

/** Adds a film by hand. */
async function addFilm(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const own = await window.weightless.ownFilms();
    await own.add({ title: 'Zhqx Rising', year: 2031, genres: ['Comedy'], tmdbId: 0, imdbId: 0 });
  });
  await page.getByRole('heading', { name: 'Films you added' }).waitFor();
}

const takeFilmsAway = (page: Page) =>
  page.evaluate(async () => {
    const { session, ownFilms } = window.weightless;
    const { status } = session.getState();
    const own = status.phase === 'ready' ? status.library.own : null;
    for (const { movieId } of own?.films ?? []) await (await ownFilms()).remove(movieId);
  });

/** Adds a film by hand and presses a button of its row, which brings a dialog. */
const asksOfFilm = (name: RegExp) => async (page: Page) => {
  await addFilm(page);
  await page.getByRole('button', { name }).click();
  await dialog(page).waitFor();
};

/** Dialogs about what is kept of a person. */
export const OWN_DATA: readonly State[] = [
  { name: 'restore, what is in the file', ...DATA, act: restore },
  {
    name: 'restore, replace',
    ...DATA,
    act: async (page) => {
      await restore(page);
      await dialog(page).getByRole('radio', { name: 'Replace what is here' }).check();
      await dialog(page).getByRole('button', { name: 'Restore…' }).click();
      await dialog(page).getByRole('button', { name: 'Back' }).waitFor();
    },
  },
  {
    name: 'your data, text to copy',
    ...DATA,
    act: async (page) => {
      // As where another page shows the app: whether files are saved is not known then. Asked when the screen is drawn.
      await page.evaluate(() => {
        Object.defineProperty(window, 'parent', { value: {} });
        window.location.hash = '#/about';
      });
      await page.getByRole('heading', { level: 1, name: 'About Weightless' }).waitFor();
      await page.evaluate(() => {
        window.location.hash = '#/your-data';
      });
      await page.getByRole('button', { name: 'For you, as text' }).click();
      await dialog(page).getByRole('textbox').waitFor();
    },
  },
  {
    name: 'share, text to copy',
    who: 'few',
    at: 'for-you',
    heading: 'For you',
    act: async (page) => {
      await page.evaluate(() => {
        navigator.clipboard.writeText = () => Promise.reject(new DOMException('', 'NotAllowedError'));
      });
      await page.getByRole('button', { name: 'Share', exact: true }).click();
      await page.getByRole('menuitem', { name: 'Copy as text' }).click();
      await dialog(page).getByRole('textbox').waitFor();
    },
  },
  {
    name: 'my ratings, erase a film',
    ...RATINGS,
    act: async (page) => {
      await page
        .getByRole('button', { name: /^More about / })
        .first()
        .click();
      await dialog(page).getByRole('button', { name: 'Erase for good…' }).click();
      await dialog(page).getByRole('button', { name: 'Erase for good', exact: true }).waitFor();
    },
  },
  {
    name: 'my ratings, unreadable entries',
    ...RATINGS,
    act: async (page) => {
      await page.evaluate(() => window.weightless.model.setState({ unreadable: 2 }));
      await page.getByRole('button', { name: 'Save everything' }).waitFor();
    },
  },
  { name: 'an added film, correct', ...RATINGS, act: asksOfFilm(/^Correct /), undo: takeFilmsAway },
  { name: 'an added film, take away', ...RATINGS, act: asksOfFilm(/^Take Zhqx/), undo: takeFilmsAway },
];
