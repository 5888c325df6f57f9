import type { StoreApi } from 'zustand/vanilla';
import type { Settings } from '../../storage/settings';
import type { AppDependencies } from '../platform/dependencies';
import type { ModelState } from '../profile/model-state';

/** Clicks after which there is something that a browser should not clear by itself. */
export const WORTH_KEEPING = 12;

/** What asking needs. */
interface AskingParts extends Pick<AppDependencies, 'storageManager' | 'now'> {
  settings: Pick<Settings, 'get' | 'set'>;
  /** Whether anything is stored at all. */
  keeps(): boolean;
}

/** Asks the browser to keep what is stored, as soon as that is worth it. @returns how to call it off */
export function askWhenWorthKeeping(
  model: Pick<StoreApi<ModelState>, 'subscribe'>,
  parts: AskingParts,
): () => void {
  return whenWorthKeeping(model, async () => {
    if (!parts.keeps()) return;
    const code = await import('./asking-to-keep').catch(() => null);
    await code?.askOnce(parts);
  });
}

/**
 * Calls back once: after the first click of this page by which a person has said a dozen things.
 * @returns how to call it off
 */
export function whenWorthKeeping(
  model: Pick<StoreApi<ModelState>, 'subscribe'>,
  ask: () => void,
): () => void {
  const stop = model.subscribe(({ events, lastChange }) => {
    if (lastChange === null || events.length < WORTH_KEEPING) return;
    stop();
    ask();
  });
  return stop;
}
