import { type DatabaseCallbacks, declareDatabase, isNewer } from './database';
import { createProfiles, type ProfileSources, type Profiles } from './profiles';
import { createRatingLog, type RatingLog } from './rating-log';
import { createRescue, type Rescue } from './rescue';
import { createResults, type Results } from './results';
import { createSettings, type Settings } from './settings';
import { createSnapshots, type Snapshots } from './snapshots';
import { guarded, StorageError } from './storage-error';
import { createTunings, type Tunings } from './tunings';

/** Everything that outlives the page. */
export interface Storage {
  /** @throws StorageError; may be tried again. */
  open(): Promise<void>;
  close(): void;
  log: RatingLog;
  snapshots: Snapshots;
  profiles: Profiles;
  rescue: Rescue;
  settings: Settings;
  tunings: Tunings;
  results: Results;
}

/** Storage over one IndexedDB database; nothing is opened before `open`. */
export function createStorage(
  sources: ProfileSources,
  callbacks: DatabaseCallbacks,
  databaseName?: string,
): Storage {
  const db = declareDatabase(callbacks, databaseName);
  return {
    open: () =>
      guarded(async () => {
        if (!db.isOpen() && (await isNewer(databaseName))) throw new StorageError('newer');
        await db.open();
      }),
    close: () => db.close(),
    log: createRatingLog(db),
    snapshots: createSnapshots(db),
    profiles: createProfiles(db, sources),
    rescue: createRescue(db, sources),
    settings: createSettings(db),
    tunings: createTunings(db),
    results: createResults(db),
  };
}
