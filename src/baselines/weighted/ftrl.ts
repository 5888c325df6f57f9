import { type FeatureRows, featureSum } from '../../lib/gaussian/gaussian-posterior';
import { type ChosenOptions, optionsFor } from '../chosen-options';
import { deviationOfRating, expectedOfFilms, RunningBias, scaleOf, type Teaching } from '../deviations';
import { gateFor, type HistoryGate } from '../history-gate';
import { filmsOf } from '../prior/prior-features';
import type { FittedRecommender, History, PersonalRecommender, Recommender, Training } from '../recommender';
import { FtrlWeights, type StepOptions } from './ftrl-weights';

/** Steps, and how far the weights are trusted. */
export interface FtrlOptions extends StepOptions {
  /** Rounds in which the public weights are learned; 0 starts everyone without any. */
  rounds: number;
  /** Weights of b_u and of what the features say by length of the history. */
  gates: readonly HistoryGate[];
}

/** Chosen for RMSE in 16 trials each: npm run fit:rivals -- --models ftrl, and with --feedback clicks */
const FTRL_OPTIONS: ChosenOptions<FtrlOptions> = {
  stars: {
    ...{ rate: 0.02, smoothing: 0.1, l1: 0.1, l2: 1, rounds: 1 },
    gates: [
      { ratings: 1, userBias: 1.02, votes: 0.04 },
      { ratings: 2, userBias: 1.06, votes: 0.01 },
      { ratings: 5, userBias: 0.77, votes: 0.1 },
      { ratings: 10, userBias: 0.57, votes: 0.32 },
      { ratings: 20, userBias: 0.52, votes: 0.42 },
      { ratings: 50, userBias: 0.47, votes: 0.57 },
      { ratings: 100, userBias: 0.22, votes: 0.82 },
    ],
  },
  clicks: {
    ...{ smoothing: 0.03, l2: 0 },
    gates: [
      { ratings: 1, userBias: 0.96, votes: 0.05 },
      { ratings: 2, userBias: 0.81, votes: 0.13 },
      { ratings: 5, userBias: 0.74, votes: 0.17 },
      { ratings: 10, userBias: 0.62, votes: 0.38 },
      { ratings: 20, userBias: 0.69, votes: 0.4 },
      { ratings: 50, userBias: 0.7, votes: 0.55 },
      { ratings: 100, userBias: 0.52, votes: 0.74 },
    ],
  },
};

/**
 * One online regression a user by follow-the-regularized-leader, the industry's standard for clicks (McMahan et al. 2013,
 * "Ad click prediction: a view from the trenches"): a rating moves the weights of its film's features and is not kept.
 *
 *   mu + b_i + beta(n) b_u + gamma(n) (w + v) x_i
 *
 * x: 1, the film's bias, the bits of the wnn's own retina. w: the public weights, the mean of those that training users
 * come to from the same start. v: the user's own, from 0. Taught by likes, the regression is logistic, and what
 * gamma weighs is how far (w + v) x_i moves the chance of a like. What was learned depends on the order of the ratings,
 * and none of them can be taken out again.
 */
export function createFtrl(own: Partial<FtrlOptions> = {}): Recommender {
  return {
    name: 'ftrl',
    fit: (training) => new FittedFtrl(training, optionsFor(FTRL_OPTIONS, training.feedback, own)),
  };
}

/** With the defaults. */
export const ftrl: Recommender = createFtrl();

class FittedFtrl implements FittedRecommender {
  private readonly settings: FtrlOptions;
  private readonly teaching: Teaching;
  private readonly expected: Float64Array;
  private readonly features: FeatureRows;
  /** Of every film, the sum for someone who has rated nothing: stars, or the logit of a like. */
  private readonly base: Float64Array;

  constructor(training: Training, settings: FtrlOptions) {
    const { effects, feedback } = training;
    this.settings = settings;
    this.teaching = training;
    this.expected = expectedOfFilms(effects, feedback);
    this.features = filmsOf(training, { dimensions: 0, values: new Float32Array(0) }).features;
    this.base = this.expected.map(feedback === 'likes' ? logit : (stars) => stars);
    this.learnPublic(training);
  }

  personalize({ item, halfStars }: History): PersonalRecommender {
    const { expected, teaching, settings } = this;
    const own = new FtrlWeights(this.features, settings);
    const bias = new RunningBias(expected, teaching);
    const learn = (film: number, half: number) => {
      this.step(own, film, half, teaching);
      bias.add(film, half);
    };
    for (let r = 0; r < item.length; r++) learn(item[r], halfStars[r]);
    return {
      predict: (items) => {
        const gate = gateFor(settings.gates, bias.count);
        const userBias = gate.userBias * bias.userBias;
        return Float64Array.from(
          items,
          (film) => expected[film] + userBias + gate.votes * (this.expect(own, film) - expected[film]),
        );
      },
      learn,
    };
  }

  /** What a film is expected to be given, before any gate. */
  private expect(weights: FtrlWeights, film: number): number {
    const sum = this.base[film] + weights.sum(film);
    return this.teaching.feedback === 'likes' ? 1 / (1 + Math.exp(-sum)) : sum;
  }

  private step(weights: FtrlWeights, film: number, halfStars: number, teaching: Teaching): void {
    const expected = this.expected[film];
    const target = expected + deviationOfRating(teaching, halfStars, expected);
    weights.step(film, this.expect(weights, film) - target);
  }

  /** The mean of the weights that training users come to, round after round from the mean of the last. */
  private learnPublic({ catalogue, ratings, feedback }: Training): void {
    const teaching = { feedback: scaleOf(feedback) };
    for (let round = 0; round < this.settings.rounds; round++) {
      const sum = new Float64Array(this.features.width);
      for (let user = 0; user < ratings.userCount; user++) {
        const own = new FtrlWeights(this.features, this.settings);
        for (let r = ratings.offsets[user]; r < ratings.offsets[user + 1]; r++) {
          this.step(own, ratings.item[r], ratings.halfStars[r], teaching);
        }
        for (let k = 0; k < sum.length; k++) sum[k] += own.values[k];
      }
      const moved = sum.map((value) => value / Math.max(1, ratings.userCount));
      for (let film = 0; film < catalogue.count; film++) {
        this.base[film] += featureSum(this.features, moved, film);
      }
    }
  }
}

/** @param chance in (0, 1). */
function logit(chance: number): number {
  return Math.log(chance / (1 - chance));
}
