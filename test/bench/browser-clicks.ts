import { median, quantile } from './browser-figures';
import { notesOf, until } from './browser-page';
import { createPresser, openRated } from './browser-person';
import type { Stage } from './browser-server';

/** What a person has rated before the clicks that are timed. */
export const RATED_BEFORE = 500;
/** Clicks before those that are timed, which also bring the code that the first press asks for. */
const WARM_UP = 10;

/** Clicks of Like and Dislike on Rate by a person with 500 ratings, at one speed. Milliseconds. */
export async function measureClicks(stage: Stage, count: number, slowdown: number, seed: number) {
  const context = await stage.newContext();
  try {
    const page = await openRated(context, { url: stage.url, rated: RATED_BEFORE, seed, slowdown });
    const presser = await createPresser(page, seed);
    await presser.press(WARM_UP);
    await page.waitForTimeout(1000);
    const { clicks: before } = await notesOf(page);
    await presser.press(count);
    // What the last click leaves for later counts too.
    await until('the last frame', async () => (await notesOf(page)).clicks.length >= before.length + count);
    await page.waitForTimeout(1500);
    const { clicks, longTasks } = await notesOf(page);
    const timed = clicks.slice(before.length);
    const late = longTasks.filter(({ start }) => start > timed[0].at - 100);
    const figures = (name: 'changed' | 'painted' | 'answered') => {
      const values = timed.map((click) => click[name]);
      return { median: median(values), p95: quantile(values, 0.95), longest: quantile(values, 1) };
    };
    return {
      slowdown,
      ratingsBefore: RATED_BEFORE,
      clicks: timed.length,
      painted: figures('painted'),
      changed: figures('changed'),
      answered: figures('answered'),
      longTasks: late.length,
      longestTask: Math.max(0, ...late.map(({ millis }) => millis)),
      every: { clicks: timed, longTasks: late },
    };
  } finally {
    await context.close();
  }
}
