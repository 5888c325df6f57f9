import { type Catalogue, GENRES } from './catalogue';

/** Kinds of traits a list can be tuned by. */
export const TRAIT_KINDS = ['genre', 'decade', 'language', 'keyword'] as const;
/** One of `TRAIT_KINDS`. */
export type TraitKind = (typeof TRAIT_KINDS)[number];

/** Something that films share and a person can name. */
export interface Trait {
  kind: TraitKind;
  /** A genre's name, a decade's first year ("1980"), an ISO 639-1 code or a keyword: stable over catalogues. */
  value: string;
}

/** 'never': such films leave the list; 'less' and 'more' shift their scores. */
export const LEANINGS = ['never', 'less', 'more'] as const;
/** One of `LEANINGS`. */
export type Leaning = (typeof LEANINGS)[number];

/** What fits tonight; null is no limit. A film whose fact is unknown fits no limit on it. */
export interface Tonight {
  /** The longest a film may be, in minutes. */
  minutes: number | null;
  /** First and last year of release. */
  fromYear: number | null;
  toYear: number | null;
  /** ISO 639-1 code. */
  language: string | null;
}

/** Whether the list is drawn from all films, from those alone that the person wants to see, or from all but those. */
export const WISHES_IN_LIST = ['any', 'only', 'without'] as const;
/** One of `WISHES_IN_LIST`. */
export type WishesInList = (typeof WISHES_IN_LIST)[number];

/** How a person wants the list drawn; never part of what was learned. */
export interface Tuning {
  /** At most one a trait. */
  leanings: readonly (Trait & { leaning: Leaning })[];
  /** -ADVENTURE_STEPS (what everyone loves) .. 0 (as learned) .. ADVENTURE_STEPS (only close to one's own taste). */
  adventure: number;
  /** MovieLens ids of films not wanted in the list, oldest first. */
  hidden: readonly number[];
  tonight: Tonight;
  wishes: WishesInList;
}

/** Steps of the adventure dial on either side of its middle. */
export const ADVENTURE_STEPS = 4;
/** No limit at all. */
export const ANY_NIGHT: Tonight = { minutes: null, fromYear: null, toYear: null, language: null };
/** Leaves every list as it is. */
export const PLAIN: Tuning = { leanings: [], adventure: 0, hidden: [], tonight: ANY_NIGHT, wishes: 'any' };

/** One tuning's exact part in a film's score. */
export type TuningPart =
  | { cause: 'adventure'; amount: number }
  | { cause: 'trait'; trait: Trait; leaning: Leaning; amount: number };

/** Whether two traits are of one kind and value. */
export function sameTrait(a: Trait, b: Trait): boolean {
  return a.kind === b.kind && a.value === b.value;
}

/** Which films carry a trait: 0 or 1, length count. None carries a trait that the catalogue does not know. */
export function carriersOf(catalogue: Catalogue, { kind, value }: Trait): Uint8Array {
  const carries = new Uint8Array(catalogue.count);
  const mark = (test: (item: number) => boolean) => {
    for (let i = 0; i < carries.length; i++) if (test(i)) carries[i] = 1;
  };
  if (kind === 'genre') {
    const genre = (GENRES as readonly string[]).indexOf(value);
    if (genre >= 0) mark((i) => ((catalogue.genres[i] >>> genre) & 1) === 1);
  } else if (kind === 'decade') {
    const first = Number(value);
    mark((i) => catalogue.year[i] > 0 && catalogue.year[i] >= first && catalogue.year[i] < first + 10);
  } else if (kind === 'language') {
    const code = catalogue.languages.indexOf(value);
    if (code >= 0) mark((i) => catalogue.language[i] === code);
  } else {
    const keyword = catalogue.keywords.indexOf(value);
    const { keywordIds, keywordOffsets } = catalogue;
    if (keyword >= 0) {
      mark((i) => keywordIds.subarray(keywordOffsets[i], keywordOffsets[i + 1]).includes(keyword));
    }
  }
  return carries;
}

/** Whether a film fits tonight. */
export function fitsTonight(
  catalogue: Catalogue,
  { minutes, fromYear, toYear, language }: Tonight,
  item: number,
): boolean {
  const year = catalogue.year[item];
  const runtime = catalogue.runtime[item];
  if (minutes !== null && (runtime === 0 || runtime > minutes)) return false;
  if (fromYear !== null && (year === 0 || year < fromYear)) return false;
  if (toYear !== null && (year === 0 || year > toYear)) return false;
  return language === null || catalogue.languages[catalogue.language[item]] === language;
}
