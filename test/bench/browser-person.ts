import Papa from 'papaparse';
import type { BrowserContext, Page } from 'playwright';
import { createRandom, deriveSeed } from '../../src/lib/random';
import { isReady, until } from './browser-page';
import { newPage } from './browser-server';

/** Stars of ten as people give them: about half likes, a third so-so, the rest dislikes. */
const STARS = [9, 8, 10, 9, 8, 6, 7, 6, 3, 2];

/** Opens the app at a screen, and waits until films are up. @param url the app's address */
export async function openApp(page: Page, url: string, screen = 'rate'): Promise<void> {
  await page.goto(`${url}#/${screen}`);
  await until('the app', () => isReady(page));
  await page.getByRole('heading', { level: 1 }).waitFor();
}

/** Goes to a screen of the open app. */
export async function goToScreen(page: Page, screen: string, heading: string): Promise<void> {
  await page.evaluate((hash) => {
    window.location.hash = hash;
  }, `#/${screen}`);
  await page.getByRole('heading', { level: 1, name: heading }).waitFor();
}

/** Brings ratings in as a person does who has them at IMDb; the films are drawn from the whole catalogue. */
export async function bringRatings(page: Page, count: number, seed: number): Promise<void> {
  const films = await page.evaluate(() => {
    const { status } = window.weightless.session.getState();
    if (status.phase !== 'ready') throw new Error(`The session is ${status.phase}.`);
    const { imdbId, title, year } = status.library.catalogue;
    return { imdbId: [...imdbId], title: [...title], year: [...year] };
  });
  const random = createRandom(deriveSeed(seed, 'bench', count));
  const known = films.imdbId.map((_, item) => item).filter((item) => films.imdbId[item] > 0);
  const rows = random
    .shuffle(known)
    .slice(0, count)
    .map((item, n) => ({
      Const: `tt${String(films.imdbId[item]).padStart(7, '0')}`,
      'Your Rating': STARS[n % STARS.length],
      'Date Rated': `2022-01-${String(1 + (n % 28)).padStart(2, '0')}`,
      Title: films.title[item],
      Year: films.year[item],
      'Title Type': 'Movie',
    }));
  await goToScreen(page, 'your-data/import', 'Bring your ratings');
  const field = page.locator('input[aria-label="Files of an export"]');
  await field.waitFor({ state: 'attached' });
  const buffer = Buffer.from(Papa.unparse(rows));
  await field.setInputFiles({ name: 'ratings.csv', mimeType: 'text/csv', buffer });
  await page.getByRole('button', { name: /^Add [\d,]+ films?$/ }).click({ timeout: 120_000 });
  await page.getByRole('heading', { name: /^Added / }).waitFor();
  await until('what was added to be saved', () =>
    page.evaluate(() => window.weightless.settled().then(() => true)),
  );
  await goToScreen(page, 'rate', 'Rate films');
}

/** Films of which something was said. */
export const ratingsOf = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const { opinions, unseen } = window.weightless.model.getState();
    return opinions.size + unseen.size;
  });

/** Presses answers on Rate as a person does with a mouse, as fast as the app takes them for meant. */
export interface Presser {
  /** Presses Like or Dislike so many times; each counts, or it is pressed again. */
  press(clicks: number): Promise<void>;
}

/** How long a button is held down, and how long a person waits once presses are taken; at least, and how much longer. */
const HELD_MS = [40, 60];
const PAUSE_MS = [10, 60];
/** Of a hundred answers, likes. */
const LIKES = 0.6;
/** How often an answer may have come too early for the app in a row. */
const PATIENCE = 20;

/** @param seed decides what is answered, and when */
export async function createPresser(page: Page, seed: number): Promise<Presser> {
  const random = createRandom(deriveSeed(seed, 'presses'));
  const wait = ([least, more]: number[]) =>
    new Promise((resolve) => setTimeout(resolve, least + more * random.next()));
  const middleOf = async (name: string) => {
    const button = page.getByRole('region', { name: 'The film to judge' });
    const box = await button.getByRole('button', { name, exact: true }).boundingBox();
    if (!box) throw new Error(`${name} is not on the page.`);
    return [box.x + box.width / 2, box.y + box.height / 2] as const;
  };
  // They stay where they are, whatever the length of a title (test/e2e/rate.e2e.ts), until a notice comes above them.
  const places = async () => ({ like: await middleOf('Like'), dislike: await middleOf('Dislike') });
  let at = await places();
  const settled = () => page.evaluate(() => document.querySelector('[data-settling]') === null);
  return {
    async press(clicks) {
      let counted = await ratingsOf(page);
      for (let click = 0, missed = 0; click < clicks; ) {
        await until('presses to be taken', settled, { every: 20 });
        await wait(PAUSE_MS);
        await page.mouse.move(...(random.next() < LIKES ? at.like : at.dislike));
        await page.mouse.down();
        await wait(HELD_MS);
        await page.mouse.up();
        // The page answers when it has handled the press.
        const now = await ratingsOf(page);
        if (now > counted) {
          click++;
          missed = 0;
        } else {
          if (++missed > PATIENCE) throw new Error('Answers are not taken.');
          at = await places();
        }
        counted = now;
      }
    },
  };
}

/** A page on which a person who has rated so many films is about to rate more, slowed down from then on. */
export async function openRated(
  context: BrowserContext,
  { url, rated, seed, slowdown }: { url: string; rated: number; seed: number; slowdown: number },
): Promise<Page> {
  const page = await newPage(context, 1);
  await openApp(page, url);
  await bringRatings(page, rated, seed);
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  return page;
}
