import type { StoreApi } from 'zustand/vanilla';
import type { BackupActions } from '../backup/backup';
import type { CatalogueActions } from '../catalogues/catalogue-state';
import type { LearningState } from '../catalogues/learning';
import type { OwnFilmsActions } from '../catalogues/own-films';
import type { ImportState } from '../imports/import-state';
import type { Library } from '../platform/library';
import type { Inspection } from '../profile/inspection';
import type { OldDislikesOffer } from '../profile/old-dislikes';
import type { NotesState } from '../talk/stage-link';
import type { TalkStore } from '../talk/talk-store';
import type { CompareStores } from './compare-stores';
import type { LaterSources } from './later-sources';

/** The talk as its stage shows it. */
export interface TalkStage {
  /** One an app: it stands where it was when the speaker comes back from another screen. */
  store: TalkStore;
  /** Always the bundled one: the personas and the notes are of its people and films. */
  library: Library;
  /** Tells the notes windows of this browser where the stage is, and obeys their keys. @returns how to stop */
  connect(): () => void;
}

/**
 * Parts of the app whose code is not in the first load. Each is loaded when first asked for, and made once; a load that
 * failed is tried again at the next asking. Rejects where the code cannot be loaded.
 */
export interface LaterParts {
  /** What My model asks of the model. */
  inspection(): Promise<Inspection>;
  /** The stores of the Compare screen. */
  compare(): Promise<CompareStores>;
  /** The talk, which touches no profile. To be asked for when the session is ready. */
  talk(): Promise<TalkStage>;
  /** All that is stored of a profile's log, read or not, as the text of a JSON file. Rejects with a StorageError. */
  leftovers(profileId: string): Promise<string>;
  /** Whether a profile is offered to go through its old dislikes. */
  oldDislikes(): Promise<OldDislikesOffer>;
  /** One's own data out and in: backup files, restoring, tables and lists, erasing everything. */
  backup(): Promise<BackupActions>;
  /** The import of one's own history. */
  imports(): Promise<StoreApi<ImportState>>;
  /** The catalogues kept in this browser, and which of them is in use. */
  catalogues(): Promise<CatalogueActions>;
  /** The catalogue that is being learned from files. */
  learning(): Promise<StoreApi<LearningState>>;
  /** Films that no catalogue has, added by hand. */
  ownFilms(): Promise<OwnFilmsActions>;
  /** The window of the speaker's notes. */
  notes(): Promise<StoreApi<NotesState>>;
  /** The bundled library, whichever is in use: what the talk and its notes speak of. Rejects where it cannot be loaded. */
  bundledLibrary(): Promise<Library>;
}

const backupParts = () => import('./backup-parts');

/** Nothing is loaded before it is asked for. */
export function createLaterParts(sources: LaterSources): LaterParts {
  const { dependencies, storage, own, libraries } = sources;
  const { model } = own;
  const { now, schedule, openChannel, datasetUrls } = dependencies;
  const bundledLibrary = once(() => libraries.of(null));
  return {
    bundledLibrary,
    inspection: once(async () => {
      const { createInspection } = await import('../profile/inspection');
      return createInspection(model.session);
    }),
    compare: once(async () => {
      const { createCompareStoresOf } = await import('./compare-stores');
      return createCompareStoresOf(sources);
    }),
    talk: once(async () => {
      const [{ createTalkStore }, { connectStage }, { spawnCompareWorker }] = await Promise.all([
        import('../talk/talk'),
        import('../talk/stage-link'),
        import('../../worker/spawn'),
      ]);
      const spawn = spawnCompareWorker;
      const library = await bundledLibrary();
      const store = createTalkStore({ now, schedule, datasetUrls, library, spawn });
      return { store, library, connect: () => connectStage(store, openChannel) };
    }),
    leftovers: async (profileId) => (await backupParts()).leftoversOf(sources, profileId),
    imports: once(async () => {
      const { createImports } = await import('./import-stores');
      return createImports(sources);
    }),
    oldDislikes: once(async () => {
      const { createOldDislikesOffer } = await import('../profile/old-dislikes');
      return createOldDislikesOffer(storage.settings);
    }),
    backup: once(async () => (await backupParts()).createBackupOf(sources)),
    catalogues: once(async () => {
      const { createCatalogues } = await import('../catalogues/catalogues');
      return createCatalogues({
        ...sources,
        use: sources.films.use,
        onProblem: (fellBack) => sources.session.setState({ fellBack }),
      });
    }),
    learning: once(async () => {
      const { createLearning } = await import('../catalogues/learn-stores');
      return createLearning(dependencies);
    }),
    ownFilms: once(async () => (await import('../catalogues/own-films')).createOwnFilms(sources)),
    notes: once(async () => {
      const { createNotesStore } = await import('../talk/stage-link');
      return createNotesStore({ openChannel, now });
    }),
  };
}

/** The same promise at every call, but for one that was rejected. */
export function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | null = null;
  return () => {
    made ??= make().catch((error: unknown) => {
      made = null;
      throw error;
    });
    return made;
  };
}
