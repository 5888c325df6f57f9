/*
 * The app without its screens. `createApp(browserDependencies(...))` composes it; then `app.start()`.
 *
 *   app.session    SessionState: status 'loading' | 'ready' (with the Library of public data) | 'failed' (with a message
 *                  and `retry`), and a notice about other tabs
 *   app.profiles   ProfilesState: list, activeId, create, rename, switchTo, remove
 *   app.model      ModelState of the active profile: opinions, recommendations, last change, undo and redo, why;
 *                  actions answer at once and are saved behind
 *   app.saving     SavingState: how many clicks are not saved yet, why not, and trying again
 *   app.tuning     TuningState: how the active profile wants its list drawn, apart from what was learned
 *   app.moods      MoodsState: named moods, the one that clicks are filed under, those that the list is drawn from
 *   app.rate       RateState: the film to judge now and those after it
 *   app.updates    UpdateState: a newer version of the app, and the yes it waits for
 *
 * What is loaded later: `app.inspection()` (what My model reads out of the cells), `app.compare()`, `app.talk()`,
 * `app.notes()`.
 *
 * `wordsOf(lastChange, catalogue)` (change.ts) puts the last change into words. All are Zustand vanilla stores: screens
 * select from them with `useStore(app.model, (state) => ...)`. Actions are fields of the state and never change
 * identity. `item` is always an index into `library.catalogue`.
 */
import type { StoreApi } from 'zustand/vanilla';
import { askToPersist, readStorageHealth, type StorageHealth } from '../../storage/storage-health';
import type { AppDependencies } from '../platform/dependencies';
import type { Library } from '../platform/library';
import { chooseNetwork, chosenNetwork, type NetworkName } from '../platform/network-choice';
import { connectTabs, type TabsListener } from '../platform/tabs';
import { createUpdates, type UpdateParts, type UpdateState } from '../platform/update-store';
import type { ModelState } from '../profile/model-state';
import type { MoodsState } from '../profile/mood-store';
import { createProfileStore, type ProfileStore, type ProfilesState } from '../profile/people-store';
import type { SavingState } from '../profile/saving-store';
import type { TuningState } from '../profile/tuning-store';
import type { RateState } from '../rate/rate-store';
import { createLaterParts, type LaterParts } from './later';
import { createProfileStores, type ProfileStores } from './profile-stores';
import { createSessionStore, NOTICES, type SessionState } from './session-store';

/** The app without its screens; the head of this file says what each store holds. */
export interface App extends LaterParts {
  session: StoreApi<SessionState>;
  profiles: StoreApi<ProfilesState>;
  model: StoreApi<ModelState>;
  saving: StoreApi<SavingState>;
  tuning: StoreApi<TuningState>;
  moods: StoreApi<MoodsState>;
  rate: StoreApi<RateState>;
  updates: StoreApi<UpdateState>;
  /** Which of the shipped networks this browser uses, and choosing another for its next start. */
  network: { inUse(): Promise<NetworkName>; choose(network: NetworkName): Promise<string | null> };
  /** Space used and left, and whether the browser promised to keep it. Never rejects. */
  storageHealth(): Promise<StorageHealth>;
  /** Asks the browser not to clear the ratings by itself; null where it cannot be asked. */
  askToPersist(): Promise<boolean | null>;
  /** Loads everything, then looks for newer versions. Never rejects: failures are in the session's status. */
  start(): Promise<void>;
  /** Resolves when nothing is being written any more, saved or failed. */
  settled(): Promise<void>;
  /** Lets go of the database, the channel and the page. */
  dispose(): void;
}

/** Composes the app; nothing is loaded or read before `start`. */
export function createApp(dependencies: AppDependencies): App {
  const say = (notice: SessionState['notice']) => session.setState({ notice });
  const storage = dependencies.createStorage({
    onBlocked: () => say(NOTICES.blocked),
    onOutdated: () => say(NOTICES.outdated),
  });
  // The stores tell the other tabs and are told by them; nothing is heard before everything is made.
  const tabs = connectTabs(dependencies.openChannel, () => listener);
  const own = createProfileStores({ dependencies, storage, tabs });
  const updates = createUpdates(dependencies.versions, savingFor(own));

  let loadingLibrary: Promise<Library> | null = null;
  const profiles = createProfileStore({
    storage,
    async activate(profileId) {
      if (!loadingLibrary) return;
      await own.moods.load(profileId);
      await own.model.session.open(profileId, await loadingLibrary);
    },
    onRemoved: (profileId) => own.writer.drop(profileId),
    onListChanged: () => tabs.sayProfiles(),
  });
  const networkInUse = async () => {
    // Where storage cannot be opened, opening the profile says so.
    await storage.open().catch(() => {});
    return chosenNetwork(storage.settings);
  };
  const session = createSessionStore(dependencies, networkInUse, async (loading) => {
    loadingLibrary = loading;
    await storage.open();
    say(null);
    const library = await loading;
    await profiles.load();
    const { phase, profileId } = own.model.store.getState();
    if (phase === 'failed' && profileId !== null) await own.model.session.open(profileId, library);
  });

  const listener = createListener(dependencies, own, session, profiles);
  const stop = dependencies.watchPage({
    onHide: () => own.model.session.flush(),
    onShow: listener.onProfiles,
  });
  const stores = { session, profiles, model: own.model.store, updates: updates.store };
  return {
    ...stores,
    ...{ saving: own.saving, tuning: own.tuning, moods: own.moods, rate: own.rate },
    ...createLaterParts({ dependencies, storage, model: own.model, library: () => readyLibrary(session) }),
    network: {
      inUse: () => chosenNetwork(storage.settings),
      choose: (network) => chooseNetwork(storage.settings, network),
    },
    storageHealth: () => readStorageHealth(dependencies.storageManager),
    askToPersist: () => askToPersist(dependencies.storageManager),
    async start() {
      await session.getState().retry();
      updates.watch();
    },
    async settled() {
      await own.writer.settled();
      await own.tuning.settled();
      await own.model.session.follow();
    },
    dispose() {
      stop();
      updates.stop();
      own.model.session.stop();
      tabs.close();
      storage.close();
    },
  };
}

/** The public data. @throws Error while they are not there */
function readyLibrary(session: StoreApi<SessionState>): Library {
  const { status } = session.getState();
  if (status.phase !== 'ready') throw new Error('The film data is not there yet.');
  return status.library;
}

/** Saving, as a newer version of the app that is to take over asks for it. */
function savingFor({ writer, saving }: ProfileStores): UpdateParts {
  return {
    async saveAll() {
      await writer.retry();
      await writer.settled();
      return saving.getState().unsaved === 0;
    },
    whenAllSaved: (callback) =>
      saving.subscribe(({ unsaved }, before) => {
        if (unsaved === 0 && before.unsaved > 0) callback();
      }),
  };
}

/** What this tab does when another one speaks; what it does about profiles is also right after being away. */
function createListener(
  { logger }: AppDependencies,
  { model, moods, tuning, writer }: ProfileStores,
  session: StoreApi<SessionState>,
  profiles: ProfileStore,
): TabsListener {
  const isOpen = (profileId: string) => profileId === model.store.getState().profileId;
  return {
    onEvents(profileId) {
      if (isOpen(profileId)) model.session.follow();
    },
    onErased: (profileId, scope) => model.session.onErased(profileId, scope),
    onMoods(profileId) {
      if (isOpen(profileId)) moods.load(profileId);
    },
    async onProfiles() {
      if (session.getState().status.phase !== 'ready') return;
      try {
        await profiles.load();
        await writer.retry();
        await model.session.follow();
        const { activeId } = profiles.getState();
        if (activeId !== null) await moods.load(activeId);
      } catch (error) {
        logger.warn('Could not catch up with the other tabs; it will be tried again.', error);
      }
    },
    onTuning: tuning.follow,
  };
}
