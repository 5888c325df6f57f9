import type { AskedFilm } from './seen-chance';

/** What the order of the films to judge depends on, beside the public data. */
export interface RateQueueInput {
  /** What was said already, latest first. */
  judgements: readonly AskedFilm[];
  /** Makes the order differ between profiles, never between visits. */
  seed: number;
  /** Films that stand at the front as long as they can still be judged. */
  keep: readonly number[];
  /** Films put off, not to be asked for now. */
  skipped: readonly number[];
  /** How many films to plan. */
  count: number;
}

/**
 * Films that stand at the front of a plan and that a click does not change: the one shown and the three after it. Once the film
 * shown is judged, the next one and the two after it are known at once.
 */
export const KEPT = 4;
