import type {
  FittedRecommender,
  History,
  PersonalRecommender,
  Recommender,
  Training,
} from '../../baselines/recommender';
import type { ItemEffects } from '../../data/item-effects';
import { decodeRanking, decodeRating, encodeRanking, encodeRating } from '../../wnn/learning/learned-format';
import { RankingMemory } from '../../wnn/learning/ranking-memory';
import { learnRanking, type RankingModel, rankingDefaults } from '../../wnn/learning/ranking-model';
import { RatingMemory } from '../../wnn/learning/rating-memory';
import {
  type LearningData,
  learnRating,
  type RatingModel,
  ratingDefaults,
} from '../../wnn/learning/rating-model';
import { createWindowReadout, levelStep } from './wnn-window';

export interface LearnedOptions {
  name: 'wnn' | 'hybrid';
  /** Which readout to learn: the one for expected ratings, or the one for lists. */
  serves: 'ratings' | 'lists';
  /** A quick fit draws a quarter of the candidates and rows: for many small fits, at a small loss. */
  quick: boolean;
}

const QUICK_SHARE = 0.25;

/** The personal weightless model over nodes and strengths that are learned from the training users. */
export function createLearned(options: LearnedOptions): Recommender {
  const { name, serves } = options;
  return {
    name,
    fit: (training) =>
      serves === 'lists'
        ? new LearnedLists(training, learnRanking(dataOf(training), rankingDefaults(name === 'hybrid')))
        : new LearnedRatings(training, fitRatings(training, options)),
    pack(fitted) {
      if (fitted instanceof LearnedRatings) return encodeRating(fitted.model);
      if (fitted instanceof LearnedLists) return encodeRanking(fitted.model);
      throw new TypeError(`Not fitted by ${name}.`);
    },
    unpack: (bytes, training) =>
      serves === 'lists'
        ? new LearnedLists(training, decodeRanking(training.catalogue, training.effects, bytes))
        : new LearnedRatings(training, decodeRating(training.catalogue, training.effects, bytes)),
  };
}

function dataOf({ catalogue, ratings, effects, seed }: Training): LearningData {
  return { catalogue, ratings, effects, seed };
}

function fitRatings(training: Training, { name, quick }: LearnedOptions): RatingModel {
  const options = ratingDefaults(training.feedback, name === 'hybrid');
  if (!quick) return learnRating(dataOf(training), options);
  const strata = Object.fromEntries(
    Object.entries(options.strata).map(([kind, count]) => [kind, Math.ceil(QUICK_SHARE * count)]),
  );
  const { targetShare, beginningShare } = options;
  return learnRating(dataOf(training), {
    ...options,
    strata,
    targetShare: QUICK_SHARE * targetShare,
    beginningShare: QUICK_SHARE * beginningShare,
  });
}

class LearnedRatings implements FittedRecommender {
  readonly model: RatingModel;
  private readonly training: Training;
  private readonly step: number;

  constructor(training: Training, model: RatingModel) {
    this.training = training;
    this.model = model;
    this.step = levelStep(training.ratings);
  }

  personalize(history: History): PersonalRecommender {
    const { effects, feedback } = this.training;
    const memory = new RatingMemory(this.model, effects, feedback);
    const window = createWindowReadout(this.step);
    const learn = (item: number, halfStars: number) => {
      memory.learn(item, halfStars);
      window.count(halfStars);
    };
    for (let r = 0; r < history.item.length; r++) learn(history.item[r], history.halfStars[r]);
    return {
      predict: (items) => memory.predict(items),
      predictFor: (metric, items) =>
        metric === 'within1Star' && feedback === 'stars'
          ? window.read(memory.predict(items))
          : memory.predict(items),
      learn,
    };
  }
}

/** Answers lists; asked for ratings, it says what the public expects. */
class LearnedLists implements FittedRecommender {
  readonly model: RankingModel;
  private readonly effects: ItemEffects;
  private readonly isStars: boolean;

  constructor({ effects, feedback }: Training, model: RankingModel) {
    this.effects = effects;
    this.isStars = feedback === 'stars';
    this.model = model;
  }

  personalize(history: History): PersonalRecommender {
    const { globalMean, bias, likeRate } = this.effects;
    const memory = new RankingMemory(this.model);
    const learn = (item: number, halfStars: number, timestamp: number) =>
      memory.learn(item, halfStars, timestamp);
    for (let r = 0; r < history.item.length; r++) {
      learn(history.item[r], history.halfStars[r], history.timestamp[r]);
    }
    return {
      predict: (items) =>
        Float64Array.from(items, (item) => (this.isStars ? globalMean + bias[item] : likeRate[item])),
      rank: () => memory.rank(),
      learn,
    };
  }
}
