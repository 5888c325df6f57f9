import { topK } from '../../lib/top-k';
import type { Catalogue } from '../catalogue';
import { seriesOrdinals } from './series-ordinals';
import { compareText, prefixRange } from './sorted-text';
import {
  canonicalNumber,
  isOptionalWord,
  mayBeNumber,
  searchForms,
  type TitleWord,
  titleKeys,
  titleWords,
} from './title-words';
import { commonForm, withWholeNumbers } from './word-forms';
import { createWordIndex, type WordIndex } from './word-index';

/**
 * Finds films by title, as a person types it.
 * @param query may leave out accents, case, punctuation and articles, hold words in any order and unfinished, a year
 *   ("alien 1979"), numbers in any spelling ("godfather 2", "forty two", "6th"), short and long forms ("dr", "doctor"), initials
 *   before a number ("t2"), a place in a series ("harry potter 3") and a small slip in words of five letters or more.
 * @param limit greatest number of results.
 * @returns items, best first: the title exactly, its beginning, its words, films of the year so far typed, and last,
 *   unless the query is a title as it stands, what needs a slip to fit; among equals the film with more ratings. Empty
 *   for a query without letters or digits. `isNear` where all that is found needs a slip.
 */
export type TitleSearch = (query: string, limit: number) => { items: number[]; isNear: boolean };

/** How well a film fits, smaller is better. */
const FIT = {
  title: 0,
  alternateTitle: 1,
  titleStart: 2,
  alternateTitleStart: 3,
  words: 4,
  yearOnly: 5,
  slip: 6,
  none: 7,
} as const;

const SHORTEST_WORD_WITH_SLIP = 5;

/** In characters; what is pasted beyond is not read. */
const LONGEST_QUERY = 200;

/** A way to read a query: its words, and a year the film must be of. */
interface Reading {
  words: TitleWord[];
  /** The year's leading digits; '' for any year. */
  year: string;
}

/** All keys of all names of all films (titleKeys), sorted by key. */
interface KeyTable {
  keys: string[];
  /** Whose name it is, and 1 if it is not the main title. */
  items: number[];
  alternates: number[];
}

/**
 * Builds the index, once a catalogue (about 100 ms for 9,000 films).
 * @param popularity number of ratings of each item.
 */
export function createTitleSearch(catalogue: Catalogue, popularity: ArrayLike<number>): TitleSearch {
  const names = [
    ...catalogue.title.map((name, item) => ({ name, item })),
    ...catalogue.alternateTitles.flatMap((others, item) => others.map((name) => ({ name, item }))),
  ].map(({ name, item }) => ({ words: titleWords(name), item }));
  const ordinals = seriesOrdinals(catalogue);
  const entries = names
    .flatMap(({ words, item }, n) =>
      keysOf(words).map((key) => ({ key, item, alternate: n < catalogue.count ? 0 : 1 })),
    )
    .sort((a, b) => compareText(a.key, b.key));
  const table: KeyTable = {
    keys: entries.map(({ key }) => key),
    items: entries.map(({ item }) => item),
    alternates: entries.map(({ alternate }) => alternate),
  };
  const index = createWordIndex(
    catalogue.count,
    names.map(({ words, item }) => ({ item, words: formsOf(words, ordinals[item]) })),
  );
  const years = Array.from(catalogue.year, (year) => (year > 0 ? String(year) : ''));
  const greatest = 1 + Array.from(popularity).reduce((a, b) => Math.max(a, b), 0);

  return (query, limit) => {
    const words = titleWords(query.slice(0, LONGEST_QUERY));
    if (words.length === 0 || limit <= 0) return { items: [], isNear: false };
    const fit = new Uint8Array(catalogue.count).fill(FIT.none);
    const readings = readQuery(words);
    for (const reading of readings) compareWithNames(fit, table, years, reading);
    for (const reading of readings) findWords(fit, index, years, reading, FIT.words, false);
    if (needsSlips(fit, limit)) {
      for (const reading of readings) findWords(fit, index, years, reading, FIT.slip, true);
    }
    const scores = new Float64Array(fit.length).fill(Number.NaN);
    for (let item = 0; item < fit.length; item++) {
      if (fit[item] !== FIT.none) scores[item] = popularity[item] - fit[item] * greatest;
    }
    const items = topK(scores, limit);
    return { items, isNear: items.length > 0 && fit[items[0]] === FIT.slip };
  };
}

/** Spellings of a whole name for comparing from the start: as written, and with every word in its common form. */
function keysOf(words: TitleWord[]): string[] {
  const common = words.map(({ joined }) => ({ joined: commonForm(joined), parts: [commonForm(joined)] }));
  const changed = words.some(({ joined }) => commonForm(joined) !== joined);
  return changed ? [...new Set([...titleKeys(words), ...titleKeys(common)])] : titleKeys(words);
}

/**
 * Every text under which a name can be found: its words in all their forms; the initials of the words before a number, and
 * that number ("t2"); the film's place in its series as it is asked for (ordinalForm).
 */
function formsOf(words: TitleWord[], ordinal: number): string[] {
  const forms = words.flatMap(searchForms);
  const at = words.findIndex(({ joined }, w) => w > 0 && /^\d{1,2}$/.test(canonicalNumber(joined)));
  if (at > 0) {
    const initials = words.slice(0, at).filter(({ joined }) => !isOptionalWord(joined));
    forms.push(initials.map(({ joined }) => joined[0]).join('') + canonicalNumber(words[at].joined));
  }
  if (ordinal > 0) forms.push(ordinalForm(String(ordinal)));
  return [...new Set([...forms, ...forms.map(commonForm)])];
}

/** A place in a series as a word that nobody types: "2" must not find all second films by itself. */
function ordinalForm(number: string): string {
  return `#${number}`;
}

/** All ways to read the query: with inner punctuation as a gap or not, with a number as a word or a year. */
function readQuery(words: TitleWord[]): Reading[] {
  const unbroken = words.map(({ joined }) => [joined]);
  // The letters of "M*A*S*H" say nothing by themselves.
  const broken = words.map(({ joined, parts }) => (parts.some((part) => part.length > 1) ? parts : [joined]));
  const hasParts = broken.some((parts) => parts.length > 1);
  const spellings = (hasParts ? [broken, unbroken] : [unbroken]).map((spelling) =>
    withWholeNumbers(spelling.flat()).map((word) => ({ joined: word, parts: [word] })),
  );
  return spellings.flatMap((spelling) => {
    const last = spelling.length - 1;
    const dated = spelling.flatMap((word, at) => {
      const isYear = /^(18|19|20)\d\d$/.test(word.joined);
      const isUnfinishedYear = at === last && at > 0 && /^(1|2|18|19|20)\d?$/.test(word.joined);
      return isYear || isUnfinishedYear
        ? [{ words: spelling.filter((_, i) => i !== at), year: word.joined }]
        : [];
    });
    return [{ words: spelling, year: '' }, ...dated];
  });
}

function improve(fit: Uint8Array, item: number, value: number): void {
  if (value < fit[item]) fit[item] = value;
}

/** Finds names that equal the query or begin with it. */
function compareWithNames(fit: Uint8Array, table: KeyTable, years: string[], reading: Reading): void {
  if (reading.words.length === 0 || (reading.year !== '' && reading.year.length < 4)) return;
  // One short word may be the beginning of a longer one: "st" of "star".
  const keys = reading.words.length > 1 ? keysOf(reading.words) : titleKeys(reading.words);
  for (const queryKey of keys) {
    const { start, end } = prefixRange(table.keys, queryKey);
    for (let k = start; k < end; k++) {
      const item = table.items[k];
      if (!years[item].startsWith(reading.year)) continue;
      const value = table.keys[k] === queryKey ? FIT.title : FIT.titleStart;
      improve(fit, item, value + table.alternates[k]);
    }
  }
}

/** Finds films whose names hold every word of the query, in any order, each at least as a beginning. */
function findWords(
  fit: Uint8Array,
  index: WordIndex,
  years: string[],
  reading: Reading,
  value: number,
  allowSlips: boolean,
): void {
  const required = reading.words.filter((word) => !isOptionalWord(word.joined));
  const words = required.length > 0 || reading.year !== '' ? required : reading.words.slice(-1);
  const isYearOnly = words.length === 0 || (reading.year !== '' && reading.year.length < 4);
  const patterns = words.map(({ joined }, at) => ({
    prefix: joined,
    synonyms: synonymsOf(joined, at, words.length),
    slip: allowSlips && joined.length >= SHORTEST_WORD_WITH_SLIP && !/\d/.test(joined),
  }));
  if (allowSlips && !patterns.some(({ slip }) => slip)) return;
  const worst = isYearOnly ? Math.max(value, FIT.yearOnly) : value;
  for (const item of index.find(patterns)) {
    if (years[item].startsWith(reading.year)) improve(fit, item, worst);
  }
}

/** Other words that do as well as this one, as a whole. */
function synonymsOf(word: string, at: number, wordCount: number): string[] {
  const number = mayBeNumber(word, at, wordCount) ? canonicalNumber(word) : word;
  const isOrdinal = at > 0 && /^\d{1,2}$/.test(number);
  const others = [number, commonForm(word), ...(isOrdinal ? [ordinalForm(number)] : [])];
  return [...new Set(others)].filter((other) => other !== word);
}

/** Whether the query is no title as it stands, and finds fewer films than are wanted. */
function needsSlips(fit: Uint8Array, wanted: number): boolean {
  let found = 0;
  for (const value of fit) {
    if (value <= FIT.alternateTitle) return false;
    if (value !== FIT.none) found++;
  }
  return found < wanted;
}
