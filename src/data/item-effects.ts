import { solveSymmetric } from '../lib/linear-algebra';
import { type Catalogue, GENRES, NO_VOTE_AVERAGE } from './catalogue';
import { countRatings, type PublicCounts } from './public-counts';
import type { Ratings } from './ratings';

/** What everyone's ratings say of each film: public, and the same for all users. */
export interface ItemEffects {
  /** Mean rating of the chosen users, in stars. */
  globalMean: number;
  /** Deviation of each film from the global mean, in stars, shrunk toward what its facts suggest; length count. */
  bias: Float64Array;
  /** Share of the chosen users' ratings that are likes (>= 4 stars). */
  globalLikeRate: number;
  /** Chance that someone who rates the film likes it, in (0, 1), shrunk toward its facts; length count. */
  likeRate: Float64Array;
  /** Number of likes and of ratings by the chosen users; length count. */
  likes: Uint32Array;
  ratings: Uint32Array;
  /** What facts suggest of a film: weights of its facts, for stars beyond the global mean and for likes beyond their rate. */
  prior: Record<'stars' | 'likes', Float64Array>;
}

/** Weight of the prior, in ratings (docs/model.md, Item effects). */
const PRIOR_RATINGS = 8;
/** Ridge penalty of the prior's regression, in ratings. */
const PRIOR_RIDGE = 20;
/** A like rate stays this far from certainty, so that no like and no dislike is ever without weight. */
const LIKE_RATE_MARGIN = 0.02;

/** Standardized facts that predict how a film is rated on average: quality, fame, age, genres; item-major. */
export function priorFeatures(catalogue: Catalogue): { features: Float64Array; width: number } {
  const width = 6 + GENRES.length;
  const features = new Float64Array(catalogue.count * width);
  for (let i = 0; i < catalogue.count; i++) {
    const row = i * width;
    const known = catalogue.voteAverage[i] !== NO_VOTE_AVERAGE && catalogue.voteCount[i] > 0;
    const votes = catalogue.voteCount[i];
    // A vote average of few votes says little: shrink it toward the usual 6.2 with the weight of ten votes.
    const quality = known ? ((catalogue.voteAverage[i] / 10 - 6.2) * votes) / (votes + 10) : 0;
    features[row] = 1;
    features[row + 1] = quality;
    features[row + 2] = quality * Math.abs(quality) * 0.5;
    features[row + 3] = known ? (Math.log1p(votes) - 5) / 2 : -1;
    features[row + 4] = catalogue.year[i] > 0 ? (catalogue.year[i] - 1990) / 20 : 0;
    features[row + 5] = catalogue.runtime[i] > 0 ? (Math.min(catalogue.runtime[i], 200) - 105) / 30 : 0;
    for (let g = 0; g < GENRES.length; g++) features[row + 6 + g] = (catalogue.genres[i] >>> g) & 1;
  }
  return { features, width };
}

/** Weighted ridge regression of the films' means on their facts; returns the weights of the facts. */
function regressPrior(
  features: Float64Array,
  width: number,
  sum: Float64Array,
  n: Uint32Array,
): Float64Array {
  const gram = new Float64Array(width * width);
  const moment = new Float64Array(width);
  for (let i = 0; i < n.length; i++) {
    if (n[i] === 0) continue;
    // A film's mean carries its own spread besides that of its ratings, so weight saturates.
    const weight = n[i] / (1 + n[i] / PRIOR_RATINGS);
    const mean = sum[i] / n[i];
    for (let a = 0; a < width; a++) {
      const wa = weight * features[i * width + a];
      if (wa === 0) continue;
      moment[a] += wa * mean;
      for (let b = 0; b <= a; b++) gram[a * width + b] += wa * features[i * width + b];
    }
  }
  for (let a = 0; a < width; a++) gram[a * width + a] += a === 0 ? 1e-3 : PRIOR_RIDGE;
  return solveSymmetric(gram, width, moment);
}

/** What weights say of every film whose facts are given. */
export function fittedBy(weights: Float64Array, features: Float64Array): Float64Array {
  const width = weights.length;
  const fitted = new Float64Array(features.length / width);
  for (let i = 0; i < fitted.length; i++) {
    let value = 0;
    for (let a = 0; a < width; a++) value += weights[a] * features[i * width + a];
    fitted[i] = value;
  }
  return fitted;
}

/**
 * Estimates means, biases and like rates from the ratings of the chosen users.
 * @param includesUser which users count (index 0..userCount-1); all by default.
 */
export function fitItemEffects(
  catalogue: Catalogue,
  ratings: Ratings,
  includesUser: (user: number) => boolean = () => true,
): ItemEffects {
  return effectsOf(catalogue, countRatings(ratings, catalogue.count, includesUser));
}

/**
 * Estimates means, biases and like rates from what was counted of each film.
 * b_i = (sum of residuals + 8 prior_i) / (n_i + 8), prior_i by ridge regression on facts (docs/model.md, Item effects).
 */
export function effectsOf(catalogue: Catalogue, counts: PublicCounts): ItemEffects {
  const { count } = catalogue;
  const { ratings, likes, halfStars } = counts;
  const total = sumOf(ratings);
  const globalMean = total > 0 ? sumOf(halfStars) / 2 / total : 3.5;
  const globalLikeRate = total > 0 ? sumOf(likes) / total : 0.5;
  const { features, width } = priorFeatures(catalogue);
  const starResidual = new Float64Array(count);
  const likeResidual = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    starResidual[i] = halfStars[i] / 2 - ratings[i] * globalMean;
    likeResidual[i] = likes[i] - ratings[i] * globalLikeRate;
  }
  const prior = {
    stars: regressPrior(features, width, starResidual, ratings),
    likes: regressPrior(features, width, likeResidual, ratings),
  };
  const starPrior = fittedBy(prior.stars, features);
  const likePrior = fittedBy(prior.likes, features);
  const bias = new Float64Array(count);
  const likeRate = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    bias[i] = (starResidual[i] + PRIOR_RATINGS * starPrior[i]) / (ratings[i] + PRIOR_RATINGS);
    const rate =
      globalLikeRate + (likeResidual[i] + PRIOR_RATINGS * likePrior[i]) / (ratings[i] + PRIOR_RATINGS);
    likeRate[i] = withinMargin(rate);
  }
  return { globalMean, bias, globalLikeRate, likeRate, likes, ratings, prior };
}

/** A like rate that is never certain. */
export function withinMargin(rate: number): number {
  return Math.min(1 - LIKE_RATE_MARGIN, Math.max(LIKE_RATE_MARGIN, rate));
}

function sumOf(values: Uint32Array): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum;
}
