import type { Snapshots } from '../../storage/snapshots';
import type { AppDependencies } from '../platform/dependencies';
import type { ProfileModel } from './profile-model';

/** A snapshot is saved when clicks have paused for this long. */
const DELAY_MS = 1000;

/** Keeps the open profile's model beside its log, to save learning it at the next visit. */
export interface SnapshotKeeper {
  /** A profile's saved model as bytes, unchecked; undefined where there is none or it cannot be read. Never rejects. */
  load(profileId: string): Promise<Uint8Array | undefined>;
  /** Says that the model has changed: it is saved before long. */
  changed(): void;
  /** Saves now if something is due. Never rejects. */
  flush(): Promise<void>;
  /** Calls off what is due. */
  callOff(): void;
}

/** @param opened the profile to save; null while none is open */
export function createSnapshotKeeper(
  { schedule, logger }: Pick<AppDependencies, 'schedule' | 'logger'>,
  snapshots: Snapshots,
  opened: () => ProfileModel | null,
): SnapshotKeeper {
  let cancel = () => {};
  let due = false;

  const flush = async () => {
    cancel();
    const profile = opened();
    const bytes = due ? profile?.snapshot() : null;
    if (!bytes || !profile) return;
    due = false;
    try {
      await snapshots.save(profile.profileId, bytes, profile.erasures);
    } catch (error) {
      logger.warn('The snapshot was not saved; the rating log is complete without it.', error);
    }
  };

  return {
    async load(profileId) {
      try {
        return await snapshots.load(profileId);
      } catch (error) {
        logger.warn('The saved model could not be read; it is built again from the log.', error);
        return undefined;
      }
    },
    changed() {
      due = true;
      cancel();
      cancel = schedule(flush, DELAY_MS);
    },
    flush,
    callOff() {
      cancel();
      due = false;
    },
  };
}
