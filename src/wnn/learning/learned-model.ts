import type { ItemEffects } from '../../data/item-effects';
import type { Feedback } from './cases';
import { RankingMemory } from './ranking-memory';
import { learnRanking, type RankingModel, rankingDefaults } from './ranking-model';
import { RatingMemory } from './rating-memory';
import { type LearningData, learnRating, type RatingModel, ratingDefaults } from './rating-model';

/** A public model learned from training users: written once, the same for everyone, never changed by a click. */
export interface LearnedModel {
  feedback: Feedback;
  effects: ItemEffects;
  rating: RatingModel;
  ranking: RankingModel;
}

export interface LearnedModelOptions {
  /** Whether codes learned from other people's ratings take part: hybrid, or public facts alone. */
  hybrid: boolean;
}

/** Learns both readouts. Deterministic in the data and its seed. */
export function fitLearnedModel(
  data: LearningData & { feedback: Feedback },
  { hybrid }: LearnedModelOptions,
): LearnedModel {
  return {
    feedback: data.feedback,
    effects: data.effects,
    rating: learnRating(data, ratingDefaults(data.feedback, hybrid)),
    ranking: learnRanking(data, rankingDefaults(hybrid)),
  };
}

/** One user's model: learns and forgets a rating at once, exactly and in any order. */
export class LearnedPersonalModel {
  private readonly rating: RatingMemory;
  private readonly ranking: RankingMemory;

  constructor({ rating, ranking, effects, feedback }: LearnedModel) {
    this.rating = new RatingMemory(rating, effects, feedback);
    this.ranking = new RankingMemory(ranking);
  }

  learn(item: number, halfStars: number, timestamp: number): void {
    this.rating.learn(item, halfStars);
    this.ranking.learn(item, halfStars, timestamp);
  }

  unlearn(item: number, halfStars: number, timestamp: number): void {
    this.rating.unlearn(item, halfStars);
    this.ranking.unlearn(item, halfStars, timestamp);
  }

  /** Expected stars, or the chance of a like; not clipped. */
  predict(items: ArrayLike<number>): Float64Array {
    return this.rating.predict(items);
  }

  /** Scores of the whole catalogue, larger first. */
  rank(): Float64Array {
    return this.ranking.rank();
  }
}
