import type { Page } from 'playwright';
import { expect } from 'vitest';
import { ready } from './screens';
import type { Visitor } from './visitor';

/** Waits until the service worker has everything and answers for the page. */
export async function servedByWorker(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    if (navigator.serviceWorker.controller) return;
    await new Promise((resolve) => {
      navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true });
    });
  });
}

/**
 * Opens each screen by its address alone, as a bookmark would.
 * @returns the addresses, from the navigation and the foot of the page
 */
export async function visitEveryScreen(visitor: Visitor): Promise<string[]> {
  const links = visitor.page.locator('a[href^="#/"]');
  const hrefs = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
  const screens = [...new Set(hrefs)];
  for (const screen of screens) {
    // A change of the hash alone would load nothing.
    await visitor.page.goto('about:blank');
    await visitor.open(screen);
    await ready(visitor.page);
    expect(await visitor.page.getByRole('alert').count()).toBe(0);
  }
  return screens;
}
