import { likesMatrix, userItemMatrix } from '../data/rating-matrix';
import { type SparseMatrix, transpose } from '../lib/sparse-matrix';
import { type ChosenOptions, optionsFor } from './chosen-options';
import { deviationsOf, expectedOfFilms, likedItems, scaleOf, trainingResiduals } from './deviations';
import { gateFor, type HistoryGate, UNGATED } from './history-gate';
import { createNeighbourVote, type VoteOptions } from './neighbour-vote';
import { popularityScores } from './popularity';
import type { History, Recommender } from './recommender';

/** How people are compared and how their votes are weighed, for ratings and for lists. */
export interface UserKnnOptions extends VoteOptions {
  /** Similarity is multiplied by n / (n + this), n the films both rated. */
  similarityShrinkage: number;
  /** Weights of b_u and of the votes in a predicted rating, by length of the history. */
  gates: readonly HistoryGate[];
  /** For lists: the most similar users whose likes count, and the shrinkage of their similarity, in common likes. */
  listNeighbours: number;
  listShrinkage: number;
  /** For lists: scores are divided by the film's number of likes to this power; more holds popular films back. */
  listExponent: number;
}

/** Chosen on inner folds (docs/baselines.md); for clicks: npm run fit:rivals -- --feedback clicks --models user-knn */
export const USER_KNN_OPTIONS: ChosenOptions<UserKnnOptions> = {
  stars: {
    neighbours: 60,
    similarityShrinkage: 60,
    voteShrinkage: 0.6,
    power: 1,
    gates: UNGATED,
    listNeighbours: 60,
    listShrinkage: 20,
    listExponent: 0.3,
  },
  clicks: {
    ...{ similarityShrinkage: 180, voteShrinkage: 1 },
    gates: [
      { ratings: 1, userBias: 1.03, votes: 4.17 },
      { ratings: 2, userBias: 1.02, votes: 3.52 },
      { ratings: 5, userBias: 0.98, votes: 2.89 },
      { ratings: 10, userBias: 1.06, votes: 2.94 },
      { ratings: 20, userBias: 1.12, votes: 2.27 },
      { ratings: 50, userBias: 1.23, votes: 1.98 },
      { ratings: 100, userBias: 1.26, votes: 2.01 },
    ],
  },
};

/**
 * What people with the same taste say (Herlocker et al. 1999), on residuals after mu, b_i and b_u.
 *
 *   mu + b_i + b_u + sum_v s_uv^p r_vi / (sum_v s_uv^p + shrinkage),   v: most similar users who rated i, s_uv > 0
 *
 * Taught by clicks, b_u and the votes are weighed by the number of ratings. Taught by likes, residuals are of likes throughout: a neighbour's vote is in the unit that is predicted.
 * s_uv is the cosine of the residuals on the films both rated, shrunk by their number. For lists: the likes of the most
 * similar users, each weighted by the cosine of likes.
 */
export function createUserKnn(own: Partial<UserKnnOptions> = {}): Recommender {
  return {
    name: 'user-knn',
    fit(training) {
      const { catalogue, ratings, effects, feedback } = training;
      const settings = optionsFor(USER_KNN_OPTIONS, feedback, own);
      const expected = expectedOfFilms(effects, feedback);
      const byItem = transpose(
        userItemMatrix(ratings, catalogue.count, trainingResiduals(ratings, effects, scaleOf(feedback))),
      );
      const likes = likesMatrix(ratings, catalogue.count);
      const likesByItem = transpose(likes);
      const floor = popularityScores(effects);
      return {
        personalize(history) {
          const { userBias, residual } = deviationsOf(history, expected, training);
          const similarity = residualSimilarity(byItem, history, residual, settings.similarityShrinkage);
          const vote = createNeighbourVote(settings);
          const gate = gateFor(settings.gates, history.item.length);
          const base = gate.userBias * userBias;
          return {
            predict: (items) =>
              Float64Array.from(items, (item) => {
                for (let k = byItem.offsets[item]; k < byItem.offsets[item + 1]; k++) {
                  vote.offer(similarity[byItem.column[k]], byItem.value[k]);
                }
                return expected[item] + base + gate.votes * vote.take();
              }),
            rank: () => rankByNeighbours(likes, likesByItem, likedItems(history), floor, settings),
          };
        },
      };
    },
  };
}

/** With the defaults. */
export const userKnn: Recommender = createUserKnn();

/** Shrunken cosine, on films in common, of one user's residuals with every training user's; negative ones become 0. */
function residualSimilarity(
  byItem: SparseMatrix,
  { item }: History,
  residual: Float64Array,
  shrinkage: number,
) {
  const userCount = byItem.columnCount;
  const product = new Float64Array(userCount);
  const own = new Float64Array(userCount);
  const other = new Float64Array(userCount);
  const common = new Uint32Array(userCount);
  for (let r = 0; r < item.length; r++) {
    const x = residual[r];
    for (let k = byItem.offsets[item[r]]; k < byItem.offsets[item[r] + 1]; k++) {
      const v = byItem.column[k];
      const y = byItem.value[k];
      product[v] += x * y;
      own[v] += x * x;
      other[v] += y * y;
      common[v]++;
    }
  }
  for (let v = 0; v < userCount; v++) {
    const norms = Math.sqrt(own[v] * other[v]);
    const cosine = norms > 0 ? product[v] / norms : 0;
    product[v] = cosine > 0 ? (cosine * common[v]) / (common[v] + shrinkage) : 0;
  }
  return product;
}

function rankByNeighbours(
  likes: SparseMatrix,
  likesByItem: SparseMatrix,
  liked: Uint32Array,
  floor: Float64Array,
  { listNeighbours, listShrinkage, listExponent }: UserKnnOptions,
): Float64Array {
  const common = new Float64Array(likes.rowCount);
  for (const item of liked) {
    for (let k = likesByItem.offsets[item]; k < likesByItem.offsets[item + 1]; k++)
      common[likesByItem.column[k]]++;
  }
  const similarity = common.map((n, v) => {
    const size = likes.offsets[v + 1] - likes.offsets[v];
    return n === 0 ? 0 : ((n / Math.sqrt(size * liked.length)) * n) / (n + listShrinkage);
  });
  const order = [...similarity.keys()]
    .sort((a, b) => similarity[b] - similarity[a] || a - b)
    .slice(0, listNeighbours);
  // Popularity decides only where no neighbour has a say.
  const scores = floor.map((value) => value * 1e-9);
  for (const v of order) {
    for (let k = likes.offsets[v]; k < likes.offsets[v + 1]; k++) {
      const item = likes.column[k];
      const likers = likesByItem.offsets[item + 1] - likesByItem.offsets[item];
      scores[item] += similarity[v] / likers ** listExponent;
    }
  }
  return scores;
}
