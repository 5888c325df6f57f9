import type { DuelClick } from './contract';

/** How many clicks from the start two sequences share: what was said of them still holds. */
export function agreement(before: readonly DuelClick[], now: readonly DuelClick[]): number {
  let same = 0;
  while (
    same < before.length &&
    same < now.length &&
    before[same].movieId === now[same].movieId &&
    before[same].answer === now[same].answer
  ) {
    same++;
  }
  return same;
}
