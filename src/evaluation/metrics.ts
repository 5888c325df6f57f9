import type { Feedback, History, PersonalRecommender, PredictionMetric } from '../baselines/recommender';
import { LIKE_HALF_STARS } from '../data/ratings';
import { countBits } from '../lib/bits';
import type { Tallies, Tally } from './types';

/** Predictions from here on say "like"; halfway between the last star that is none and the first that is. */
export const LIKE_THRESHOLD_STARS = (LIKE_HALF_STARS - 0.5) / 2;
/** Taught by likes, predictions from here on say "like". */
const LIKE_THRESHOLD_MATCH = 0.5;
/** Bins of the calibration error. */
export const CALIBRATION_BINS = 10;
/** Length of a top-n list. */
export const LIST_LENGTH = 10;

/** The thermometer's number of ones for a prediction in stars: clipped to 0..5, doubled, rounded half up. */
export function predictedOnes(stars: number): number {
  return Math.floor(2 * Math.min(5, Math.max(0, stars)) + 0.5);
}

/** The true number of ones of a rating truncated to whole stars, as the paper reads it. */
export function truncatedOnes(halfStars: number): number {
  return 2 * Math.floor(halfStars / 2);
}

/** Sum of squared errors in stars, predictions clipped to 0.5..5, over the number of ratings. */
export function squaredErrors(predicted: Float64Array, halfStars: Uint8Array): Tally {
  let sum = 0;
  for (let r = 0; r < halfStars.length; r++) sum += (clip(predicted[r]) - halfStars[r] / 2) ** 2;
  return [sum, halfStars.length];
}

/** Sum of absolute errors in stars, predictions clipped to 0.5..5, over the number of ratings. */
export function absoluteErrors(predicted: Float64Array, halfStars: Uint8Array): Tally {
  let sum = 0;
  for (let r = 0; r < halfStars.length; r++) sum += Math.abs(clip(predicted[r]) - halfStars[r] / 2);
  return [sum, halfStars.length];
}

function clip(stars: number): number {
  return Math.min(5, Math.max(0.5, stars));
}

/** Number of ratings whose thermometer is hit with at most two ones too many or too few. */
export function withinOneStar(predicted: Float64Array, halfStars: Uint8Array): number {
  let hits = 0;
  for (let r = 0; r < halfStars.length; r++) {
    if (Math.abs(predictedOnes(predicted[r]) - halfStars[r]) <= 2) hits++;
  }
  return hits;
}

/** Number of ratings of which it is rightly said whether they are likes (4 stars and more). */
export function rightLikes(predicted: Float64Array, halfStars: Uint8Array, threshold: number): number {
  let hits = 0;
  for (let r = 0; r < halfStars.length; r++) {
    if (predicted[r] >= threshold === halfStars[r] >= LIKE_HALF_STARS) hits++;
  }
  return hits;
}

/**
 * Area under the ROC curve: the chance that a like is predicted above a film that is not liked, ties half
 * (Mann and Whitney 1947). Null where the ratings are all of one kind.
 */
export function auc(predicted: Float64Array, halfStars: Uint8Array): number | null {
  const order = Array.from(halfStars.keys()).sort((a, b) => predicted[a] - predicted[b]);
  let likes = 0;
  let rankSum = 0;
  for (let start = 0, end = 0; start < order.length; start = end) {
    while (end < order.length && predicted[order[end]] === predicted[order[start]]) end++;
    const meanRank = (start + 1 + end) / 2;
    for (let k = start; k < end; k++) {
      if (halfStars[order[k]] < LIKE_HALF_STARS) continue;
      likes++;
      rankSum += meanRank;
    }
  }
  const others = order.length - likes;
  return likes === 0 || others === 0 ? null : (rankSum - (likes * (likes + 1)) / 2) / (likes * others);
}

/**
 * Per bin of the shown match figure (0..1): sum of (match - liked), over the number of ratings in the bin.
 * The expected calibration error is sum over bins of |sum| / number of all ratings (Naeini et al. 2015).
 */
export function calibrationTallies(match: Float64Array, halfStars: Uint8Array): Tally[] {
  const bins = Array.from({ length: CALIBRATION_BINS }, (): Tally => [0, 0]);
  for (let r = 0; r < halfStars.length; r++) {
    const shown = Math.min(1, Math.max(0, match[r]));
    const bin = bins[Math.min(CALIBRATION_BINS - 1, Math.floor(shown * CALIBRATION_BINS))];
    bin[0] += shown - Number(halfStars[r] >= LIKE_HALF_STARS);
    bin[1]++;
  }
  return bins;
}

/** Expected calibration error of bins added up over users; NaN where nothing was tallied. */
export function calibrationError(bins: readonly Tally[]): number {
  let gap = 0;
  let total = 0;
  for (const [sum, count] of bins) {
    gap += Math.abs(sum);
    total += count;
  }
  return gap / total;
}

/** Match figures above this are as good as promises. */
const SURE_MATCH = 0.95;

/** Of the films whose shown match figure is above .95, how many are liked, over their number. */
function sureTally(match: Float64Array, halfStars: Uint8Array): Tally {
  const tally: Tally = [0, 0];
  for (let r = 0; r < halfStars.length; r++) {
    if (match[r] <= SURE_MATCH) continue;
    tally[0] += Number(halfStars[r] >= LIKE_HALF_STARS);
    tally[1]++;
  }
  return tally;
}

/** Name of a calibration bin among the tallies. */
export function calibrationKey(bin: number): string {
  return `calibration${bin}`;
}

/**
 * All rating metrics of one user's test part. Taught by likes, what is measured in stars is left out, and predictions are
 * matches; a model that shows matches beside stars has these calibrated too.
 */
export function ratingTallies(model: PersonalRecommender, test: History, feedback: Feedback): Tallies {
  const { item, halfStars } = test;
  const predicted = model.predict(item);
  const best = (metric: PredictionMetric) => model.predictFor?.(metric, item) ?? predicted;
  const tallies = tallyPredictions(predicted, halfStars, feedback, best);
  if (model.match) tallyMatches(tallies, model.match(item), halfStars);
  return tallies;
}

function tallyMatches(tallies: Tallies, match: Float64Array, halfStars: Uint8Array): void {
  calibrationTallies(match, halfStars).forEach((tally, bin) => {
    if (tally[1] > 0) tallies[calibrationKey(bin)] = tally;
  });
  const sure = sureTally(match, halfStars);
  if (sure[1] > 0) tallies.sureLiked = sure;
}

/** The same for predictions already made. */
export function tallyPredictions(
  predicted: Float64Array,
  halfStars: Uint8Array,
  feedback: Feedback,
  best: (metric: PredictionMetric) => Float64Array = () => predicted,
): Tallies {
  const tallies: Tallies = {};
  const n = halfStars.length;
  if (n === 0) return tallies;
  if (feedback !== 'likes') {
    tallies.rmse = squaredErrors(best('rmse'), halfStars);
    tallies.mae = absoluteErrors(best('mae'), halfStars);
    tallies.within1Star = [withinOneStar(best('within1Star'), halfStars) / n, 1];
  } else {
    tallyMatches(tallies, predicted, halfStars);
  }
  const area = auc(best('auc'), halfStars);
  if (area !== null) tallies.auc = [area, 1];
  const threshold = feedback === 'likes' ? LIKE_THRESHOLD_MATCH : LIKE_THRESHOLD_STARS;
  tallies.likeAccuracy = [rightLikes(best('likeAccuracy'), halfStars, threshold) / n, 1];
  return tallies;
}

/** Binary nDCG of the first ten (Järvelin and Kekäläinen 2002), 0..1: the ideal list has as many hits as can be. */
export function ndcg10(list: readonly number[], relevant: ReadonlySet<number>): number {
  let gain = 0;
  let ideal = 0;
  for (let k = 0; k < LIST_LENGTH; k++) {
    const discount = 1 / Math.log2(k + 2);
    if (k < list.length && relevant.has(list[k])) gain += discount;
    if (k < relevant.size) ideal += discount;
  }
  return gain / ideal;
}

/**
 * Hits of a list of ten over the most there could be: min(10, number of relevant items); at most 1.
 * @param found all films of the list, those included that fold behind another one.
 */
export function recall10(found: readonly number[], relevant: ReadonlySet<number>): number {
  const hits = found.filter((item) => relevant.has(item)).length;
  return Math.min(1, hits / Math.min(LIST_LENGTH, relevant.size));
}

/**
 * Mean self-information of a list's films: -log2 of the share of users who rated them, in bits.
 * A film that nobody rated counts as rated by one.
 * @param raters number of raters of each item; @param userCount of those users.
 */
export function novelty(list: readonly number[], raters: Uint32Array, userCount: number): number {
  let bits = 0;
  for (const item of list) bits -= Math.log2(Math.max(1, raters[item]) / userCount);
  return bits / list.length;
}

/** Mean distance of a list's pairs: 1 - shared genres / genres of either (Jaccard); 0 for a list of one. */
export function diversity(list: readonly number[], genres: Uint32Array): number {
  let sum = 0;
  let pairs = 0;
  for (let a = 0; a < list.length; a++) {
    for (let b = 0; b < a; b++) {
      const either = countBits(genres[list[a]] | genres[list[b]]);
      const both = countBits(genres[list[a]] & genres[list[b]]);
      sum += either === 0 ? 0 : 1 - both / either;
      pairs++;
    }
  }
  return pairs === 0 ? 0 : sum / pairs;
}

/** Middle of the sorted values; mean of the two middle ones for an even number; NaN for none. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
