// Named for itself too, so that it is loaded together with this module.
import '../../storage/restore';
import type { HeldPerson } from '../../storage/restore';
import type { Storage } from '../../storage/storage';
import { toStorageError } from '../../storage/storage-error';
import { tuningKey } from '../../storage/tunings';
import { isPlain, storedTuning } from '../list/tuning';
import { moodsKey, writeMoods } from '../log/moods';
import type { AppDependencies } from '../platform/dependencies';
import type { Tabs } from '../platform/tabs';
import { ACTIVE, type ProfileStore } from '../profile/people-store';
import type { ProfileStores } from './profile-stores';

/** What can be done where what this page saved is gone from the browser (`Storage`, 'lost'). */
export interface Recovery {
  /** See `SavingState.rewrite`. */
  rewrite(): Promise<string | null>;
  /**
   * Goes on without a word where nothing would be missing: another tab has written all that this page holds again, or the
   * page holds nothing. Never rejects.
   */
  adopt(): Promise<void>;
}

/** What recovering is made from. */
export interface RecoveryParts extends Pick<ProfileStores, 'model' | 'moods' | 'tuning' | 'writer'> {
  storage: Pick<Storage, 'reconnect' | 'restore' | 'holdsStill'>;
  profiles: ProfileStore;
  tabs: Tabs;
  logger: AppDependencies['logger'];
}

/** Loaded when it is needed; nothing is written before a call. */
export function createRecovery(parts: RecoveryParts): Recovery {
  const { storage, profiles, model, writer, tabs, logger } = parts;
  let busy: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(task: () => Promise<T>): Promise<T> => {
    const done = busy.then(task);
    busy = done;
    return done;
  };

  const goOn = async () => {
    const profileId = model.session.opened?.profile.profileId;
    if (profileId !== undefined) await model.session.onErased(profileId, null);
    await writer.resume();
    await profiles.load();
    tabs.sayProfiles();
    if (profileId !== undefined) tabs.sayEvents(profileId);
  };
  const rewrite = async () => {
    try {
      await storage.restore(heldBy(parts));
      await goOn();
      return null;
    } catch (error) {
      logger.warn('The log could not be written again.', error);
      return toStorageError(error).message;
    }
  };
  const adopt = async () => {
    if (!writer.isLost) return;
    const held = heldBy(parts);
    const alone = held.length === 1 && profiles.getState().list.length === 1;
    const nothing = alone && held[0].events.every(({ seq }) => seq === undefined);
    try {
      if (nothing) await storage.restore(held);
      else if (!(await storage.holdsStill(held))) return;
      await goOn();
    } catch (error) {
      logger.warn('The log could not be written again; the page offers to try.', error);
    }
  };
  return { rewrite: () => inTurn(rewrite), adopt: () => inTurn(adopt) };
}

/** The open person, whole, and what waits to be saved of others. */
function heldBy({ profiles, model, moods, tuning, writer }: RecoveryParts): HeldPerson[] {
  const open = model.session.opened?.profile;
  return profiles.getState().list.flatMap((profile): HeldPerson[] => {
    if (profile.id !== open?.profileId) {
      const events = writer.pendingOf(profile.id);
      return events.length > 0 ? [{ profile, events, settings: {} }] : [];
    }
    const { erasures, sealedSeq, events } = open;
    return [
      {
        profile: { ...profile, erasures, sealedSeq },
        events,
        settings: settingsOf(profile.id, moods, tuning),
      },
    ];
  });
}

function settingsOf(profileId: string, moods: ProfileStores['moods'], tuning: ProfileStores['tuning']) {
  const settings: Record<string, unknown> = { [ACTIVE]: profileId };
  const { list } = moods.getState();
  if (list.length > 0) settings[moodsKey(profileId)] = writeMoods(list);
  const drawn = tuning.getState().tuning;
  if (!isPlain(drawn)) settings[tuningKey(profileId)] = storedTuning(drawn);
  return settings;
}
