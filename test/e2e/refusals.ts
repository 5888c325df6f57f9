import type { Page } from 'playwright';
import { expect } from 'vitest';
import { judge, listOf, opinions, ready, settle } from './screens';

/** What a person is told where the browser refuses to store anything. */
export const NOT_KEPT =
  'Not kept: this browser does not let the page store anything. Your ratings last until you close it.';

/** Expects an app that works in memory, and says so. */
export async function worksInMemory(page: Page): Promise<void> {
  await ready(page);
  const badge = page.getByRole('button', { name: 'Not kept' });
  await badge.waitFor();
  expect(await page.getByRole('button', { name: 'Saved' }).count()).toBe(0);
  expect(await page.getByRole('alert').count()).toBe(0);
  const before = await listOf(page, 'beside');
  await judge(page, 'Like');
  await judge(page, 'Dislike');
  await settle(page);
  expect(await listOf(page, 'beside')).not.toEqual(before);
  expect(await opinions(page)).toHaveLength(2);
  await badge.click();
  await page.getByText(NOT_KEPT).waitFor();
  expect(await page.getByRole('button', { name: 'Ask the browser to keep it' }).count()).toBe(0);
  await page.keyboard.press('Escape');
}
