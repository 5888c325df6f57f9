import type { FittedRecommender, History, Recommender, Training } from '../../baselines/recommender';
import { answerOf, opinionOf } from '../../data/opinion';
import { LIKE_HALF_STARS } from '../../data/ratings';
import { learnRanking, quickRanking, rankingDefaults } from '../../wnn/fit/learn-ranking';
import { learnRating, quickRating, ratingDefaults } from '../../wnn/fit/learn-rating';
import { networkOf } from '../../wnn/network/assembly';
import { decodeRanking, decodeRating, encodeRanking, encodeRating } from '../../wnn/network/format';
import type { Network } from '../../wnn/network/network';
import type { RankingPart } from '../../wnn/network/ranking-part';
import type { RatingPart } from '../../wnn/network/rating-part';
import { expectedStarsFromLikes } from '../../wnn/personal/expected-rating';
import { PersonalModel } from '../../wnn/personal/personal-model';
import { matchOf } from '../../wnn/personal/rating-readout';
import { RankingMemory } from '../../wnn/stars/ranking-memory';
import { RatingMemory } from '../../wnn/stars/rating-memory';
import type { SteerableModel } from '../trials/steerable';
import type { Fit } from '../types';
import { speaksMostFor, withoutTraitOf } from './personal-steering';
import { createWindowReadout, levelStep } from './wnn-window';

/** Three stars. */
const SO_SO_HALF_STARS = 6;

/** Which network is learned, for what, from how much. */
export interface LearnedOptions {
  name: 'wnn' | 'hybrid';
  /** Which readout to learn: the one for expected ratings, or the one for lists. */
  serves: 'ratings' | 'lists';
  fit: Fit;
}

/** The personal weightless model over nodes and strengths that are learned from the training users. */
export function createLearned(options: LearnedOptions): Recommender {
  const { name, serves } = options;
  const unlike = new TypeError(`Not fitted by ${name}.`);
  return {
    name,
    fit(training) {
      if (serves === 'ratings') return new LearnedRatings(training, fitRatings(training, options));
      return new LearnedLists(training, fitLists(training, options));
    },
    pack(fitted) {
      if (fitted instanceof LearnedRatings) return encodeRating(fitted.model);
      if (fitted instanceof LearnedLists) return encodeRanking(fitted.model);
      throw unlike;
    },
    unpack(bytes, training) {
      const { catalogue, effects, ratings } = training;
      if (serves === 'ratings') return new LearnedRatings(training, decodeRating(catalogue, effects, bytes));
      return new LearnedLists(training, decodeRanking(catalogue, effects, bytes, ratings));
    },
  };
}

function fitRatings(training: Training, { name, fit }: LearnedOptions): RatingPart {
  const options = ratingDefaults(training.feedback === 'stars' ? 'stars' : 'likes', name === 'hybrid');
  return learnRating(training, fit === 'quick' ? quickRating(options) : options);
}

function fitLists(training: Training, { name, fit }: LearnedOptions): RankingPart {
  const options = rankingDefaults(name === 'hybrid');
  return learnRanking(training, fit === 'quick' ? quickRanking(options) : options);
}

/**
 * Not taught by stars, this is the very model of the app. Taught by clicks, it learns the answers as the app does, and says
 * the app's two figures: the stars it expects, and, where likes are told from other films, the match.
 */
function modelOfApp(network: Network, history: History, { catalogue, feedback }: Training): SteerableModel {
  const personal = new PersonalModel(network);
  const byClicks = feedback === 'clicks';
  const learn = (item: number, halfStars: number) => {
    if (byClicks) personal.answer(item, answerOf(halfStars));
    else personal.rate(item, opinionOf(halfStars));
  };
  for (let r = 0; r < history.item.length; r++) learn(history.item[r], history.halfStars[r]);
  const match = (items: Uint32Array) =>
    Float64Array.from(items, (item) => matchOf(network, personal.memory, item));
  const stars = (items: Uint32Array) =>
    Float64Array.from(items, (item) => expectedStarsFromLikes(network, personal.memory, item).you);
  return {
    predict: byClicks ? stars : match,
    ...(byClicks && { predictFor: (metric, items) => (metric === 'auc' ? match(items) : stars(items)) }),
    rank: () => personal.rankingScores(),
    learn,
    unlearn: (item) => personal.forget(item),
    stateBytes: () => personal.stateBytes(),
    withoutTraitOf: (item, listed) => withoutTraitOf(catalogue, item, listed),
    speaksMostFor: (item) => speaksMostFor(personal, item),
  };
}

class LearnedRatings implements FittedRecommender {
  readonly model: RatingPart;
  private readonly training: Training;
  private readonly step: number;
  private readonly network: Network | null;

  constructor(training: Training, model: RatingPart) {
    const { catalogue, effects, feedback, ratings } = training;
    this.training = training;
    this.model = model;
    this.step = levelStep(ratings);
    this.network =
      feedback === 'stars' ? null : networkOf(catalogue, effects, { rating: model, ranking: null });
  }

  personalize(history: History): SteerableModel {
    if (this.network) return modelOfApp(this.network, history, this.training);
    const memory = new RatingMemory(this.model, this.training.effects, 'stars');
    const window = createWindowReadout(this.step);
    const learn = (item: number, halfStars: number) => {
      memory.learn(item, halfStars);
      window.count(halfStars);
    };
    for (let r = 0; r < history.item.length; r++) learn(history.item[r], history.halfStars[r]);
    return {
      predict: (items) => memory.predict(items),
      predictFor: (metric, items) =>
        metric === 'within1Star' ? window.read(memory.predict(items)) : memory.predict(items),
      learn,
      unlearn(item, halfStars) {
        memory.unlearn(item, halfStars);
        window.count(halfStars, -1);
      },
      stateBytes: () => memory.bytes(),
    };
  }
}

/** Answers lists; asked for ratings, it says what the public expects. */
class LearnedLists implements FittedRecommender {
  readonly model: RankingPart;
  private readonly training: Training;

  constructor(training: Training, model: RankingPart) {
    this.training = training;
    this.model = model;
  }

  personalize(history: History): SteerableModel {
    const { catalogue, effects, feedback } = this.training;
    const { globalMean, bias } = effects;
    const memory = new RankingMemory(this.model);
    // Where only likes are told from other films, what is not liked was watched.
    const taught = (halfStars: number) =>
      feedback === 'likes' && halfStars < LIKE_HALF_STARS ? SO_SO_HALF_STARS : halfStars;
    const learn = (item: number, halfStars: number, timestamp: number) =>
      memory.learn(item, taught(halfStars), timestamp);
    for (let r = 0; r < history.item.length; r++) {
      learn(history.item[r], history.halfStars[r], history.timestamp[r]);
    }
    return {
      predict: (items) => Float64Array.from(items, (item) => globalMean + bias[item]),
      rank: () => memory.rank(),
      learn,
      unlearn: (item) => memory.forget(item),
      stateBytes: () => memory.bytes(),
      withoutTraitOf: (item, listed) => withoutTraitOf(catalogue, item, listed),
      speaksMostFor: (item) => likeThatSpeaksMost(memory, item),
    };
  }
}

/** The like whose parts of a film's score sum to most; null where none adds anything. */
function likeThatSpeaksMost(memory: RankingMemory, film: number): number | null {
  const sums = new Map<number, number>();
  for (const { item, answer, units } of memory.explain(film).parts) {
    if (answer === 'like') sums.set(item, (sums.get(item) ?? 0) + units);
  }
  const [most] = [...sums].filter(([, units]) => units > 0).sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  return most ? most[0] : null;
}
