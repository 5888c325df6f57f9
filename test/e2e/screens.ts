import { mkdirSync } from 'node:fs';
import type { BrowserContext, Page } from 'playwright';
import { expect } from 'vitest';
import type { App } from '../../src/state/app/app';
import { rowsBeside } from '../../src/ui/rate/use-rows-beside';
import { amongTwoAnswers } from '../fixtures/two-answers';

declare global {
  interface Window {
    /** The app's stores (src/main.tsx). */
    weightless: App;
  }
}

/** Films after the one being judged that are kept out of the list beside it (RateScreen). */
const KNOWN_NEXT = 2;

/** How many films the strip shows, and how many the whole list. */
export const SHOWN = { strip: 8, whole: 50 } as const;

/** A list of films: the one beside the film to judge, the strip above it, or the whole list. */
type ListName = 'beside' | keyof typeof SHOWN;

/** How many films a list shows; the one beside the film to judge has as many as the window has room for. */
export const lengthOf = async (page: Page, list: ListName): Promise<number> =>
  list === 'beside' ? rowsBeside(await page.evaluate(() => window.innerHeight)) : SHOWN[list];

/**
 * Gives a browser's first person always the same id, and with it the same films to judge in the same order. Call it
 * before the app is opened; it holds until the browser is closed, and the person stays the same after.
 */
export async function sameFilmsEveryTime(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const random = crypto.randomUUID.bind(crypto);
    crypto.randomUUID = () => {
      if (localStorage.getItem('first-person')) return random();
      localStorage.setItem('first-person', 'here');
      return '00000000-0000-4000-8000-000000000001';
    };
  });
}

/** Expects what will be so before long; how long a busy machine needs says nothing about the app. */
export const soon = <T>(read: () => T | Promise<T>) => expect.poll(read, { timeout: 30_000 });

/** Waits until films are on screen. */
export async function ready(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const { session, model } = window.weightless;
    return session.getState().status.phase === 'ready' && model.getState().phase === 'ready';
  });
  await page.getByRole('heading', { level: 1 }).waitFor();
  await inView(page);
}

/** Lets somebody new rate on the same page, who has said nothing yet; much quicker than another browser. */
export async function newPerson(page: Page): Promise<void> {
  await page.evaluate(() => {
    window.location.hash = '#/rate';
    return window.weightless.profiles.getState().create(crypto.randomUUID());
  });
  await ready(page);
  await page.getByRole('heading', { name: 'Rate films' }).waitFor();
}

/** Waits until everything done so far is in the log, or has failed to get there. */
export const settle = (page: Page) => page.evaluate(() => window.weightless.settled());

/** Goes to a screen by its link in the navigation. */
export async function goTo(
  page: Page,
  screen: 'Rate' | 'For you' | 'My ratings' | 'My model',
): Promise<void> {
  await page
    .getByRole('navigation', { name: 'Screens' })
    .getByRole('link', { name: screen, exact: true })
    .click();
  await page.getByRole('heading', { level: 1 }).waitFor();
}

export const filmToJudge = (page: Page) => page.getByRole('region', { name: 'The film to judge' });

/** Title of the film that is up to be judged. */
export const titleShown = (page: Page) => filmToJudge(page).getByRole('heading').textContent();

/** Waits until presses are meant for what is on screen: a film that has only just come up is not judged. */
export const inView = (page: Page) =>
  page.waitForFunction(() => document.querySelector('[data-settling]') === null);

/** Judges the film that is up and waits for the next one. @returns the title of the film judged */
export async function judge(
  page: Page,
  answer: 'Like' | 'So-so' | 'Dislike' | 'Haven’t seen',
): Promise<string> {
  await inView(page);
  const title = (await titleShown(page)) ?? '';
  await filmToJudge(page).getByRole('button', { name: answer, exact: true }).click();
  await soon(() => titleShown(page)).not.toBe(title);
  return title;
}

/** Puts a film up by typing its title and pressing Enter. */
export async function findFilm(page: Page, typed: string, title: string): Promise<void> {
  const box = page.getByRole('searchbox', { name: 'Find a film by title' });
  await box.fill(typed);
  await page.getByRole('option', { name: title }).first().waitFor();
  await box.press('Enter');
  await soon(() => titleShown(page)).toBe(title);
  await page.getByRole('listbox').waitFor({ state: 'hidden' });
  await inView(page);
}

/** The list of films, each with its reasons and answers. */
export const filmList = (page: Page) => page.getByRole('list', { name: 'Films for you, best first' });

/** The top of that list as a strip of tiles, on a phone. */
export const filmStrip = (page: Page) =>
  page.getByRole('list', { name: /^(For you, now|Most people’s favourites)$/ });

/** What the list on screen says, best first; rows that are still leaving it do not count. */
async function shownTitles(page: Page, list: ListName): Promise<string[]> {
  if (list !== 'strip') return filmList(page).getByRole('heading', { level: 3 }).allInnerTexts();
  const rows = filmStrip(page).getByRole('listitem');
  return rows.evaluateAll((tiles) => tiles.map((tile) => tile.getAttribute('aria-label') ?? ''));
}

/**
 * What the list on screen should say: the model's, without the films judged now and next where all are shown together;
 * null while it is not decided yet which these are, a moment after a click.
 */
async function expectedTitles(page: Page, list: ListName): Promise<string[] | null> {
  const length = await lengthOf(page, list);
  return page.evaluate(
    ({ list, length, known }) => {
      const { model, rate, session } = window.weightless;
      const { status } = session.getState();
      if (status.phase !== 'ready') throw new Error(`The session is ${status.phase}.`);
      const { title, year } = status.library.catalogue;
      const { current, upcoming } = rate.getState();
      if (list !== 'whole' && upcoming.length < known) return null;
      const hidden = list === 'whole' ? [] : [current, ...upcoming.slice(0, known)];
      const shown = model.getState().recommendations.filter(({ item }) => !hidden.includes(item));
      return shown.slice(0, length).map(({ item }, index) => {
        const dated = year[item] > 0 ? `${title[item]} (${year[item]})` : title[item];
        return list === 'strip' ? `${index + 1}: ${dated}` : title[item];
      });
    },
    { list, length, known: KNOWN_NEXT },
  );
}

/** Waits until a list on screen is what the model says. @returns its titles, best first */
export async function listOf(page: Page, list: ListName): Promise<string[]> {
  await ready(page);
  let shown: string[] = [];
  // Both are read at each look: which films are hidden is decided anew a moment after a click.
  const compared = async () => {
    const expected = await expectedTitles(page, list);
    shown = await shownTitles(page, list);
    const same = expected !== null && shown.join('\n') === expected.join('\n');
    return same ? 'the same' : `shown: ${shown.join(', ')}; the model says: ${expected?.join(', ')}`;
  };
  await soon(compared).toBe('the same');
  await inView(page);
  return shown;
}

/** Catalogue indices of the model's best 60 films. */
export const ranked = (page: Page) =>
  page.evaluate(() => window.weightless.model.getState().recommendations.map(({ item }) => item));

/** The log of the active person, oldest first. */
export const events = (page: Page) => page.evaluate(() => [...window.weightless.model.getState().events]);

/** Makes what was said so far a log from before So-so could be chosen, and reloads. */
export async function forgetSoSo(page: Page): Promise<void> {
  await settle(page);
  await page.evaluate(amongTwoAnswers, 'weightless');
  await page.reload();
  await ready(page);
}

/** Liked and disliked films by title. */
export const opinions = (page: Page) =>
  page.evaluate(() => {
    const { model, session } = window.weightless;
    const { status } = session.getState();
    if (status.phase !== 'ready') throw new Error(`The session is ${status.phase}.`);
    const { title } = status.library.catalogue;
    return [...model.getState().opinions].map(([item, opinion]) => `${opinion} ${title[item]}`);
  });

export const stateHash = (page: Page) =>
  page.evaluate(() => window.weightless.model.getState().debugStateHash());

/**
 * Every row of every table of the browser's database, as it is stored, as text; bytes as lists of numbers. Left out are
 * rows that say nothing and only bar the log to older versions.
 */
export const rawStorage = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<Record<string, unknown[]>>((resolve, reject) => {
        const opening = indexedDB.open('weightless');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const db = opening.result;
          const names = [...db.objectStoreNames];
          const work = db.transaction(names, 'readonly');
          const told = (name: string) => (name === 'events' ? IDBKeyRange.lowerBound(0) : undefined);
          const reading = names.map((name) => [name, work.objectStore(name).getAll(told(name))] as const);
          work.onabort = () => reject(work.error);
          work.oncomplete = () => {
            db.close();
            const plain = (_key: string, value: unknown) =>
              value instanceof Uint8Array ? [...value] : value;
            const tables = reading.map(([name, rows]) => [
              name,
              JSON.parse(JSON.stringify(rows.result, plain)),
            ]);
            resolve(Object.fromEntries(tables));
          };
        };
      }),
  );

/** Pictures for looking at, where a folder is named. */
export async function shots(page: Page, name: string): Promise<void> {
  const folder = process.env.SHOTS;
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  for (const colorScheme of ['light', 'dark'] as const) {
    for (const width of [390, 1440]) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.setViewportSize({ width, height: 900 });
      await page.waitForTimeout(300);
      const height = await page.evaluate(() => document.documentElement.scrollHeight);
      const path = `${folder}/${name}-${colorScheme}-${width}.png`;
      await page.screenshot({ path, fullPage: height < 4000 });
    }
  }
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  await page.setViewportSize({ width: 1280, height: 800 });
}
