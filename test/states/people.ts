import type { BrowserContext, BrowserContextOptions, Page } from 'playwright';
import { isReady, until } from '../bench/browser-page';
import { bringRatings, goToScreen, openApp } from '../bench/browser-person';
import { amongTwoAnswers } from '../fixtures/two-answers';
import type { Who } from './state';

/** Ratings of the person who has many. */
const MANY = 300;
const SEED = 7;

/** The answers of the person who has given few. */
const FEW = ['Like', 'Dislike', 'So-so', 'Haven’t seen', 'Like'];

/** Judges films as they come up. */
async function judge(page: Page, answers: readonly string[]): Promise<void> {
  const film = page.getByRole('region', { name: 'The film to judge' });
  for (const answer of answers) {
    await until('presses to be taken', () =>
      page.evaluate(() => document.querySelector('[data-settling]') === null),
    );
    const title = await film.getByRole('heading').textContent();
    await film.getByRole('button', { name: answer, exact: true }).click();
    await until('the next film', async () => (await film.getByRole('heading').textContent()) !== title);
  }
  await page.evaluate(() => window.weightless.settled());
}

/** Makes two moods, and files a like under the first. */
async function addMoods(page: Page): Promise<void> {
  await judge(page, FEW);
  await page.evaluate(async () => {
    const { moods, model } = window.weightless;
    await moods.getState().create('with the kids');
    await moods.getState().create('late at night');
    moods.getState().fileUnder(moods.getState().list[0].id);
    const [best] = model.getState().recommendations;
    model.getState().rate(best.item, 'like', { place: 'for-you', predictionVisible: true });
    await window.weightless.settled();
  });
}

/** Dislikes films when there was no So-so to choose. */
async function dislikeAmongTwo(page: Page): Promise<void> {
  await judge(page, Array(6).fill('Dislike'));
  await page.evaluate(amongTwoAnswers, 'weightless');
  await page.reload();
  await until('the app', () => isReady(page));
}

/** What each of them did before. */
const PAST: Record<Who, (page: Page) => Promise<void>> = {
  new: async () => {},
  few: (page) => judge(page, FEW),
  many: (page) => bringRatings(page, MANY, SEED),
  moods: addMoods,
  'before so-so': dislikeAmongTwo,
  'kept nowhere': async () => {},
};

/** The same first person in every browser, and with it the same films to judge in the same order. */
function sameFilms(): void {
  const random = crypto.randomUUID.bind(crypto);
  crypto.randomUUID = () => {
    if (sessionStorage.getItem('first-person')) return random();
    sessionStorage.setItem('first-person', 'here');
    return '00000000-0000-4000-8000-000000000001';
  };
}

function refuseStorage(): void {
  IDBFactory.prototype.open = () => {
    throw new DOMException('The user denied permission to access the database.', 'SecurityError');
  };
}

/** What a browser is opened with for `openAs`. */
export const AS_SEEN = {
  viewport: { width: 1440, height: 900 },
  reducedMotion: 'reduce',
  colorScheme: 'light',
  // What a state makes fail must not come from a cache.
  serviceWorkers: 'block',
} as const satisfies BrowserContextOptions;

/**
 * Opens the app in a browser of its own, after what somebody did before.
 * @param context opened with `AS_SEEN`
 * @param url the app's address, with a slash at the end
 */
export async function openAs(who: Who, context: BrowserContext, url: string): Promise<Page> {
  // tsx compiles functions to name themselves by a helper, which the page has to have too.
  await context.addInitScript('globalThis.__name = (named) => named');
  await context.addInitScript(sameFilms);
  if (who === 'kept nowhere') await context.addInitScript(refuseStorage);
  const page = context.pages()[0] ?? (await context.newPage());
  await openApp(page, url);
  await PAST[who](page);
  await goToScreen(page, 'rate', 'Rate films');
  await until('the app', () => isReady(page));
  return page;
}
