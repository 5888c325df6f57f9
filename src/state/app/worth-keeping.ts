import type { StoreApi } from 'zustand/vanilla';
import type { ModelState } from '../profile/model-state';

/** Clicks after which there is something that a browser should not clear by itself. */
export const WORTH_KEEPING = 12;

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
