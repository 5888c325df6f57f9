import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright';
import { still } from '../states/state';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Of long lists and tables the first rows: the others are built alike. */
const LONG = [
  'ol[aria-label="Films for you, best first"] > li:nth-child(n + 5)',
  'main :is(ol, ul) > li:nth-child(n + 9)',
  'main table tr:nth-child(n + 9)',
];

/** Which of axe's rules are looked at: only these, or all without these. */
export interface Rules {
  only?: readonly string[];
  without?: readonly string[];
}

/** What depends on the colours alone; the rest is the same in every scheme. */
export const OF_COLOUR = ['color-contrast', 'link-in-text-block'];

/** What axe finds on the page as it is, in a line each. @param rules without, all */
export async function violationsOn(page: Page, { only, without = [] }: Rules = {}): Promise<string[]> {
  const isThere = await page.evaluate(() => 'axe' in window);
  if (!isThere) await page.evaluate(AXE);
  const options: RunOptions = {
    // Half as long as with all that passes; no stylesheet of another server has to be fetched.
    resultTypes: ['violations'],
    preload: false,
    ...(only && { runOnly: { type: 'rule', values: [...only] } }),
    rules: Object.fromEntries(without.map((rule) => [rule, { enabled: false }])),
  };
  const { violations } = await page.evaluate(
    async ([long, how]) => {
      const { axe } = window as unknown as {
        axe: { run(context: object, options: object): Promise<AxeResults> };
      };
      const exclude = long.filter((rows) => document.querySelector(rows)).map((rows) => [rows]);
      // Drawings of which no reader is told are nearly half of all elements on many screens, and axe looks at each several times: in vain,
      // since it cannot tell the colours within a drawing. What may have the focus stays, and what may stand outside its drawing.
      const drawn = 'svg[aria-hidden="true"]:not([overflow="visible"], :has(a, [tabindex], foreignObject))';
      const drawings = [...document.querySelectorAll(drawn)].map((svg) => {
        const strokes = [...svg.childNodes];
        svg.replaceChildren();
        return () => svg.append(...strokes);
      });
      try {
        return await axe.run({ include: [document.documentElement], exclude }, how);
      } finally {
        for (const bringBack of drawings) bringBack();
      }
    },
    [LONG, options] as const,
  );
  return violations.map(({ id, nodes }) => {
    const places = nodes
      .slice(0, 3)
      .map(({ target, failureSummary }) => `${target.join(' ')} ${failureSummary}`);
    return `${id} (${nodes.length}) ${places.join(' | ')}`;
  });
}

/** The same of what is no state of its own (test/states): in daylight and in the dark, on a phone and on a desktop, and whether anything is wider than a phone. */
export async function violationsEverywhere(page: Page, name: string): Promise<string[]> {
  const found: string[] = [];
  const before = page.viewportSize();
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    for (const width of [390, 1440]) {
      await page.setViewportSize({ width, height: 900 });
      // Where it rests, another width may have put a control, which would explain itself in a tooltip.
      await page.mouse.move(0, 0);
      await still(page);
      const rules = colorScheme === 'light' ? {} : { only: OF_COLOUR };
      for (const line of await violationsOn(page, rules))
        found.push(`${name}, ${colorScheme}, ${width}: ${line}`);
    }
  }
  await page.setViewportSize({ width: 320, height: 640 });
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  if (width > 320) found.push(`${name} is ${width} pixels wide on a screen of 320`);
  await page.emulateMedia({ colorScheme: 'light' });
  if (before) await page.setViewportSize(before);
  return found;
}
