import type { Backups } from './backup/backups';
import { type DatabaseCallbacks, declareDatabase, openDatabase, reconnect } from './database';
import type { Catalogues } from './films/catalogues';
import { createProfileValues, type ProfileValues, planKey, tuningKey } from './profile-values';
import { createProfiles, type ProfileSources, type Profiles } from './profiles';
import { createRatingLog, type RatingLog } from './rating-log';
import { createRescue, type Rescue } from './rescue';
import type { HeldPerson } from './restore';
import { createResults, type Results } from './results';
import { createSettings, type Settings } from './settings';
import { createSnapshots, type Snapshots } from './snapshots';
import { guarded } from './storage-error';

/** Everything that outlives the page. */
export interface Storage {
  /** @throws StorageError; may be tried again. */
  open(): Promise<void>;
  /**
   * Opens a new connection in place of one that may be dead.
   * @throws StorageError 'lost' where what this page saved is not in the database any more
   */
  reconnect(): Promise<void>;
  /**
   * Writes what the page holds into the database that is there now, each event once and all or nothing; that database is
   * then the page's own. @throws StorageError
   */
  restore(held: readonly HeldPerson[]): Promise<void>;
  /** Whether the database that is there now holds all that the page holds as saved; then it is the page's own. @throws StorageError */
  holdsStill(held: readonly HeldPerson[]): Promise<boolean>;
  /** Everything at once, out and in; to be asked for at each use. Rejects where the code cannot be loaded. */
  backups(): Promise<Backups>;
  /** Catalogues beside the bundled one; to be asked for at each use. Rejects where the code cannot be loaded. */
  catalogues(): Promise<Catalogues>;
  close(): void;
  log: RatingLog;
  snapshots: Snapshots;
  profiles: Profiles;
  rescue: Rescue;
  settings: Settings;
  /** How each profile wants its list drawn. */
  tunings: ProfileValues;
  /** Which films each profile is to be asked for next. */
  plans: ProfileValues;
  results: Results;
}

/** Needed rarely, so not part of the first load. */
const restoring = () => import('./restore');

/** Where what the database needs from outside comes from. */
interface StorageSources extends ProfileSources {
  /** Called when the database is open for the first time; no click is written before it has resolved. Never rejects. */
  beforeClicks?(): Promise<void>;
}

/** Storage over one IndexedDB database; nothing is opened before `open`. */
export function createStorage(
  sources: StorageSources,
  callbacks: DatabaseCallbacks,
  databaseName?: string,
): Storage {
  const db = declareDatabase(callbacks, databaseName);
  const log = createRatingLog(db);
  let prepared: Promise<void> | undefined;
  return {
    open: () =>
      guarded(async () => {
        await openDatabase(db);
        prepared ??= sources.beforeClicks?.();
        db.identity.adopt(await db.identity.read());
      }),
    reconnect: () => guarded(() => reconnect(db)),
    restore: (held) => guarded(async () => (await restoring()).restoreInto(db, held)),
    holdsStill: (held) => guarded(async () => (await restoring()).holdsStill(db, held)),
    backups: async () => (await import('./backup/backups')).databaseBackups(db, sources),
    catalogues: async () => (await import('./films/catalogues')).databaseCatalogues(db.name, sources.now),
    close: () => db.close(),
    log: {
      ...log,
      async append(...what) {
        await prepared;
        return log.append(...what);
      },
    },
    snapshots: createSnapshots(db),
    profiles: createProfiles(db, sources),
    rescue: createRescue(db, sources),
    settings: createSettings(db),
    tunings: createProfileValues(db, tuningKey),
    plans: createProfileValues(db, planKey),
    results: createResults(db),
  };
}
