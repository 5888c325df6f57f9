import { type Catalogue, GENRES } from '../../data/catalogue';
import type { Network } from '../network/network';
import { startingPoint } from './ranking-readout';

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

/** How a person wants the list drawn; never part of what was learned. */
export interface Tuning {
  /** At most one a trait. */
  leanings: readonly (Trait & { leaning: Leaning })[];
  /** -ADVENTURE_STEPS (what everyone loves) .. 0 (as learned) .. ADVENTURE_STEPS (only close to one's own taste). */
  adventure: number;
  /** MovieLens ids of films not wanted in the list, oldest first. */
  hidden: readonly number[];
  tonight: Tonight;
}

/** Steps of the adventure dial on either side of its middle. */
export const ADVENTURE_STEPS = 4;
/** No limit at all. */
export const ANY_NIGHT: Tonight = { minutes: null, fromYear: null, toYear: null, language: null };
/** Leaves every list as it is. */
export const PLAIN: Tuning = { leanings: [], adventure: 0, hidden: [], tonight: ANY_NIGHT };

/** What 'more' adds to a score and 'less' takes: as much as e = 2.7 times as many people liking the film. */
const LEANING_SHIFT: Record<Leaning, number> = { never: 0, less: -1, more: 1 };

/** One tuning's exact part in a film's score. */
export type TuningPart =
  | { cause: 'adventure'; amount: number }
  | { cause: 'trait'; trait: Trait; leaning: Leaning; amount: number };

/** A tuning made ready for one catalogue. */
export interface CompiledTuning {
  tuning: Tuning;
  /** Which films carry each trait of `tuning.leanings`, in its order: 0 or 1, length count. */
  carriers: readonly Uint8Array[];
  /** Sum of the traits' shifts; length count. */
  shift: Float64Array;
  /** 1 for films that leave the list: never wanted, hidden, or unfit tonight; length count. */
  excluded: Uint8Array;
}

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

/** Makes a tuning ready; null where it leaves every list as it is. */
export function compileTuning(catalogue: Catalogue, tuning: Tuning): CompiledTuning | null {
  const { leanings, adventure, hidden, tonight } = tuning;
  const anyNight = Object.values(tonight).every((limit) => limit === null);
  if (leanings.length === 0 && adventure === 0 && hidden.length === 0 && anyNight) return null;
  const carriers = leanings.map((trait) => carriersOf(catalogue, trait));
  const shift = new Float64Array(catalogue.count);
  const excluded = new Uint8Array(catalogue.count);
  leanings.forEach(({ leaning }, n) => {
    for (let i = 0; i < catalogue.count; i++) {
      if (carriers[n][i] === 0) continue;
      shift[i] += LEANING_SHIFT[leaning];
      if (leaning === 'never') excluded[i] = 1;
    }
  });
  const unwanted = new Set(hidden);
  for (let i = 0; i < catalogue.count; i++) {
    if (unwanted.has(catalogue.movieId[i]) || !fitsTonight(catalogue, tonight, i)) excluded[i] = 1;
  }
  return { tuning, carriers, shift, excluded };
}

/**
 * How the dial weighs a film's starting point and its owner's clicks: 1 - a/5 and 1 + a/5 for a in -4 .. 4, so that in
 * the middle both count as learned, and neither ever counts for nothing.
 */
function dialWeights(adventure: number): { popularity: number; personal: number } {
  const turn = adventure / (ADVENTURE_STEPS + 1);
  return { popularity: 1 - turn, personal: 1 + turn };
}

/**
 * The scores that order a tuned list: popularity * start + personal * (score - start) + shifts of the traits.
 * @param scores plain ranking scores; length count
 * @returns a fresh array; excluded films keep a score here.
 */
export function tuneScores(network: Network, compiled: CompiledTuning, scores: Float64Array): Float64Array {
  const { popularity, personal } = dialWeights(compiled.tuning.adventure);
  return scores.map((score, item) => {
    const start = startingPoint(network, item);
    return popularity * start + personal * (score - start) + compiled.shift[item];
  });
}

/** The tuning's parts in a film's score: plain score + parts = tuned score. Only those that change it. */
export function tuningParts(
  network: Network,
  { tuning, carriers }: CompiledTuning,
  item: number,
  score: number,
): TuningPart[] {
  const { popularity, personal } = dialWeights(tuning.adventure);
  const start = startingPoint(network, item);
  const parts: TuningPart[] = [
    { cause: 'adventure', amount: (popularity - 1) * start + (personal - 1) * (score - start) },
  ];
  tuning.leanings.forEach(({ kind, value, leaning }, n) => {
    const amount = carriers[n][item] * LEANING_SHIFT[leaning];
    parts.push({ cause: 'trait', trait: { kind, value }, leaning, amount });
  });
  return parts.filter(({ amount }) => amount !== 0);
}
