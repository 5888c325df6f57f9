import type { StoreApi } from 'zustand/vanilla';
import type { Storage } from '../../storage/storage';
import type { ImportState } from '../imports/import-state';
import type { AppDependencies } from '../platform/dependencies';
import type { Library } from '../platform/library';
import type { EventWriter } from '../profile/event-writer';
import type { Inspection } from '../profile/inspection';
import type { ModelStore } from '../profile/model-store';
import type { OldDislikesOffer } from '../profile/old-dislikes';
import type { ProfilesState } from '../profile/people-parts';
import type { NotesState } from '../talk/stage-link';
import type { TalkStore } from '../talk/talk-store';
import type { CompareStores } from './compare-stores';

/** The talk as its stage shows it. */
export interface TalkStage {
  /** One an app: it stands where it was when the speaker comes back from another screen. */
  store: TalkStore;
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
  /** The import of one's own history. */
  imports(): Promise<StoreApi<ImportState>>;
  /** The window of the speaker's notes. */
  notes(): Promise<StoreApi<NotesState>>;
}

/** What the later parts are made from. */
interface LaterSources {
  dependencies: AppDependencies;
  storage: Pick<Storage, 'results' | 'rescue' | 'settings'>;
  model: ModelStore;
  writer: EventWriter;
  profiles: StoreApi<ProfilesState>;
  /** The public data; throws while they are not there. */
  library(): Library;
}

/** Nothing is loaded before it is asked for. */
export function createLaterParts({
  dependencies,
  storage,
  model,
  writer,
  profiles,
  library,
}: LaterSources): LaterParts {
  const { now, schedule, openChannel, datasetUrl } = dependencies;
  return {
    inspection: once(async () => {
      const { createInspection } = await import('../profile/inspection');
      return createInspection(model.session);
    }),
    compare: once(async () => {
      const { createCompareStores } = await import('./compare-stores');
      return createCompareStores({ ...dependencies, results: storage.results, model: model.store });
    }),
    talk: once(async () => {
      const [{ createTalkStore }, { connectStage }, { spawnCompareWorker }] = await Promise.all([
        import('../talk/talk'),
        import('../talk/stage-link'),
        import('../../worker/spawn'),
      ]);
      const spawn = spawnCompareWorker;
      const store = createTalkStore({ now, schedule, datasetUrl, library: library(), spawn });
      return { store, connect: () => connectStage(store, openChannel) };
    }),
    imports: once(async () => {
      const { createImports } = await import('./import-stores');
      return createImports(dependencies, model.session, writer, profiles);
    }),
    async leftovers(profileId) {
      const { leftoversFile } = await import('../profile/leftovers');
      return leftoversFile(await storage.rescue.rows(profileId), __APP_VERSION__);
    },
    oldDislikes: once(async () => {
      const { createOldDislikesOffer } = await import('../profile/old-dislikes');
      return createOldDislikesOffer(storage.settings);
    }),
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
