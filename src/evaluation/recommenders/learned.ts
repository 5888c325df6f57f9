import type {
  FittedRecommender,
  History,
  PersonalRecommender,
  Recommender,
  Training,
} from '../../baselines/recommender';
import { answerOf, opinionOf } from '../../data/opinion';
import { learnRanking, quickRanking, rankingDefaults } from '../../wnn/fit/learn-ranking';
import { learnRating, quickRating, ratingDefaults } from '../../wnn/fit/learn-rating';
import { networkOf } from '../../wnn/network/assembly';
import { decodeRanking, encodeRanking } from '../../wnn/network/format';
import type { Network } from '../../wnn/network/network';
import type { RankingPart } from '../../wnn/network/ranking-part';
import { decodeRating, encodeRating } from '../../wnn/network/rating-format';
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
      if (fitted instanceof LearnedRatings) return encodeRating(fitted.model, true);
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
  const options = ratingDefaults(training.feedback, name === 'hybrid');
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
  const learn = (item: number, halfStars: number, timestamp: number) =>
    personal.answer(item, byClicks ? answerOf(halfStars) : opinionOf(halfStars), timestamp);
  for (let r = 0; r < history.item.length; r++)
    learn(history.item[r], history.halfStars[r], history.timestamp[r]);
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

/** Answers in expected stars; taught by likes, by the match figure, which it says of clicks besides. */
class LearnedRatings implements FittedRecommender {
  readonly model: RatingPart;
  private readonly training: Training;
  private readonly step: number;

  constructor(training: Training, model: RatingPart) {
    this.training = training;
    this.model = model;
    this.step = levelStep(training.ratings);
  }

  personalize(history: History): SteerableModel {
    const { effects, feedback } = this.training;
    const memory = new RatingMemory(this.model, effects);
    const window = createWindowReadout(this.step);
    const learn = (item: number, halfStars: number, timestamp: number) => {
      memory.learn(item, halfStars, timestamp);
      window.count(halfStars);
    };
    for (let r = 0; r < history.item.length; r++) {
      learn(history.item[r], history.halfStars[r], history.timestamp[r]);
    }
    const match = (items: Uint32Array) => memory.match(items);
    return {
      predict: feedback === 'likes' ? match : (items) => memory.predict(items),
      predictFor(metric, items) {
        if (feedback === 'likes') return match(items);
        return metric === 'within1Star' ? window.read(memory.predict(items)) : memory.predict(items);
      },
      ...(feedback === 'clicks' && { match }),
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
  private readonly network: Network | null;

  constructor(training: Training, model: RankingPart) {
    const { catalogue, effects, feedback } = training;
    this.training = training;
    this.model = model;
    this.network =
      feedback === 'stars' ? null : networkOf(catalogue, effects, { rating: null, ranking: model });
  }

  personalize(history: History): PersonalRecommender {
    if (this.network) return modelOfApp(this.network, history, this.training);
    const { globalMean, bias } = this.training.effects;
    const memory = new RankingMemory(this.model);
    const learn = (item: number, halfStars: number, timestamp: number) =>
      memory.learn(item, halfStars, timestamp);
    for (let r = 0; r < history.item.length; r++) {
      learn(history.item[r], history.halfStars[r], history.timestamp[r]);
    }
    return {
      predict: (items) => Float64Array.from(items, (item) => globalMean + bias[item]),
      rank: () => memory.rank(),
      learn,
    };
  }
}
