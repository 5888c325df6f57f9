import { compareText } from '../search/sorted-text';

/** Distinct texts that occur at least `least` times, the most frequent first, then by code units. */
export function byFrequency(texts: readonly string[], least: number): string[] {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts]
    .filter(([, count]) => count >= least)
    .sort(([a, countOfA], [b, countOfB]) => countOfB - countOfA || compareText(a, b))
    .map(([text]) => text);
}
