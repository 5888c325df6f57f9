// Named for itself too, so that it is loaded together with this module.
import '../../storage/restore';
import type { Profile } from '../../storage/database';
import type { HeldPerson } from '../../storage/restore';
import type { Storage } from '../../storage/storage';
import { toStorageError } from '../../storage/storage-error';
import * as words from '../../words/en/start/recovery';
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
export interface RecoveryParts extends Pick<ProfileStores, 'model' | 'settingsFor' | 'writer'> {
  storage: Pick<Storage, 'reconnect' | 'restore' | 'holdsStill'>;
  profiles: ProfileStore;
  tabs: Tabs;
  logger: AppDependencies['logger'];
  schedule: AppDependencies['schedule'];
}

/** How long writing may take, in milliseconds, before a person is told: a database that never opens never answers. */
const PATIENCE_MS = 8000;

/** Loaded when it is needed; nothing is written before a call. */
export function createRecovery(parts: RecoveryParts): Recovery {
  const { storage, profiles, model, writer, tabs, logger, schedule } = parts;
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
    const { list, gone } = profiles.getState();
    const alone = held.length === 1 && list.length === 1 && !gone;
    const nothing = alone && held[0].events.every(({ seq }) => seq === undefined);
    try {
      if (nothing) await storage.restore(held);
      else if (!(await storage.holdsStill(held))) return;
      await goOn();
    } catch (error) {
      logger.warn('The log could not be written again; the page offers to try.', error);
    }
  };
  /** Answers in time, whatever becomes of the task: it goes on, and is not begun twice where it comes to its end after all. */
  const inTime = (task: () => Promise<string | null>) =>
    new Promise<string | null>((resolve) => {
      const callOff = schedule(() => resolve(words.overdue), PATIENCE_MS);
      task().then((answer) => {
        callOff();
        resolve(answer);
      });
    });
  let writing: Promise<string | null> | null = null;
  const rewriteOnce = () => {
    writing ??= inTurn(rewrite).finally(() => {
      writing = null;
    });
    return writing;
  };
  return { rewrite: () => inTime(rewriteOnce), adopt: () => inTurn(adopt) };
}

/** The person whose log the page knows, whole, and what waits to be saved of others. */
function heldBy({ profiles, model, settingsFor, writer }: RecoveryParts): HeldPerson[] {
  const known = model.session.known?.profile;
  return peopleOf(profiles).flatMap((profile): HeldPerson[] => {
    const { id } = profile;
    if (id !== known?.profileId) {
      const events = writer.pendingOf(id);
      return events.length > 0 ? [{ profile, events, settings: new Map() }] : [];
    }
    const { erasures, sealedSeq } = known;
    return [
      {
        profile: { ...profile, erasures, sealedSeq },
        events: model.session.eventsOf(id),
        settings: new Map([[ACTIVE, id], ...settingsFor(id)]),
      },
    ];
  });
}

/** Everybody in the list, and who was being asked about. */
function peopleOf(profiles: ProfileStore): readonly Profile[] {
  const { list, gone } = profiles.getState();
  if (!gone || list.some(({ id }) => id === gone.id)) return list;
  // When they came is not known any more.
  return [...list, { id: gone.id, name: gone.name, createdAt: 0, order: (list.at(-1)?.order ?? 0) + 1 }];
}
