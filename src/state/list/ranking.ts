import type { Catalogue } from '../../data/catalogue';
import { type FoldedRow, foldSeries } from '../../data/series';
import { tieOrder, topK } from '../../lib/top-k';
import type { PersonalModel } from '../../wnn/personal/personal-model';
import { matchReader } from '../../wnn/personal/rating-readout';
import { type CompiledTuning, tuneScores } from '../../wnn/personal/tuning';
import { liftingPart, type Scored, type ScorePartName, scorePartsOf } from './order-words';

/** What a catalogue tells of series. */
type SeriesFacts = Pick<Catalogue, 'collection' | 'collections'>;

/** The best film of each series stands for all of it; the others have no rank, so that ranks count what is shown. */
interface FoldedSeries {
  collection: Catalogue['collection'];
  /** 1 for films that stand behind another of their series; length count. */
  behind: Uint8Array;
}

/** All films in order of what to show first; ranks start at 1. */
export interface Ranking {
  /** Scores of the whole catalogue as they were learned, rated films included. */
  learned: Float64Array;
  /** The same as tuned. */
  raw: Float64Array;
  /** The same with NaN for films without a rank: rated ones, those that the tuning keeps out, those behind another. */
  scores: Float64Array;
  /** Null where every film stands by itself. */
  series: FoldedSeries | null;
}

/** A film worth showing. */
export interface Recommendation {
  item: number;
  /** From 1, among the films that have a rank. */
  rank: number;
  /** Rank before the last change; null where the film had none then, or where there was no change yet. */
  previousRank: number | null;
  score: number;
  /** Chance that the person likes it, 0.01..0.99. */
  match: number;
  /** The films of its series that stand behind it, best first. */
  folded: readonly number[];
  /** What puts it above films with clearly higher matches; null where match and order agree, and before the first click. */
  liftedBy: ScorePartName | null;
}

/**
 * Ranks the catalogue for a model. Films seen, so-so ones among them, have no rank; films not seen yet keep theirs.
 * @param tuning null leaves the order as learned, exactly
 * @param judged films without a rank, whatever the model holds: a model of some moods does not know what was said under
 *   another
 * @param catalogue whose series are folded; null lets every film stand by itself
 */
export function rankAll(
  model: PersonalModel,
  tuning: CompiledTuning | null = null,
  judged: Iterable<number> = [],
  catalogue: SeriesFacts | null = null,
): Ranking {
  const learned = model.rankingScores();
  const raw = tuning ? tuneScores(model, tuning, learned) : learned;
  const scores = raw.slice();
  tuning?.excluded.forEach((out, item) => {
    if (out === 1) scores[item] = Number.NaN;
  });
  for (const item of model.answers.keys()) scores[item] = Number.NaN;
  for (const item of judged) scores[item] = Number.NaN;
  return { learned, raw, scores, series: catalogue && fold(catalogue, scores) };
}

/** Takes the ranks from all but the best film of each series (`foldSeries`). One pass over the catalogue and one back. */
function fold({ collection, collections }: SeriesFacts, scores: Float64Array): FoldedSeries {
  const behind = new Uint8Array(scores.length);
  const best = new Int32Array(collections.length).fill(-1);
  for (let item = 0; item < scores.length; item++) {
    const series = collection[item];
    if (series === 0 || Number.isNaN(scores[item])) continue;
    const other = best[series];
    if (other >= 0 && standsBefore({ scores }, other, item)) behind[item] = 1;
    else {
      if (other >= 0) behind[other] = 1;
      best[series] = item;
    }
  }
  for (let item = 0; item < scores.length; item++) if (behind[item] === 1) scores[item] = Number.NaN;
  return { collection, behind };
}

/** Rows of films that have ranks, each with the films of its series behind it. @param heads best first */
function rowsOf({ raw, series }: Ranking, heads: readonly number[]): FoldedRow[] {
  if (!series) return heads.map((item) => ({ item, folded: [] }));
  const { collection, behind } = series;
  const shown = new Set(heads.map((item) => collection[item]));
  const rest: number[] = [];
  for (let item = 0; item < behind.length; item++) {
    if (behind[item] === 1 && shown.has(collection[item])) rest.push(item);
  }
  rest.sort((a, b) => (standsBefore({ scores: raw }, a, b) ? -1 : 1));
  return foldSeries({ collection }, [...heads, ...rest]);
}

/** As many of the best are looked for at once: a click asks for the top of a ranking three times. */
const TOP = 60;
const tops = new WeakMap<Ranking, readonly number[]>();

/** The k best films, best first. A ranking never changes, so its top is looked for once. */
export function topOf(ranking: Ranking, k: number): number[] {
  let top = tops.get(ranking);
  if (!top || (top.length < k && top.length === TOP)) {
    top = topK(ranking.scores, Math.max(k, TOP));
    tops.set(ranking, top);
  }
  return top.slice(0, k);
}

/** Whether one film stands before another in a ranking; neither may be rated. */
function standsBefore({ scores }: Pick<Ranking, 'scores'>, a: number, b: number): boolean {
  return scores[a] > scores[b] || (scores[a] === scores[b] && tieOrder(a, b) < 0);
}

/** Ranks of the given films, from 1, in the order asked for; null for rated ones. One pass over the catalogue. */
export function ranksIn(ranking: Ranking, items: readonly number[]): (number | null)[] {
  const { scores } = ranking;
  const asked = [...new Set(items)].filter((item) => !Number.isNaN(scores[item]));
  if (asked.length === 0) return items.map(() => null);
  asked.sort((a, b) => (standsBefore(ranking, a, b) ? -1 : 1));
  const worst = scores[asked[asked.length - 1]];
  // Films that stand before asked[n] but not before asked[n - 1].
  const between = new Uint32Array(asked.length + 1);
  for (let other = 0; other < scores.length; other++) {
    // Most of the catalogue; false for NaN.
    if (!(scores[other] >= worst)) continue;
    let low = 0;
    let high = asked.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (standsBefore(ranking, other, asked[middle])) high = middle;
      else low = middle + 1;
    }
    between[low]++;
  }
  const rankOf = new Map<number, number>();
  let before = 0;
  for (const [n, item] of asked.entries()) {
    before += between[n];
    rankOf.set(item, before + 1);
  }
  return items.map((item) => rankOf.get(item) ?? null);
}

/** What a list shows of a film and takes long to work out. */
type Told = Pick<Recommendation, 'match' | 'liftedBy'>;

/** Works out what is told of the films of a list, each once and only when it is asked for: a screen shows some of them. */
function tellers(
  model: PersonalModel,
  ranking: Ranking,
  tuning: CompiledTuning | null,
  top: readonly number[],
) {
  const matchOf = matchReader(model);
  const scored: Scored[] = [];
  const at = (place: number) =>
    (scored[place] ??= {
      match: matchOf(top[place]),
      parts: scorePartsOf(model, ranking.learned, tuning, top[place]),
    });
  const told: Told[] = [];
  const has = model.answers.size > 0;
  return (place: number): Told =>
    (told[place] ??= {
      match: at(place).match,
      liftedBy: has ? liftingPart(at, top.length, place) : null,
    });
}

/**
 * The k best films with what a list shows of them. Figures are read from the model when they are first asked for, so they are to be
 * asked for before it learns more.
 * @param previous the ranking before the last change, if any
 * @param tuning the one that the ranking was drawn by
 */
export function recommend(
  model: PersonalModel,
  ranking: Ranking,
  previous: Ranking | null,
  k: number,
  tuning: CompiledTuning | null = null,
): Recommendation[] {
  const top = topOf(ranking, k);
  const before = previous && ranksIn(previous, top);
  const tell = tellers(model, ranking, tuning, top);
  return rowsOf(ranking, top).map(({ item, folded }, index) => ({
    item,
    folded,
    rank: index + 1,
    previousRank: before === null ? null : before[index],
    score: ranking.scores[item],
    get match() {
      return tell(index).match;
    },
    get liftedBy() {
      return tell(index).liftedBy;
    },
  }));
}
