import { likesMatrix, userItemMatrix } from '../data/rating-matrix';
import { type SparseMatrix, transpose } from '../lib/sparse-matrix';
import { type ChosenOptions, optionsFor } from './chosen-options';
import { deviationsOf, expectedOfFilms, likedItems, trainingResiduals } from './deviations';
import { gateFor, type HistoryGate, UNGATED } from './history-gate';
import { type ItemSimilarity, residualSimilarity } from './item-similarity';
import { type LikeNeighbourOptions, likeNeighbours } from './like-neighbours';
import { createNeighbourVote, type VoteOptions } from './neighbour-vote';
import { popularityScores } from './popularity';
import type { History, Recommender, Training } from './recommender';

/** How films are compared and how their votes are weighed, for ratings and for lists. */
export interface ItemKnnOptions extends VoteOptions, LikeNeighbourOptions {
  /** Similarity is multiplied by n / (n + this), n the users who rated both films. */
  similarityShrinkage: number;
  /** Films rated by fewer people are similar to none. */
  minimumUsers: number;
  /** Weights of b_u and of the votes in a predicted rating, by length of the history. */
  gates: readonly HistoryGate[];
  /** What will be asked for; ratings and lists need a table each. Without its table, a rating is mu + b_i + b_u. */
  serves: 'both' | 'ratings' | 'lists';
}

/** Chosen on inner folds (docs/baselines.md); for clicks: npm run fit:rivals -- --feedback clicks --models item-knn */
export const ITEM_KNN_OPTIONS: ChosenOptions<ItemKnnOptions> = {
  stars: {
    neighbours: 40,
    similarityShrinkage: 50,
    voteShrinkage: 0.1,
    power: 2,
    minimumUsers: 4,
    gates: UNGATED,
    serves: 'both',
    listNeighbours: 500,
    listShrinkage: 3,
    listExponent: 0.65,
  },
  clicks: {
    ...{ neighbours: 80, similarityShrinkage: 70, voteShrinkage: 0.2, minimumUsers: 2 },
    gates: [
      { ratings: 1, userBias: 1.02, votes: 1.15 },
      { ratings: 2, userBias: 1.01, votes: 1.8 },
      { ratings: 5, userBias: 0.97, votes: 2.58 },
      { ratings: 10, userBias: 1.06, votes: 2.29 },
      { ratings: 20, userBias: 1.12, votes: 1.93 },
      { ratings: 50, userBias: 1.24, votes: 1.95 },
      { ratings: 100, userBias: 1.28, votes: 2.47 },
    ],
  },
};

/**
 * What the user said of similar films (Sarwar et al. 2001), on residuals after mu, b_i and b_u (Koren and Bell 2011):
 *
 *   mu + b_i + b_u + sum_j s_ij^p r_uj / (sum_j s_ij^p + shrinkage),   j: most similar films that u rated, s_ij > 0
 *
 * Taught by clicks, b_u and the votes are weighed by the number of ratings. For lists: the sum of the liked films' similarities by likes (`likeNeighbours`).
 */
export function createItemKnn(own: Partial<ItemKnnOptions> = {}): Recommender {
  return {
    name: 'item-knn',
    fit(training) {
      const { effects, feedback } = training;
      const settings = optionsFor(ITEM_KNN_OPTIONS, feedback, own);
      const expected = expectedOfFilms(effects, feedback);
      const similarity = settings.serves === 'lists' ? null : fitSimilarity(training, settings);
      const neighbours = settings.serves === 'ratings' ? null : fitNeighbours(training, settings);
      const floor = popularityScores(effects);
      return {
        personalize(history) {
          const { userBias, residual } = deviationsOf(history, expected, training);
          const gate = gateFor(settings.gates, history.item.length);
          const base = gate.userBias * userBias;
          return {
            predict: (items) =>
              votesOf(similarity, items, history, residual, settings).map(
                (vote, k) => expected[items[k]] + base + gate.votes * vote,
              ),
            ...(neighbours && { rank: () => sumOfSimilarities(neighbours, likedItems(history), floor) }),
          };
        },
      };
    },
  };
}

/** With the defaults. */
export const itemKnn: Recommender = createItemKnn();

function fitSimilarity({ catalogue, ratings, effects }: Training, settings: ItemKnnOptions): ItemSimilarity {
  const byUser = userItemMatrix(ratings, catalogue.count, trainingResiduals(ratings, effects));
  return residualSimilarity(byUser, transpose(byUser), settings.similarityShrinkage, settings.minimumUsers);
}

function fitNeighbours({ catalogue, ratings }: Training, settings: ItemKnnOptions): SparseMatrix {
  const likes = likesMatrix(ratings, catalogue.count);
  return likeNeighbours(likes, transpose(likes), settings);
}

function votesOf(
  similarity: ItemSimilarity | null,
  items: Uint32Array,
  history: History,
  residual: Float64Array,
  options: VoteOptions,
): Float64Array {
  const votes = new Float64Array(items.length);
  if (!similarity) return votes;
  const { place, size, values } = similarity;
  const vote = createNeighbourVote(options);
  for (let k = 0; k < items.length; k++) {
    const row = place[items[k]] * size;
    if (row < 0) continue;
    for (let r = 0; r < history.item.length; r++) {
      const column = place[history.item[r]];
      if (column >= 0) vote.offer(values[row + column], residual[r]);
    }
    votes[k] = vote.take();
  }
  return votes;
}

function sumOfSimilarities(neighbours: SparseMatrix, liked: Uint32Array, floor: Float64Array): Float64Array {
  // Popularity decides only where no liked film has a say.
  const scores = floor.map((value) => value * 1e-9);
  for (const item of liked) {
    for (let k = neighbours.offsets[item]; k < neighbours.offsets[item + 1]; k++) {
      scores[neighbours.column[k]] += neighbours.value[k];
    }
  }
  return scores;
}
