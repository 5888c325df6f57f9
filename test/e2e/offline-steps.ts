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
 * @returns the addresses, from the navigation and the foot of the page, and that of the speaker's notes
 */
export async function visitEveryScreen(visitor: Visitor): Promise<string[]> {
  const links = visitor.page.locator('a[href^="#/"]');
  const hrefs = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
  const screens = [...new Set([...hrefs, '#/talk/notes'])];
  for (const screen of screens) {
    // A change of the hash alone would load nothing.
    await visitor.page.goto('about:blank');
    await visitor.open(screen);
    await ready(visitor.page);
    expect(await visitor.page.getByRole('alert').count()).toBe(0);
  }
  return screens;
}

/** Runs a small comparison in the worker, from its address to its figures, and finds it among the kept runs. */
export async function runComparison({ open, page }: Pick<Visitor, 'open' | 'page'>): Promise<void> {
  await page.goto('about:blank');
  await open('#/compare?protocol=paper&users=30&ratings=20&seed=3&models=constant,user-constant,bias,wnn');
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await page.getByText(/· took \d/).waitFor({ timeout: 90_000 });
  const figures = page.getByTestId('figures').locator('tbody tr');
  expect(await figures.count()).toBe(4);
  await page.getByRole('region', { name: 'Accuracy so far' }).locator('svg').waitFor();
  await page.getByRole('region', { name: 'Kept runs' }).getByRole('listitem').first().waitFor();
}

/** Every screen there is, as addresses. */
export const ALL_SCREENS = [
  ...['#/rate', '#/for-you', '#/my-ratings', '#/my-model', '#/compare', '#/talk', '#/talk/notes', '#/about'],
];
