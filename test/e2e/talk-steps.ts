import type { Page } from 'playwright';
import { expect } from 'vitest';
import { ready } from './screens';

/** Waits until a scene is on stage. */
export async function scene(page: Page, title: string): Promise<void> {
  await page.getByRole('heading', { level: 1, name: title, exact: true }).waitFor();
}

/**
 * Presses play at twenty times the speed and waits for the end of the talk.
 * @returns the seconds it took, and how many of these the machine needed for the race
 */
export async function playToTheEnd(page: Page): Promise<{ seconds: number; raceSeconds: number }> {
  await ready(page);
  await scene(page, 'Somebody new');
  await page.evaluate(() => {
    const seen: string[] = [];
    const noted = { scenes: seen, raceSeconds: Number.NaN };
    const look = () => {
      const [, took] =
        /Measured here in (\d+)/.exec(document.querySelector('[data-testid="caption"]')?.textContent ?? '') ??
        [];
      if (took) noted.raceSeconds = Number(took);
      const title = document.querySelector('h1')?.textContent ?? '';
      if (seen.at(-1) !== title) seen.push(title);
    };
    look();
    new MutationObserver(look).observe(document.body, {
      childList: true,
      subtree: true,
      characterData: true,
    });
    Object.assign(window, { noted });
  });
  for (let press = 0; press < 4; press++) await page.keyboard.press('+');
  await page.getByText('20×').waitFor();
  const begun = performance.now();
  await page.keyboard.press('p');
  await page.getByText('Questions?').waitFor({ timeout: 110_000 });
  await page.getByRole('button', { name: 'Play the whole talk' }).waitFor();
  const seconds = (performance.now() - begun) / 1000;
  const noted = await page.evaluate(
    () => (window as unknown as { noted: { scenes: string[]; raceSeconds: number } }).noted,
  );
  expect(noted.scenes).toEqual([
    'Somebody new',
    'Every click moves the list',
    'Why this film?',
    'The race, live',
    'Forgetting, exactly',
    'Thank you',
  ]);
  return { seconds, raceSeconds: noted.raceSeconds };
}
