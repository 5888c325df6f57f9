/**
 * Where a longest strictly rising subsequence of some numbers lies (patience sorting; Fredman 1975). O(n log n).
 * @param values no NaN
 * @returns indices of its members, rising; empty only where there are no values
 */
export function longestRise(values: readonly number[]): number[] {
  // ends[length - 1]: where the rise of that length that ends lowest so far ends; before[i]: what precedes it there.
  const ends: number[] = [];
  const before: number[] = [];
  for (let at = 0; at < values.length; at++) {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (values[ends[middle]] < values[at]) low = middle + 1;
      else high = middle;
    }
    before[at] = low > 0 ? ends[low - 1] : -1;
    ends[low] = at;
  }
  const rise: number[] = [];
  for (let at = ends.at(-1) ?? -1; at >= 0; at = before[at]) rise.push(at);
  return rise.reverse();
}
