import { expectedOfFilms, likedItems, RunningBias, scaleOf, type Teaching } from '../../baselines/deviations';
import { EASE_RECENT_OPTIONS } from '../../baselines/lists/ease-recent';
import { weightsByAge } from '../../baselines/lists/list-recommender';
import type { FittedRecommender, History, Recommender, Training } from '../../baselines/recommender';
import { fitItemEffects } from '../../data/item-effects';
import { likesMatrix, userItemMatrix } from '../../data/rating-matrix';
import { LIKE_HALF_STARS } from '../../data/ratings';
import { selectUsers } from '../../data/select/select-users';
import { type EaseScorer, fitEase } from '../../lib/ease';
import { solveSymmetric } from '../../lib/linear-algebra';
import { historyAt, ratingOrder, sliceHistory } from '../splits';

/** One user in so many is held out from the scores by which they are read as verdicts. */
const HELD_OUT = 5;
/** Ratings after which it is learned how much the scores say, and how many ratings after them they are held to. */
const LENGTHS = [1, 2, 5, 10, 20, 50, 100];
const TARGETS = 30;
/** Penalty on the squared weights, where everything is measured in its own deviations; in ratings. */
const PENALTY = 100;
/** b_u, what the likes say of a film, what all films say, and 1. */
const PARTS = 4;

/** Sums of the rows of a person's films, the older the weaker; length count. */
interface Sums {
  liked: Float64Array;
  watched: Float64Array;
}

/** Weights of the parts after so many ratings. */
interface Reading {
  ratings: number;
  weights: Float64Array;
}

/**
 * `ease-recent` asked for verdicts instead of lists, which it was not made for: its two sums of rows are read as the
 * chance of a like (taught by stars, as stars) by a regression at several lengths of the history, held to `bias`,
 *
 *   expected_j + (1 + a(n)) b_u + b(n) s_j + c(n) t_j + d(n)
 *
 * s: the rows of the films liked, t: of all that were rated, both divided as in the list. The regression is learned from a
 * fifth of the training users, by scores fitted on the others, in the order of their ratings. A click decays both sums
 * and adds a row to each: no fit, no solve.
 */
export const easeRecentVerdicts: Recommender = {
  name: 'ease-recent',
  fit: (training) => new FittedVerdicts(training, learnReadings(training)),
};

class Rows {
  private readonly byLikes: EaseScorer;
  private readonly byWatched: EaseScorer;
  private readonly divisor: Float64Array;

  constructor({ catalogue, ratings, effects }: Pick<Training, 'catalogue' | 'ratings' | 'effects'>) {
    const { lambda, watchedLambda, likesExponent } = EASE_RECENT_OPTIONS.stars;
    const ones = new Float32Array(ratings.count).fill(1);
    this.byLikes = fitEase(likesMatrix(ratings, catalogue.count), lambda);
    this.byWatched = fitEase(userItemMatrix(ratings, catalogue.count, ones), watchedLambda);
    this.divisor = Float64Array.from(effects.likes, (likes) => (1 + likes) ** likesExponent);
  }

  sumsOf(history: History): Sums {
    const { halfLife, watchedHalfLife } = EASE_RECENT_OPTIONS.stars;
    const liked = likedItems(history);
    return {
      liked: this.byLikes(liked, weightsByAge(liked.length, halfLife)),
      watched: this.byWatched(history.item, weightsByAge(history.item.length, watchedHalfLife)),
    };
  }

  /** Adds a film that was rated: what was there fades by one entry. */
  add({ liked, watched }: Sums, item: number, halfStars: number): void {
    const { halfLife, watchedHalfLife } = EASE_RECENT_OPTIONS.stars;
    const film = Uint32Array.of(item);
    if (halfStars >= LIKE_HALF_STARS) fadeAndAdd(liked, halfLife, this.byLikes(film));
    fadeAndAdd(watched, watchedHalfLife, this.byWatched(film));
  }

  parts({ liked, watched }: Sums, userBias: number, item: number): number[] {
    const divisor = this.divisor[item];
    return [userBias, liked[item] / divisor, watched[item] / divisor, 1];
  }
}

function fadeAndAdd(sums: Float64Array, halfLife: number, row: Float64Array): void {
  const fade = 0.5 ** (1 / halfLife);
  for (let j = 0; j < sums.length; j++) sums[j] = sums[j] * fade + row[j];
}

class FittedVerdicts implements FittedRecommender {
  private readonly training: Training;
  private readonly readings: readonly Reading[];
  private readonly expected: Float64Array;
  private readonly rows: Rows;

  constructor(training: Training, readings: readonly Reading[]) {
    this.training = training;
    this.readings = readings;
    this.expected = expectedOfFilms(training.effects, training.feedback);
    this.rows = new Rows(training);
  }

  personalize(history: History) {
    const { expected, readings, rows, training } = this;
    const sums = rows.sumsOf(history);
    const bias = biasOf(history, expected, training);
    return {
      predict(items: Uint32Array) {
        const weights = weightsFor(readings, bias.count);
        const { userBias } = bias;
        return Float64Array.from(items, (item) => {
          const parts = rows.parts(sums, userBias, item);
          return parts.reduce((sum, part, k) => sum + weights[k] * part, expected[item] + userBias);
        });
      },
      learn(item: number, halfStars: number) {
        rows.add(sums, item, halfStars);
        bias.add(item, halfStars);
      },
    };
  }
}

/** The weights for n ratings: linear in log(1 + n) between the lengths, from 0 at none on. */
function weightsFor(readings: readonly Reading[], n: number): Float64Array {
  const next = readings.findIndex(({ ratings }) => ratings >= n);
  if (next < 0) return readings[readings.length - 1].weights;
  const high = readings[next];
  const low = readings[next - 1] ?? { ratings: 0, weights: new Float64Array(PARTS) };
  const share = Math.log((1 + n) / (1 + low.ratings)) / Math.log((1 + high.ratings) / (1 + low.ratings));
  return high.weights.map((weight, k) => low.weights[k] + share * (weight - low.weights[k]));
}

function biasOf(history: History, expected: Float64Array, teaching: Teaching): RunningBias {
  const bias = new RunningBias(expected, teaching);
  history.item.forEach((item, r) => {
    bias.add(item, history.halfStars[r]);
  });
  return bias;
}

function learnReadings(training: Training): Reading[] {
  const { catalogue, ratings, feedback, seed } = training;
  const users = Array.from({ length: ratings.userCount }, (_, user) => user);
  const held = users.filter((user) => user % HELD_OUT === 0);
  const others = selectUsers(
    ratings,
    users.filter((user) => user % HELD_OUT !== 0),
  );
  const effects = fitItemEffects(catalogue, others);
  const rows = new Rows({ catalogue, ratings: others, effects });
  const expected = expectedOfFilms(effects, feedback);
  const histories = held.map((user) => historyAt(ratings, ratingOrder(ratings, user, 'chronological', seed)));
  return LENGTHS.map((length) => {
    const cases = histories.flatMap((history) => {
      if (history.item.length <= length) return [];
      const start = sliceHistory(history, 0, length);
      const sums = rows.sumsOf(start);
      const { userBias } = biasOf(start, expected, training);
      const next = sliceHistory(history, length, length + TARGETS);
      // What comes next is what it would be rated, whatever was said of it.
      const deviations = new RunningBias(expected, { feedback: scaleOf(feedback) });
      return Array.from(next.item, (item, r) => ({
        parts: rows.parts(sums, userBias, item),
        target: deviations.add(item, next.halfStars[r]) - userBias,
      }));
    });
    return { ratings: length, weights: regress(cases) };
  });
}

/** Least squares of the targets on the parts, each part measured in its own root mean square. */
function regress(cases: readonly { parts: readonly number[]; target: number }[]): Float64Array {
  const scale = Array.from({ length: PARTS }, (_, k) =>
    Math.sqrt(cases.reduce((sum, { parts }) => sum + parts[k] ** 2, 0) / Math.max(1, cases.length)),
  );
  const gram = new Float64Array(PARTS * PARTS);
  const moment = new Float64Array(PARTS);
  for (const { parts, target } of cases) {
    for (let a = 0; a < PARTS; a++) {
      const left = parts[a] / (scale[a] || 1);
      moment[a] += left * target;
      for (let b = 0; b <= a; b++) gram[a * PARTS + b] += (left * parts[b]) / (scale[b] || 1);
    }
  }
  for (let a = 0; a < PARTS; a++) gram[a * PARTS + a] += PENALTY;
  return solveSymmetric(gram, PARTS, moment).map((weight, a) => weight / (scale[a] || 1));
}
