import type { Catalogue } from '../../data/catalogue';
import type { Library } from '../../state/platform/library';

/** What the bundled films are called. */
export const BUNDLED_NAME = 'MovieLens latest-small (2016)';

/** "1 film", "9,742 films". */
const count = (n: number, one: string, many: string) => `${n.toLocaleString('en')} ${n === 1 ? one : many}`;

/** "9,742 films from 1902 to 2018"; without years where none is known. */
export function filmsWords({ count: films, year }: Pick<Catalogue, 'count' | 'year'>): string {
  let [first, last] = [Number.POSITIVE_INFINITY, 0];
  for (const each of year) {
    if (each === 0) continue;
    first = Math.min(first, each);
    last = Math.max(last, each);
  }
  const years = last > 0 ? ` from ${first} to ${last}` : '';
  return `${count(films, 'film', 'films')}${years}`;
}

/** Whose ratings a catalogue was learned from, in a sentence. */
export function peopleWords({ source, ratings, people }: Library): string {
  if (source.kind === 'bundled')
    return `Learned from ${count(ratings.count, 'rating', 'ratings')} by ${count(people, 'person', 'people')}.`;
  const { learned, source: whole } = source.about;
  const drawn = learned.people < whole.people ? `, drawn from ${whole.people.toLocaleString('en')}` : '';
  return `Learned from ${count(learned.ratings, 'rating', 'ratings')} by ${count(learned.people, 'person', 'people')}${drawn}.`;
}

/** "2.8 MB". @param bytes length of a file */
export function sizeWords(bytes: number): string {
  return bytes < 1e6 ? `${Math.max(1, Math.round(bytes / 1000))} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}

/** What the films in use came without, in a sentence; null where all is there. */
export function lackingWords({ catalogue, ratings }: Library): string | null {
  const lacking = [
    ...(catalogue.runtime.some((minutes) => minutes > 0) ? [] : ['running times']),
    ...(catalogue.language.some((code) => catalogue.languages[code] !== '') ? [] : ['languages']),
    ...(catalogue.keywordIds.length > 0 ? [] : ['subjects']),
    ...(catalogue.voteCount.some((votes) => votes > 0) ? [] : ['votes']),
    ...(ratings.count > 0 ? [] : ['ratings of people']),
  ];
  if (lacking.length === 0) return null;
  const last = lacking.pop();
  return `They came without ${lacking.length > 0 ? `${lacking.join(', ')} and ` : ''}${last}.`;
}
