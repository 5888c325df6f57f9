import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright';

type AxePage = ConstructorParameters<typeof AxeBuilder>[0]['page'];

/**
 * What axe finds on the page as it is, in a line each. Of long lists it looks at the first rows.
 * @param rules only these; without, all
 */
export async function violationsOn(page: Page, rules?: string[]): Promise<string[]> {
  // axe's package brings its own playwright-core, whose types may be those of another patch release.
  const axe = new AxeBuilder({ page: page as unknown as AxePage });
  const long = [
    'ol[aria-label="Films for you, best first"] > li:nth-child(n + 5)',
    'table:has(td[data-figure]) tr:nth-child(n + 5)',
  ];
  // Half as long as with all that passes; no stylesheet of another server has to be fetched.
  axe.setLegacyMode().options({ resultTypes: ['violations'], preload: false });
  if (rules) axe.withRules(rules);
  const { violations } = await long.reduce((rest, rows) => rest.exclude(rows), axe).analyze();
  return violations.map(({ id, nodes }) => {
    const places = nodes
      .slice(0, 3)
      .map(({ target, failureSummary }) => `${target.join(' ')} ${failureSummary}`);
    return `${id} (${nodes.length}) ${places.join(' | ')}`;
  });
}

/** The same in daylight and in the dark, on a phone and on a desktop, and whether anything is wider than a phone. */
export async function violationsEverywhere(page: Page, name: string): Promise<string[]> {
  const found: string[] = [];
  const before = page.viewportSize();
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    for (const width of [390, 1440]) {
      await page.setViewportSize({ width, height: 900 });
      // Where it rests, another width may have put a control, which would explain itself in a tooltip.
      await page.mouse.move(0, 0);
      for (const line of await violationsOn(page)) found.push(`${name}, ${colorScheme}, ${width}: ${line}`);
    }
  }
  await page.setViewportSize({ width: 320, height: 640 });
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  if (width > 320) found.push(`${name} is ${width} pixels wide on a screen of 320`);
  await page.emulateMedia({ colorScheme: 'light' });
  if (before) await page.setViewportSize(before);
  return found;
}
