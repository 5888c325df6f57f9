import type { Catalogue } from '../../data/catalogue';
import {
  ADVENTURE_STEPS,
  carriersOf,
  fitsTonight,
  type Leaning,
  type Tuning,
  type TuningPart,
} from '../../data/tuning';
import { RANKING_UNITS } from '../network/lists/ranking-part';
import type { PersonalModel } from './personal-model';

/** What 'more' adds to a score and 'less' takes: as much as e = 2.7 times as many people liking the film. */
const LEANING_SHIFT: Record<Leaning, number> = { never: 0, less: -1, more: 1 };

/** A tuning made ready for one catalogue. */
export interface CompiledTuning {
  tuning: Tuning;
  /** Which films carry each trait of `tuning.leanings`, in its order: 0 or 1, length count. */
  carriers: readonly Uint8Array[];
  /** Sum of the traits' shifts; length count. */
  shift: Float64Array;
  /** 1 for films that leave the list: never wanted, hidden, unfit tonight, or by wishes (`withWishes`); length count. */
  excluded: Uint8Array;
}

/** Makes a tuning ready; null where it leaves every list as it is. */
export function compileTuning(catalogue: Catalogue, tuning: Tuning): CompiledTuning | null {
  const { leanings, adventure, hidden, tonight, wishes } = tuning;
  const anyNight = Object.values(tonight).every((limit) => limit === null);
  const anyFilm = hidden.length === 0 && anyNight && wishes === 'any';
  if (leanings.length === 0 && adventure === 0 && anyFilm) return null;
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
 * The tuning with the films out of the list that it leaves out because they are wanted, or are not. Made anew whenever the
 * list is drawn: what a person wants to see changes with clicks.
 * @param wanted films that the person wants to see
 * @returns the same one where it asks for no such thing
 */
export function withWishes(compiled: CompiledTuning, wanted: () => Iterable<number>): CompiledTuning {
  const { wishes } = compiled.tuning;
  if (wishes === 'any') return compiled;
  const leaves = new Uint8Array(compiled.excluded.length).fill(wishes === 'only' ? 1 : 0);
  for (const item of wanted()) leaves[item] = wishes === 'only' ? 0 : 1;
  const excluded = compiled.excluded.map((out, item) => out | leaves[item]);
  return { ...compiled, excluded };
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
export function tuneScores(
  { terms }: PersonalModel,
  compiled: CompiledTuning,
  scores: Float64Array,
): Float64Array {
  const { popularity, personal } = dialWeights(compiled.tuning.adventure);
  return scores.map((score, item) => {
    const start = terms.startOf(item) / RANKING_UNITS;
    return popularity * start + personal * (score - start) + compiled.shift[item];
  });
}

/** The tuning's parts in a film's score: plain score + parts = tuned score. Only those that change it. */
export function tuningParts(
  { terms }: PersonalModel,
  { tuning, carriers }: CompiledTuning,
  item: number,
  score: number,
): TuningPart[] {
  const { popularity, personal } = dialWeights(tuning.adventure);
  const start = terms.startOf(item) / RANKING_UNITS;
  const parts: TuningPart[] = [
    { cause: 'adventure', amount: (popularity - 1) * start + (personal - 1) * (score - start) },
  ];
  tuning.leanings.forEach(({ kind, value, leaning }, n) => {
    const amount = carriers[n][item] * LEANING_SHIFT[leaning];
    parts.push({ cause: 'trait', trait: { kind, value }, leaning, amount });
  });
  return parts.filter(({ amount }) => amount !== 0);
}
