import type { AnswerLines } from '../data/answer-lines';
import type { Catalogue } from '../data/catalogue';
import type { Feedback } from '../data/deviation';
import type { ItemEffects } from '../data/item-effects';
import type { Ratings } from '../data/ratings';

/** What models are taught: part of this interface, owned by data/. */
export type { Feedback };

/** Which TMDB row gives a film its features in the paper's encoding: the right one, or the published code's. */
export type Join = 'corrected' | 'published';

/** One user's ratings as parallel arrays, in the order in which they are learned. */
export interface History {
  /** Indices into the catalogue, distinct. */
  item: Uint32Array;
  /** 1..10; taught by clicks, one number an answer (`answersOf`). */
  halfStars: Uint8Array;
  /** Seconds since 1970. */
  timestamp: Uint32Array;
}

/** All that a model may see of other people: nothing here comes from the users it is tested on. */
export interface Training {
  catalogue: Catalogue;
  /** Training users only. */
  ratings: Ratings;
  /** Fitted on the same users. */
  effects: ItemEffects;
  feedback: Feedback;
  /** Taught by clicks: what each answer stands for in stars, fitted on the same users. What others gave stays stars. */
  answers?: AnswerLines;
  join: Join;
  /** Seed of the fold; models derive their own with deriveSeed(seed, name). */
  seed: number;
}

/** A system under comparison. One file each, one interface; everything deterministic in the seeds. */
export interface Recommender {
  /** As on the command line and in results: 'ridge', 'item-knn', ... */
  name: string;
  /**
   * Fits what is shared.
   * @param together histories of the test users' training parts, for systems that cannot meet a new user without being
   *   trained on them (the paper's neural CF). Others must not read it.
   */
  fit(training: Training, together: readonly History[]): FittedRecommender;
  /**
   * What was fitted, as bytes, for a cache on disk. Only for fits that are slow. The recommender that `unpack` makes of
   * them, given the same arguments as `fit`, predicts the same to the last bit.
   */
  pack?(fitted: FittedRecommender): Uint8Array;
  unpack?(bytes: Uint8Array, training: Training, together: readonly History[]): FittedRecommender;
}

/** Metrics of predicted ratings that a prediction can be made for. */
export type PredictionMetric = 'rmse' | 'mae' | 'auc' | 'likeAccuracy' | 'within1Star';

/** A recommender with its shared part fitted. */
export interface FittedRecommender {
  /**
   * The model of one user after learning a history (possibly empty).
   * @param seed derived per user, so that the order of visiting users does not matter.
   * @param index the user's place in `together`, for systems that were trained on it.
   */
  personalize(history: History, seed: number, index: number): PersonalRecommender;
}

/** One user's model: what it has learned is asked for and added to here. */
export interface PersonalRecommender {
  /**
   * Expected rating of films in stars, finite, not clipped; taught by likes: any finite score in which .5 and above
   * means like. Works for any item of the catalogue, rated by anyone or not.
   */
  predict(items: Uint32Array): Float64Array;
  /** The prediction that does best by one metric, where that differs from `predict`. */
  predictFor?(metric: PredictionMetric, items: Uint32Array): Float64Array;
  /** The chance, 0..1, that each film is liked, where that is shown beside the expected stars. */
  match?(items: Uint32Array): Float64Array;
  /** Scores of the whole catalogue for a top-n list, larger first; absent where the system only predicts ratings. */
  rank?(): Float64Array;
  /** Learns one more rating, as if the history had ended with it; absent where that means starting again. */
  learn?(item: number, halfStars: number, timestamp: number): void;
  /** Says that this model will not be asked again, so that its buffers may serve the next one. */
  release?(): void;
}
