import type { Snapshots } from '../../storage/snapshots';
import type { AppDependencies } from '../platform/dependencies';
import type { ProfileModel } from './profile-model';

/** A snapshot is saved when clicks have paused for this long. */
const DELAY_MS = 1000;

/** Saves the open profile's model now and then. */
export interface SnapshotSaver {
  /** Says that the model has changed: it is saved before long. */
  changed(): void;
  /** Saves now if something is due. Never rejects. */
  flush(): Promise<void>;
  /** Calls off what is due. */
  callOff(): void;
}

export function createSnapshotSaver(
  { schedule, logger }: Pick<AppDependencies, 'schedule' | 'logger'>,
  snapshots: Snapshots,
  opened: () => ProfileModel | null,
): SnapshotSaver {
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
