import { answerOf } from '../../data/opinion';
import { LIKE_HALF_STARS } from '../../data/ratings';
import { deviationsOf, expectedOfFilms, scaleOf, type Teaching, trainingResiduals } from '../deviations';
import { gateFor, type HistoryGate } from '../history-gate';
import { popularityScores } from '../popularity';
import type { History, Recommender, Training } from '../recommender';

/** What one user's history says for or against a film, about -1..1. */
export type Voter = (history: History) => (item: number) => number;

/** How votes become ratings and lists. */
export interface VoterOptions {
  /** Weights of b_u and of the votes in a predicted rating, by length of the history. */
  gates: readonly HistoryGate[];
  /** In lists, added to the votes times log(1 + likes of the film). */
  prior: number;
}

/**
 * A recommender made of votes without a unit:
 *
 *   rating: mu + b_i + beta(n) b_u + gamma(n) s vote_i,   list: vote_i + prior log(1 + likes_i)
 *
 * s: root mean square of what ratings say beyond mu, b_i and b_u, which gives votes the unit of what is taught.
 */
export function createVoting<T extends VoterOptions>(
  name: string,
  optionsOf: (training: Training) => T,
  voterOf: (training: Training, options: T) => Voter,
): Recommender {
  return {
    name,
    fit(training) {
      const { effects, feedback, ratings } = training;
      const options = optionsOf(training);
      const { gates, prior } = options;
      const expected = expectedOfFilms(effects, feedback);
      const residuals = trainingResiduals(ratings, effects, scaleOf(feedback));
      const squares = residuals.reduce((sum, value) => sum + value * value, 0);
      const spread = Math.sqrt(squares / Math.max(1, residuals.length));
      const floor = popularityScores(effects);
      const voter = voterOf(training, options);
      return {
        personalize(history) {
          const { userBias } = deviationsOf(history, expected, training);
          const gate = gateFor(gates, history.item.length);
          const vote = voter(history);
          const base = gate.userBias * userBias;
          return {
            predict: (items) =>
              Float64Array.from(items, (item) => expected[item] + base + gate.votes * spread * vote(item)),
            // Popularity decides between equals.
            rank: () =>
              floor.map((likes, i) => vote(i) + prior * Math.log1p(effects.likes[i]) + likes * 1e-9),
          };
        },
      };
    },
  };
}

/** Which ratings a discriminator of likes learns: four stars or more, or more than is expected of film and user. */
export type Classes = 'verdict' | 'deviation';

/** Films with the class that each is learned in. */
export interface Classed {
  item: Uint32Array;
  /** 1 like, 0 dislike. */
  like: Uint8Array;
}

/** The class of each rating of a history. Of clicks, so-so is no verdict: such films are left out. */
export function classesOf(
  history: History,
  classes: Classes,
  expected: Float64Array,
  teaching: Teaching,
): Classed {
  const { item, halfStars } = history;
  if (classes === 'deviation') {
    const { residual } = deviationsOf(history, expected, teaching);
    return { item, like: Uint8Array.from(residual, (value) => Number(value > 0)) };
  }
  const speaks = (r: number) => teaching.feedback !== 'clicks' || answerOf(halfStars[r]) !== 'so-so';
  return {
    item: item.filter((_, r) => speaks(r)),
    like: halfStars.filter((_, r) => speaks(r)).map((half) => Number(half >= LIKE_HALF_STARS)),
  };
}
