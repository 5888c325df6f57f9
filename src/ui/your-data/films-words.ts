import type { Catalogue } from '../../data/catalogue';
import type { Library } from '../../state/platform/library';
import * as words from '../../words/en/your-data/films';

/** The years of the oldest and the newest film; null where none is known. */
export function yearsOf({ year }: Pick<Catalogue, 'year'>): { first: number; last: number } | null {
  let [first, last] = [Number.POSITIVE_INFINITY, 0];
  for (const each of year) {
    if (each === 0) continue;
    first = Math.min(first, each);
    last = Math.max(last, each);
  }
  return last > 0 ? { first, last } : null;
}

/** Whose ratings a catalogue was learned from, in a sentence. */
export function peopleWords({ source, ratings, people }: Library): string {
  if (source.kind === 'bundled') return words.learnedFrom({ ratings: ratings.count, people }, null);
  const { learned, source: whole } = source.about;
  return words.learnedFrom(learned, learned.people < whole.people ? whole.people : null);
}

/** What the films in use came without, in a sentence; null where all is there. */
export function lackingWords({ catalogue, ratings }: Library): string | null {
  const lacking = [
    ...(catalogue.runtime.some((minutes) => minutes > 0) ? [] : [words.runningTimes]),
    ...(catalogue.language.some((code) => catalogue.languages[code] !== '') ? [] : [words.languages]),
    ...(catalogue.keywordIds.length > 0 ? [] : [words.subjects]),
    ...(catalogue.voteCount.some((votes) => votes > 0) ? [] : [words.votes]),
    ...(ratings.count > 0 ? [] : [words.ratingsOfPeople]),
  ];
  return lacking.length === 0 ? null : words.lacking(lacking);
}
