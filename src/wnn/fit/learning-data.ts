import type { Catalogue } from '../../data/catalogue';
import type { ItemEffects } from '../../data/item-effects';
import type { Ratings } from '../../data/ratings';

/** What the network is learned from: training users only. */
export interface LearningData {
  catalogue: Catalogue;
  ratings: Ratings;
  /** Fitted on the same users. */
  effects: ItemEffects;
  seed: number;
}
