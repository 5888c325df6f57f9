import type { StorageFailure } from '../../storage/storage-error';

const WORDS: Partial<Record<StorageFailure, string>> = {
  full: 'Nothing was erased, because your browser’s storage is full. Free some space, then try again.',
  lost: 'What was saved in this browser is gone already. What is still on this page goes when you close it, unless you write it again.',
  'profile-gone': 'Nothing was erased: the entry of this person is not in this browser any more.',
  newer: 'Nothing was erased: a newer version of Weightless saved your ratings. Reload the page to get it.',
};

/** Why nothing was erased, for a person. @param failure as `ModelCommands.erase` answers */
export function refusedErasure(failure: StorageFailure): string {
  return WORDS[failure] ?? 'Nothing was erased, because your browser could not reach its storage. Try again.';
}
