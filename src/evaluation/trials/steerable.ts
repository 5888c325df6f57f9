import type { PersonalRecommender } from '../../baselines/recommender';

/** A user's model that can be spoken to by more than ratings, and that takes ratings back by itself. */
export interface SteerableModel extends PersonalRecommender {
  /** Takes a rating back that was learned. */
  unlearn(item: number, halfStars: number): void;
  /** The personal state: equal states have equal bytes. */
  stateBytes(): Uint8Array;
  /** Films that stay in lists when the film's most telling trait is muted, 1 or 0; null where it has none to mute. */
  withoutTraitOf?(item: number, listed: readonly number[]): Uint8Array | null;
  /** The like that speaks most for the film; null where none does. */
  speaksMostFor?(item: number): number | null;
}

/** Whether a model can be spoken to. */
export function isSteerable(model: PersonalRecommender): model is SteerableModel {
  return 'unlearn' in model && 'stateBytes' in model;
}
