import type { Catalogue } from '../catalogue';
import { canonicalNumber, mayBeNumber, titleWords } from './title-words';

/** A number behind one of these counts the parts of one story, not the films of a series: "The Deathly Hallows: Part 1". */
const PARTS = new Set(['part', 'vol', 'volume', 'chapter']);

/**
 * The place of each film in its series by year: 1 for the first; 0 for a film of none, of a series whose years are not all
 * known, or of one that counts otherwise ("Star Wars: Episode IV" is the first that was made).
 * @returns of length `count`.
 */
export function seriesOrdinals(catalogue: Catalogue): Uint16Array {
  const series = new Map<number, number[]>();
  catalogue.collection.forEach((collection, item) => {
    if (collection === 0) return;
    const items = series.get(collection) ?? [];
    items.push(item);
    series.set(collection, items);
  });
  const ordinals = new Uint16Array(catalogue.count);
  for (const items of series.values()) {
    if (items.some((item) => catalogue.year[item] === 0)) continue;
    // A stable sort: films of one year stay in the order of their ids.
    items.sort((a, b) => catalogue.year[a] - catalogue.year[b]);
    const fits = items.every((item, at) => {
      const own = ownNumber(catalogue.title[item]);
      return own === 0 || own === at + 1;
    });
    if (!fits) continue;
    items.forEach((item, at) => {
      ordinals[item] = at + 1;
    });
  }
  return ordinals;
}

/** The number that a title gives its film: 2 for "Terminator 2: Judgment Day"; 0 for none. */
function ownNumber(title: string): number {
  const words = titleWords(title).map(({ joined }) => joined);
  const at = words.findIndex((word, w) => w > 0 && /^\d{1,2}$/.test(numberOf(word, w, words.length)));
  return at < 0 || PARTS.has(words[at - 1]) ? 0 : Number(numberOf(words[at], at, words.length));
}

function numberOf(word: string, at: number, count: number): string {
  return mayBeNumber(word, at, count) ? canonicalNumber(word) : word;
}
