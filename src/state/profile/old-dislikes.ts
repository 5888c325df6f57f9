import * as v from 'valibot';
import type { Settings } from '../../storage/settings';
import type { Judgement } from '../log/judgement';

/*
 * Dislikes given where "so-so" could not be chosen mean "not a like" and keep that meaning (docs/format.md). A person who
 * has some may go through them; nobody has to.
 */

/**
 * With fewer of them a person is not asked: a handful is no heap to go through, and each can be changed where it stands in
 * the list.
 */
export const WORTH_OFFERING = 5;

/** Dislikes that stand and were given among two answers, in the order given. */
export function oldDislikesOf(judgements: readonly Judgement[]): Judgement[] {
  return judgements.filter(({ kind, choices }) => kind === 'dislike' && choices === 2);
}

const VERSION = 1;
const schema = v.object({ version: v.literal(VERSION), dismissed: v.boolean() });

/** Where it stands among the settings whether a profile does not want the offer. */
function offerKey(profileId: string): string {
  return `oldDislikes:${profileId}`;
}

/** Whether a person wants to be offered to go through old dislikes. */
export interface OldDislikesOffer {
  /** Whether they said that they do not want it. Never rejects; true where that cannot be read, for silence harms nobody. */
  isDismissed(profileId: string): Promise<boolean>;
  /** They do not want it any more. Rejects with a StorageError. */
  dismiss(profileId: string): Promise<void>;
}

/** The offer over the settings; nothing is read before a call. */
export function createOldDislikesOffer(settings: Pick<Settings, 'get' | 'set'>): OldDislikesOffer {
  return {
    async isDismissed(profileId) {
      try {
        const { success, output } = v.safeParse(schema, await settings.get(offerKey(profileId)));
        return success && output.dismissed;
      } catch {
        return true;
      }
    },
    dismiss: (profileId) => settings.set(offerKey(profileId), { version: VERSION, dismissed: true }),
  };
}
