import type { ItemEffects } from '../../data/item-effects';
import type { SeenAnswer } from '../../data/opinion';

/** Fixed point of deviations in cells: this many units are one star, or one whole like. */
export const UNITS = 1024;

/** What a user said of one film, ready to be written: integers only. */
export interface Verdict {
  answer: SeenAnswer;
  /** A like (1) or dislike (0) minus the film's public like rate, in 1/UNITS: above 0 for a like, below 0 for a dislike. */
  deviation: number;
}

/** What a like or dislike of a film writes: 1 or 0 minus the film's public like rate, in units. */
export function likeVerdict({ likeRate }: ItemEffects, item: number, answer: SeenAnswer): Verdict {
  const expected = Math.round(likeRate[item] * UNITS);
  return { answer, deviation: answer === 'so-so' ? 0 : (answer === 'like' ? UNITS : 0) - expected };
}
