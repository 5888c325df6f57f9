import type { History, Training } from '../../baselines/recommender';
import type { Catalogue } from '../../data/catalogue';
import type { Dataset } from '../../data/dataset';
import { countBits } from '../../lib/bits';
import { topK } from '../../lib/top-k';
import { fameShare } from '../list-metrics';
import { planFolds, prepareFold } from '../new-user';
import { type ProtocolDefinition, type Subject, scoresOf, subjectSeed, timed } from '../protocol';
import { filmsOfRows, shownList } from '../shown-list';
import { answersOf } from '../splits';
import type { EvaluationOptions, Tallies, Unit } from '../types';
import { likeCosines } from './like-cosines';

/** Films that are probed: the most liked, of those with enough likes for a companion to be found. */
const PROBES = 300;
const LEAST_LIKES = 20;
/** Length of the list whose traits are looked at. */
const TRAIT_LIST = 20;
/** A next film of a series that fewer people like is beyond the reach of likes. */
const REACHABLE_LIKES = 10;
/** What is said of the two films: four and a half stars. */
const LIKE = 9;

/**
 * What two clicks do: each of the films most liked by training users is taught together with the film most often liked with
 * it. The film stands where other protocols have a user; the training users are those of each fold.
 */
export const probes: ProtocolDefinition = {
  plan: planFolds,
  prepare: prepareProbes,
  measure(subject, index, fitted, { training, famous }, clock) {
    const { value, ...millis } = timed(
      clock,
      () => fitted.personalize(subject.train, subject.seed, index),
      (personal) => {
        const scores = scoresOf(personal, training.catalogue.count);
        const taught = (item: number) => subject.past.item.includes(item);
        return {
          long: topK(scores, TRAIT_LIST, taught),
          rows: shownList(training.catalogue, scores, taught),
        };
      },
    );
    const { long, rows } = value;
    const first = rows.map(({ item }) => item);
    const { catalogue } = training;
    const probe = subject.past.item[1];
    return {
      tallies: {
        traitShare: [long.filter((item) => sharesTwoTraits(catalogue, item, probe)).length / long.length, 1],
        fameShare: [fameShare(first, famous ?? new Set()), 1],
        seriesMax10: [largestSeries(catalogue, first), 1],
        ...tallySeries(training, subject.past.item, filmsOfRows(rows)),
      },
      ratings: subject.past.item.length,
      ...millis,
    };
  },
};

function prepareProbes(dataset: Dataset, options: EvaluationOptions, unit: Unit) {
  const foldCase = prepareFold(dataset, options, unit, 'chronological');
  const { catalogue, effects, ratings } = foldCase.training;
  const cosinesOf = likeCosines(foldCase.training);
  const enough = Array.from(effects.likes.keys()).filter((item) => effects.likes[item] >= LEAST_LIKES);
  const films = enough.sort((a, b) => effects.likes[b] - effects.likes[a] || a - b).slice(0, PROBES);
  const now = ratings.timestamp.reduce((latest, time) => Math.max(latest, time), 0);
  const subjects = films.flatMap((probe): Subject[] => {
    const cosines = cosinesOf(probe);
    const [companion] = topK(
      cosines,
      1,
      (item) => item === probe || effects.likes[item] < LEAST_LIKES || cosines[item] === 0,
    );
    if (companion === undefined) return [];
    const past: History = {
      item: Uint32Array.of(companion, probe),
      halfStars: Uint8Array.of(LIKE, LIKE),
      timestamp: Uint32Array.of(now, now + 1),
    };
    const user = catalogue.movieId[probe];
    const train = options.feedback === 'clicks' ? answersOf(past) : past;
    const test = { item: new Uint32Array(0), halfStars: new Uint8Array(0), timestamp: new Uint32Array(0) };
    return [{ user, seed: subjectSeed(unit.seed, user), train, past, test }];
  });
  return { ...foldCase, subjects, joint: { subjects: [], together: [] } };
}

/** Two genres in common, or one and the decade. */
export function sharesTwoTraits({ genres, year }: Catalogue, a: number, b: number): boolean {
  const common = countBits(genres[a] & genres[b]);
  const decade = year[a] > 0 && Math.floor(year[a] / 10) === Math.floor(year[b] / 10);
  return common >= 2 || (common === 1 && decade);
}

/** The largest number of films of one series; 0 for none of any. */
export function largestSeries({ collection }: Catalogue, list: readonly number[]): number {
  const films = new Map<number, number>();
  for (const item of list) {
    if (collection[item] > 0) films.set(collection[item], (films.get(collection[item]) ?? 0) + 1);
  }
  return Math.max(0, ...films.values());
}

/** The film of the same series that follows next, taught ones passed over; by year, then as the catalogue has them. */
export function nextOfSeries(
  { collection, year, count }: Catalogue,
  item: number,
  taught: ArrayLike<number>,
): number | null {
  if (collection[item] === 0) return null;
  const later = Array.from({ length: count }, (_, other) => other).filter(
    (other) =>
      collection[other] === collection[item] &&
      (year[other] > year[item] || (year[other] === year[item] && other > item)) &&
      !Array.prototype.includes.call(taught, other),
  );
  return later.sort((a, b) => year[a] - year[b] || a - b)[0] ?? null;
}

/** Whether the next film of the probe's series is listed, shown or folded; nothing where there is none. */
function tallySeries(
  { catalogue, effects }: Training,
  taught: Uint32Array,
  list: readonly number[],
): Tallies {
  const next = nextOfSeries(catalogue, taught[1], taught);
  if (next === null) return {};
  const hit = Number(list.includes(next));
  return {
    ...(effects.likes[next] >= REACHABLE_LIKES && { seriesHit10: [hit, 1] }),
    seriesHit10All: [hit, 1],
  };
}
