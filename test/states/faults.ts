import type { Page } from 'playwright';
import type { State } from './state';

const ABOUT = { at: 'about', heading: 'About Weightless' } as const;
const MODEL = '**/assets/MyModelScreen-*.js';
const FILMS = '**/data/films.bin*';
const SCRIPT = '**/assets/first-*.js';

/** Lets no file of a kind come any more. */
const lose = (page: Page, files: string) => page.route(files, (route) => route.fulfill({ status: 404 }));
const find = (page: Page, files: string) => page.unroute(files);

declare global {
  interface Window {
    /** What the browser writes rows with, while it is kept from it. */
    wholeAdd?: typeof IDBObjectStore.prototype.add;
  }
}

/** The first film of the list is liked, and cannot be written: the disk is full. */
async function likeOnFullDisk(page: Page): Promise<void> {
  await page.evaluate(() => {
    window.wholeAdd = IDBObjectStore.prototype.add;
    IDBObjectStore.prototype.add = () => {
      throw new DOMException('The disk is full.', 'QuotaExceededError');
    };
    const { recommendations, rate } = window.weightless.model.getState();
    rate(recommendations[0].item, 'like', { place: 'for-you', predictionVisible: true });
  });
  await page.getByRole('alert').waitFor();
}

/** The disk has room again; what waited is written, and taken back. */
async function emptyDisk(page: Page): Promise<void> {
  await page.evaluate(() => {
    if (window.wholeAdd) IDBObjectStore.prototype.add = window.wholeAdd;
  });
  await page.getByRole('alert').getByRole('button', { name: 'Retry', exact: true }).click();
  await page.getByRole('alert').waitFor({ state: 'detached' });
  await page.evaluate(() => {
    window.weightless.model.getState().undo({ place: 'for-you', predictionVisible: true });
    return window.weightless.settled().then(() => null);
  });
}

/** What stands there when something went wrong, or has come anew. */
export const FAULTS: readonly State[] = [
  {
    name: 'a screen that does not open',
    who: 'new',
    ...ABOUT,
    act: async (page) => {
      await lose(page, MODEL);
      await page.evaluate(() => {
        window.location.hash = '#/my-model';
      });
      await page.getByRole('alert').getByText('This screen does not open').waitFor();
    },
    undo: (page) => find(page, MODEL),
  },
  {
    name: 'cannot start',
    who: 'new',
    ...ABOUT,
    act: async (page) => {
      await lose(page, FILMS);
      await page.reload();
      await page.getByRole('heading', { level: 1, name: 'Weightless cannot start' }).waitFor();
    },
    undo: (page) => find(page, FILMS),
  },
  {
    name: 'not started',
    who: 'new',
    ...ABOUT,
    act: async (page) => {
      await lose(page, SCRIPT);
      await page.reload();
      await page.getByText('Weightless has not started').waitFor();
    },
    undo: (page) => find(page, SCRIPT),
  },
  {
    name: 'not saved',
    who: 'few',
    at: 'for-you',
    heading: 'For you',
    act: likeOnFullDisk,
    undo: emptyDisk,
  },
  {
    name: 'a new version',
    who: 'few',
    ...ABOUT,
    act: async (page) => {
      await page.evaluate(() => window.weightless.updates.setState({ phase: 'waiting' }));
      await page.getByText('A new version is ready').waitFor();
    },
  },
];
