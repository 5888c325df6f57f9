import type { StorageFailure } from '../../storage/storage-error';
import * as words from '../../words/en/log/erasing';

const WORDS: Partial<Record<StorageFailure, string>> = {
  full: words.full,
  lost: words.lost,
  'profile-gone': words.profileGone,
  newer: words.newer,
};

/** Why nothing was erased, for a person. @param failure as `ModelCommands.erase` answers */
export function refusedErasure(failure: StorageFailure): string {
  return WORDS[failure] ?? words.unknown;
}
