import type { UnsavedEvent } from '../../events/rating-event';
import { sha256 } from '../../lib/sha256';
import { PersonalModel } from '../../wnn/personal/personal-model';
import type { Library } from '../platform/library';
import { foldLog } from './fold';
import { alignModel, opinionsOf } from './opinions';

/** Two models side by side: the one in use, and one that never knew anything but what is left. */
export interface ForgettingCheck {
  /** Whether both states are the same, byte for byte. */
  identical: boolean;
  /** SHA-256 of the states, in hexadecimal. */
  inUse: string;
  fromNothing: string;
  /** Length of the state in use, in bytes. */
  bytes: number;
  /** Answers that the fresh model learned. */
  learned: number;
}

/** Builds a model from nothing with what a log says, and compares. @param model the one in use */
export function checkForgetting(
  library: Library,
  model: PersonalModel,
  events: readonly UnsavedEvent[],
): ForgettingCheck {
  const fresh = new PersonalModel(library.network);
  alignModel(fresh, opinionsOf(library, foldLog(events).speakers));
  const [bytes, freshBytes] = [model.stateBytes(), fresh.stateBytes()];
  const identical = bytes.length === freshBytes.length && bytes.every((byte, at) => byte === freshBytes[at]);
  const learned = fresh.answers.size;
  return { identical, inUse: sha256(bytes), fromNothing: sha256(freshBytes), bytes: bytes.length, learned };
}
