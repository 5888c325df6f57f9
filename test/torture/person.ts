import type { Page } from 'playwright';
import type { Random } from '../../src/lib/random';
import { PATIENCE } from './browser';
import type { Stand } from './page-recorder';

/** What a person presses, by its key and by the name of its button. */
const PRESSES = {
  like: { key: 'l', button: 'Like' },
  dislike: { key: 'd', button: 'Dislike' },
  unseen: { key: 'n', button: 'Haven’t seen' },
  undo: { key: 'u', button: 'Undo' },
} as const;

/** Half of what can be taken back is: a film that came back takes an answer at once, so that clicks come in bursts. */
function choose(random: Random, { canUndo }: Stand): keyof typeof PRESSES {
  const chance = random.next();
  if (canUndo && chance < 0.4) return 'undo';
  return (['like', 'like', 'dislike', 'unseen'] as const)[random.integer(4)];
}

/** Waits until films are on screen. @throws Error with the page's own words where it cannot open the person's ratings */
export async function untilReady(page: Page): Promise<void> {
  const failure = await page.waitForFunction(
    () => {
      if (!window.weightless) return null;
      const { session, model } = window.weightless;
      const [{ status }, { phase, message }] = [session.getState(), model.getState()];
      if (status.phase === 'failed') return status.message;
      if (phase === 'failed') return message ?? 'failed';
      const isShown = document.querySelector('.StorageIndicator-word') !== null;
      return status.phase === 'ready' && phase === 'ready' && isShown ? 'ready' : null;
    },
    undefined,
    { timeout: PATIENCE },
  );
  const told = await failure.jsonValue();
  if (told !== 'ready') throw new Error(`The page says: ${told}`);
}

/**
 * Presses one key or button as soon as the page takes it.
 * @param stand as the last press left it
 */
export async function press(page: Page, stand: Stand, random: Random): Promise<void> {
  const kind = choose(random, stand);
  const { key, button } = PRESSES[kind];
  const byKey = random.next() < 0.5;
  if (kind !== 'undo') await page.evaluate(() => window.recorder.untilInView());
  if (byKey) return page.keyboard.press(key);
  const film = page.getByRole('region', { name: 'The film to judge' });
  // Another tab may have taken back the last step, and with it the button: then there is nothing to press.
  await film
    .getByRole('button', { name: button, exact: true })
    .click({ timeout: 5000 })
    .catch(() => {});
}

/** Where a page stands before the first press. */
export const standOf = (page: Page) => page.evaluate(() => window.recorder.stand());

/** Where a page stands after a press. */
export const afterPress = (page: Page, before: Stand) =>
  page.evaluate((stand) => window.recorder.afterPress(stand), before);
