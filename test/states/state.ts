import type { Locator, Page } from 'playwright';
import { isReady, until } from '../bench/browser-page';

/** Who looks at the app (people.ts). */
export type Who = 'new' | 'few' | 'many' | 'moods' | 'before so-so' | 'kept nowhere';

/** Something the app can show, and how to get there. */
export interface State {
  /** Unique; names its picture: "rate, five clicks". */
  name: string;
  who: Who;
  /** What follows "#/". */
  at: string;
  /** The heading that says one is there. */
  heading: string | RegExp;
  /** What is done there; ends when it is on the screen. */
  act?(page: Page): Promise<void>;
  /** What one came for: in view without scrolling, and nothing in front of it. */
  main?(page: Page): Locator[];
  /** Takes back what `act` did and a reload would not. */
  undo?(page: Page): Promise<void>;
}

/**
 * Brings a state up on an open page, whatever was there before.
 * @param untouched whether nothing was done on the page since it was loaded but look: it need not be loaded anew then
 */
export async function show(page: Page, { at, heading, act }: State, untouched = false): Promise<void> {
  await page.evaluate((hash) => {
    window.location.hash = hash;
  }, `#/${at}`);
  if (!untouched) await page.reload();
  await until('the app', () => isReady(page));
  await page.getByRole('heading', { level: 1, name: heading }).first().waitFor();
  // Comes after the film to judge; its place is hidden from readers of screens until then.
  if (at === 'rate') await page.getByRole('main').getByRole('listitem').first().waitFor();
  await page.mouse.move(0, 0);
  await act?.(page);
  await still(page);
}

/** Waits until nothing moves, fonts are there and presses are meant for what is on screen. */
export async function still(page: Page): Promise<void> {
  await until('the screen to be still', () =>
    page.evaluate(async () => {
      // A page whose app never starts has the device's own.
      if (window.weightless && document.fonts.size === 0) return false;
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      const moving = document.getAnimations().some((animation) => {
        const end = animation.effect?.getComputedTiming().endTime;
        return animation.playState === 'running' && end !== Number.POSITIVE_INFINITY;
      });
      return !moving && document.querySelector('[data-settling]') === null;
    }),
  );
}
