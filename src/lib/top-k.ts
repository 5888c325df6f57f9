import { hashIntegers } from './hash';

/**
 * Indices of the k largest scores, best first.
 * Equal scores are ordered by a hash of the index, so that catalogue order never decides a tie (lkpy issue 956).
 * @param scores any real numbers; NaN is never chosen.
 * @param skip returns true for indices that may not appear.
 */
export function topK(
  scores: ArrayLike<number>,
  k: number,
  skip: (index: number) => boolean = () => false,
): number[] {
  const heap: number[] = [];
  // The heap keeps the worst of the chosen at its root.
  const worse = (a: number, b: number) =>
    scores[a] < scores[b] || (scores[a] === scores[b] && tieOrder(a, b) > 0);
  const siftDown = (start: number) => {
    let parent = start;
    for (;;) {
      let child = 2 * parent + 1;
      if (child >= heap.length) return;
      if (child + 1 < heap.length && worse(heap[child + 1], heap[child])) child++;
      if (!worse(heap[child], heap[parent])) return;
      [heap[child], heap[parent]] = [heap[parent], heap[child]];
      parent = child;
    }
  };
  if (k <= 0) return [];
  // The least score that may still be chosen; NaN is never at least it.
  let least = Number.NEGATIVE_INFINITY;
  for (let i = nextAtLeast(scores, least, 0); i < scores.length; i = nextAtLeast(scores, least, i + 1)) {
    if (skip(i)) continue;
    if (heap.length < k) {
      heap.push(i);
      if (heap.length < k) continue;
      for (let p = (k >> 1) - 1; p >= 0; p--) siftDown(p);
    } else if (worse(heap[0], i)) {
      heap[0] = i;
      siftDown(0);
    }
    least = scores[heap[0]];
  }
  return heap.sort((a, b) => (worse(a, b) ? 1 : -1));
}

/**
 * Index of the first score from a place on that is at least so much; the length where there is none. The hot loop, by itself
 * so that engines compile it alone.
 */
function nextAtLeast(scores: ArrayLike<number>, least: number, from: number): number {
  let i = from;
  while (i < scores.length && !(scores[i] >= least)) i++;
  return i;
}

/** Order of two distinct indices with equal scores: a fixed, meaningless, seedless shuffle. */
export function tieOrder(a: number, b: number): number {
  return hashIntegers(a, 0x71e) - hashIntegers(b, 0x71e) || a - b;
}
