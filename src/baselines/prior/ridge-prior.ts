import { ByteReader, ByteWriter } from '../../lib/bytes';
import { type EnvelopeFormat, seal, unseal } from '../../lib/envelope';
import {
  type FeatureRows,
  featureSum,
  type GaussianPrior,
  type Group,
  posteriorWeights,
  priorOf,
} from '../../lib/gaussian/gaussian-posterior';
import { fitPrior, startingPrior } from '../../lib/gaussian/gaussian-prior';
import { type ChosenOptions, optionsFor } from '../chosen-options';
import { deviationsOf, expectedOfFilms, historyOf, RunningBias, scaleOf, type Teaching } from '../deviations';
import { gateFor, type HistoryGate } from '../history-gate';
import type { FittedRecommender, History, PersonalRecommender, Recommender, Training } from '../recommender';
import { crossFitFilms, type Films, filmsOf } from './prior-features';
import { RecursivePosterior } from './recursive-least-squares';

/** What films are told by, where the prior starts, and the gate. */
export interface RidgePriorOptions {
  /** Collaborative codes a film; 0 for none. */
  codes: number;
  /** Starting variance of the weights of each retina bit and each code, as a share of the noise. */
  bitVariance: number;
  codeVariance: number;
  /** Weight of the starting covariance, in people. */
  strength: number;
  /** Rounds of expectation and maximization. */
  rounds: number;
  /** Weights of b_u and of the regression by length of the history. */
  gates: readonly HistoryGate[];
}

/** Starting variances of the weights of 1 and of the film's bias, as shares of the noise. */
const INTERCEPT_VARIANCE = 1 / 3;
const BIAS_VARIANCE = 0.06;
/** Share of the variance of the targets that is taken for noise at the start. */
const STARTING_NOISE = 0.85;

/** Chosen for RMSE, without codes, in 16 trials each: npm run fit:rivals -- --models ridge-prior, and with --feedback clicks */
const RIDGE_PRIOR: ChosenOptions<RidgePriorOptions> = {
  stars: {
    codes: 0,
    bitVariance: 0.0125,
    codeVariance: 0.01,
    strength: 5,
    rounds: 5,
    gates: [
      { ratings: 1, userBias: 0.74, votes: 0.46 },
      { ratings: 2, userBias: 0.68, votes: 0.49 },
      { ratings: 5, userBias: 0.27, votes: 0.72 },
      { ratings: 10, userBias: 0.1, votes: 0.89 },
      { ratings: 20, userBias: 0.08, votes: 0.95 },
      { ratings: 50, userBias: 0.09, votes: 0.97 },
      { ratings: 100, userBias: 0.06, votes: 1 },
    ],
  },
  clicks: {
    strength: 30,
    rounds: 8,
    gates: [
      { ratings: 1, userBias: 0.66, votes: 0.47 },
      { ratings: 2, userBias: 0.59, votes: 0.47 },
      { ratings: 5, userBias: 0.29, votes: 0.73 },
      { ratings: 10, userBias: 0.23, votes: 0.86 },
      { ratings: 20, userBias: 0.23, votes: 0.92 },
      { ratings: 50, userBias: 0.3, votes: 0.95 },
      { ratings: 100, userBias: 0.25, votes: 1.01 },
    ],
  },
};

/** Chosen for RMSE, with codes, in 16 trials each: npm run fit:rivals -- --models ridge-prior-codes, and with --feedback clicks */
const RIDGE_PRIOR_CODES: ChosenOptions<RidgePriorOptions> = {
  stars: {
    codes: 24,
    bitVariance: 0.009,
    codeVariance: 0.003,
    strength: 15,
    rounds: 5,
    gates: [
      { ratings: 1, userBias: 0.67, votes: 0.55 },
      { ratings: 2, userBias: 0.6, votes: 0.57 },
      { ratings: 5, userBias: 0.19, votes: 0.79 },
      { ratings: 10, userBias: 0.09, votes: 0.9 },
      { ratings: 20, userBias: 0.07, votes: 0.94 },
      { ratings: 50, userBias: 0.1, votes: 0.95 },
      { ratings: 100, userBias: 0.09, votes: 0.96 },
    ],
  },
  clicks: {
    bitVariance: 0.0125,
    gates: [
      { ratings: 1, userBias: 0.62, votes: 0.55 },
      { ratings: 2, userBias: 0.54, votes: 0.56 },
      { ratings: 5, userBias: 0.26, votes: 0.79 },
      { ratings: 10, userBias: 0.25, votes: 0.86 },
      { ratings: 20, userBias: 0.24, votes: 0.92 },
      { ratings: 50, userBias: 0.31, votes: 0.94 },
      { ratings: 100, userBias: 0.28, votes: 0.97 },
    ],
  },
};

const FORMAT: EnvelopeFormat = { magic: 'WLRP', version: 1, what: 'The fitted prior' };

/**
 * One ridge regression a user, toward weights that people like to have: mean and full covariance of the weights are
 * learned from the training users (a mixed-effects model, Laird and Ware 1982; L2-SP with the right metric).
 *
 *   mu + b_i + beta(n) b_u + gamma(n) w x_i,   w = m + S Xᵀ (X S Xᵀ + s)⁻¹ (y - X m)
 *
 * x: 1, the film's bias, the bits of the wnn's own retina, and with `codes` positions that others' ratings give the film.
 * Biases and codes of a training user's films are fitted without that user's fifth of the users: else the covariance
 * comes out too large.
 */
export function createRidgePrior(
  name: string,
  own: Partial<RidgePriorOptions> = {},
  chosen: ChosenOptions<RidgePriorOptions> = RIDGE_PRIOR,
): Recommender {
  return {
    name,
    fit: (training) => {
      const settings = optionsFor(chosen, training.feedback, own);
      const { films, folds } = crossFitFilms(training, settings.codes);
      const groups = folds.flatMap(({ users, features, expected }) =>
        users.map((user) =>
          groupOf(historyOf(training.ratings, user), features, expected, {
            feedback: scaleOf(training.feedback),
          }),
        ),
      );
      const start = startOf(groups, films.features.width, settings);
      return new FittedRidgePrior(training, settings, films, fitPrior(groups, start, settings));
    },
    pack(fitted) {
      if (!(fitted instanceof FittedRidgePrior)) throw new TypeError(`Not fitted by ${name}.`);
      return packFit(fitted);
    },
    unpack: (bytes, training) => unpackFit(bytes, training, optionsFor(chosen, training.feedback, own)),
  };
}

class FittedRidgePrior implements FittedRecommender {
  readonly films: Films;
  readonly prior: GaussianPrior;
  private readonly gates: readonly HistoryGate[];
  private readonly teaching: Teaching;
  private readonly expected: Float64Array;

  constructor(training: Training, { gates }: RidgePriorOptions, films: Films, prior: GaussianPrior) {
    this.films = films;
    this.prior = prior;
    this.gates = gates;
    this.teaching = training;
    this.expected = expectedOfFilms(training.effects, training.feedback);
  }

  personalize(history: History): PersonalRecommender {
    const { films, prior, expected, teaching, gates } = this;
    const { features } = films;
    const group = groupOf(history, features, expected, teaching);
    const bias = new RunningBias(expected, teaching);
    history.item.forEach((item, r) => {
      bias.add(item, history.halfStars[r]);
    });
    let weights = posteriorWeights(group, prior);
    // Only for someone whose ratings come one by one: it needs the covariance too.
    let following: RecursivePosterior | null = null;
    return {
      predict: (items) => {
        const gate = gateFor(gates, bias.count);
        const base = gate.userBias * bias.userBias;
        return Float64Array.from(
          items,
          (item) => expected[item] + base + gate.votes * featureSum(features, weights, item),
        );
      },
      learn(item, halfStars) {
        following ??= new RecursivePosterior(features, prior, group.item, group.target);
        following.learn(item, bias.add(item, halfStars));
        weights = following.weights;
      },
    };
  }
}

/** What a person says beyond what is expected of the films, b_u included. */
function groupOf(history: History, features: FeatureRows, expected: Float64Array, teaching: Teaching): Group {
  const { userBias, residual } = deviationsOf(history, expected, teaching);
  return { features, item: history.item, target: residual.map((value) => value + userBias) };
}

function startOf(groups: readonly Group[], width: number, settings: RidgePriorOptions): GaussianPrior {
  let squares = 0;
  let count = 0;
  for (const { target } of groups) {
    for (const value of target) squares += value * value;
    count += target.length;
  }
  const noise = count > 0 && squares > 0 ? (STARTING_NOISE * squares) / count : 1;
  const variance = new Float64Array(width).fill(noise * settings.bitVariance);
  variance[0] = noise * INTERCEPT_VARIANCE;
  variance[1] = noise * BIAS_VARIANCE;
  variance.fill(noise * settings.codeVariance, 2, 2 + settings.codes);
  return startingPrior(variance, noise);
}

function packFit({ prior, films }: FittedRidgePrior): Uint8Array {
  const writer = new ByteWriter();
  const arrays = [prior.mean, prior.covariance, Float64Array.of(prior.noise), films.codes.values];
  for (const { buffer, byteOffset, byteLength } of arrays) {
    writer.varint(byteLength);
    writer.bytes(new Uint8Array(buffer, byteOffset, byteLength));
  }
  return seal(FORMAT, writer.finish());
}

function unpackFit(bytes: Uint8Array, training: Training, settings: RidgePriorOptions): FittedRidgePrior {
  const reader = new ByteReader(unseal(FORMAT, bytes).payload);
  const read = () => reader.bytes(reader.varint()).slice().buffer;
  const [mean, covariance, noise] = [read(), read(), read()].map((buffer) => new Float64Array(buffer));
  const codes = { dimensions: settings.codes, values: new Float32Array(read()) };
  return new FittedRidgePrior(
    training,
    settings,
    filmsOf(training, codes),
    priorOf(mean, covariance, noise[0]),
  );
}

/** On facts and biases alone. */
export const ridgePrior: Recommender = createRidgePrior('ridge-prior');

/** With codes from others' ratings: the fair rival of `hybrid`. */
export const ridgePriorCodes: Recommender = createRidgePrior('ridge-prior-codes', {}, RIDGE_PRIOR_CODES);
