/** Orders two texts by UTF-16 code units, which is the same on every engine and in every locale. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** First place in a list sorted by compareText that is not before the text. */
export function lowerBound(sorted: string[], text: string): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle] < text) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Places of a sorted list, from `start` (inclusive) to `end`, whose texts begin with the prefix. */
export function prefixRange(sorted: string[], prefix: string): { start: number; end: number } {
  const start = lowerBound(sorted, prefix);
  let end = start;
  let high = sorted.length;
  while (end < high) {
    const middle = (end + high) >> 1;
    if (sorted[middle].startsWith(prefix)) end = middle + 1;
    else high = middle;
  }
  return { start, end };
}
