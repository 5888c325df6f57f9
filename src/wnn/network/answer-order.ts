import { hashIntegers } from '../../lib/hash';

/** A film and when it was answered. */
export interface Timed {
  item: number;
  /** Any unit that grows. */
  time: number;
}

/** By time; at the same time by a fixed shuffle of the films, never by the order of arrival. */
export function compareAnswers(a: Timed, b: Timed): number {
  return a.time - b.time || hashIntegers(a.item, 1) - hashIntegers(b.item, 1) || a.item - b.item;
}

/** First place in a list, ascending by `compareAnswers`, whose answer is not before this one. */
export function placeOf(answers: readonly Timed[], answer: Timed): number {
  let high = answers.length;
  // Most answers are told in the order of their times.
  if (high === 0 || compareAnswers(answers[high - 1], answer) < 0) return high;
  let low = 0;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (compareAnswers(answers[middle], answer) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
