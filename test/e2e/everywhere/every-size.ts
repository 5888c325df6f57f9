import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import {
  cutText,
  outOfReach,
  skippedHeadings,
  spaced,
  tooSmall,
  tooWide,
  unmarkedChoices,
} from '../../states/looks';
import { AS_SEEN, openAs } from '../../states/people';
import { STATES } from '../../states/registry';
import { SIZES, type Size, ZOOMED, ZOOMED_FAR } from '../../states/sizes';
import { type State, show, still, type Who } from '../../states/state';
import { OF_COLOUR, type Rules, violationsOn } from '../axe';
import { newReturningVisitor, type Visitor } from '../visitor';

/** The system's own colours are readable by themselves, and axe does not know them. */
const BUT_COLOUR = { without: OF_COLOUR };

/** Where text is set apart, as WCAG 1.4.12 allows. */
const SPACED = ['320x568', '768x1024'];

/** @returns everything that is wrong with a state at a size, in a line each */
async function faultsAt(page: Page, { main }: State, size: Size): Promise<string[]> {
  await page.setViewportSize(size);
  await still(page);
  await page.evaluate(() => window.scrollTo(0, 0));
  const found = [...(await tooWide(page)), ...(await tooSmall(page))];
  if (main && size !== ZOOMED_FAR) found.push(...(await outOfReach(main(page))));
  if (SPACED.includes(size.name)) {
    const before = await cutText(page);
    const set = await spaced(page, async () => [
      ...(await tooWide(page)),
      ...(await cutText(page)).filter((text) => !before.includes(text)).map((text) => `cuts "${text}"`),
    ]);
    found.push(...set.map((line) => `text set apart: ${line}`));
  }
  return found.map((line) => `${size.name}: ${line}`);
}

/** @returns what axe finds in a state at a size, by day, in the dark and in the colours of the system */
async function axeAt(page: Page, size: Size): Promise<string[]> {
  const found: string[] = [];
  const look = async (what: string, rules?: Rules) => {
    // Colours change by and by.
    await still(page);
    for (const line of await violationsOn(page, rules)) found.push(`${size.name}, ${what}: ${line}`);
  };
  await look('light');
  found.push(...(await skippedHeadings(page)).map((line) => `${size.name}: ${line}`));
  await page.emulateMedia({ colorScheme: 'dark' });
  await look('dark', { only: OF_COLOUR });
  await page.emulateMedia({ colorScheme: 'light', forcedColors: 'active' });
  await look('forced colours', BUT_COLOUR);
  found.push(...(await unmarkedChoices(page)).map((line) => `${size.name}: ${line}`));
  await page.emulateMedia({ forcedColors: 'none' });
  return found;
}

/**
 * Looks at every state of one person at every size, in a browser of its own.
 * @param part from 1 on, of so many `parts`: of two, the first has every other state. For who has more states than the others together
 */
export function looksAtEverySize(who: Who, part = 1, parts = 1): void {
  let visitor: Visitor;
  let page: Page;
  let untouched = false;
  beforeAll(async () => {
    visitor = await newReturningVisitor(AS_SEEN);
    page = await openAs(who, visitor.context, inject('baseUrl'));
  }, 120_000);
  afterAll(() => visitor.leave());

  test.each(STATES.filter((state) => state.who === who).filter((_, n) => n % parts === part - 1))(
    '$name: keeps what one came for in view, fits the page, can be hit, and gives axe nothing to find at every size',
    async (state) => {
      await page.setViewportSize({ width: 1440, height: 900 });
      await show(page, state, untouched);
      untouched = false;
      const found: string[] = [];
      for (const size of [...SIZES, ZOOMED, ZOOMED_FAR]) {
        found.push(...(await faultsAt(page, state, size)));
        if (SIZES.includes(size)) found.push(...(await axeAt(page, size)));
      }
      await page.setViewportSize({ width: 1440, height: 900 });
      await state.undo?.(page);
      untouched = !state.act;
      expect(found).toEqual([]);
    },
  );
}
