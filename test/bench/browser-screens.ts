import type { Page } from 'playwright';
import { RATED_BEFORE } from './browser-clicks';
import { median } from './browser-figures';
import { openRated } from './browser-person';
import type { Stage } from './browser-server';

/** The screens of the navigation: address and heading. */
const SCREENS = [
  ['rate', 'Rate films'],
  ['for-you', 'For you'],
  ['my-ratings', 'My ratings'],
  ['my-model', 'My model'],
  ['compare', 'Compare'],
] as const;

/** In the page: from the change of the address until the frame after its heading was there, in milliseconds. */
async function timeOpening(page: Page, screen: string): Promise<number> {
  return page.evaluate(
    (hash) =>
      new Promise<number>((resolve) => {
        const before = document.querySelector('main h1');
        const begun = performance.now();
        const look = () => {
          const now = document.querySelector('main h1');
          if (!now || now === before) requestAnimationFrame(look);
          else requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - begun)));
        };
        window.location.hash = hash;
        requestAnimationFrame(look);
      }),
    `#/${screen}`,
  );
}

/** How long screens take to open for a person with 500 ratings: the first time, with the code they load, and again. */
export async function measureScreens(stage: Stage, slowdown: number, seed: number) {
  const context = await stage.newContext();
  try {
    const page = await openRated(context, { url: stage.url, rated: RATED_BEFORE, seed, slowdown });
    const [[home], ...others] = SCREENS;
    const screens: { screen: string; first: number; again: number }[] = [];
    for (const [screen] of others) {
      const times: number[] = [];
      for (let round = 0; round < 4; round++) {
        times.push(await timeOpening(page, screen));
        await page.waitForTimeout(300);
        await timeOpening(page, home);
        await page.waitForTimeout(300);
      }
      screens.push({ screen, first: times[0], again: median(times.slice(1)) });
    }
    return { slowdown, ratingsBefore: RATED_BEFORE, screens };
  } finally {
    await context.close();
  }
}
