/*
 * The app without its screens. `createApp(browserDependencies(...))` composes it; then `app.start()`.
 *
 *   app.session    SessionState: status 'loading' | 'ready' (with the Library of public data) | 'failed' (with a message
 *                  and `retry`), and a notice about other tabs
 *   app.profiles   ProfilesState: list, activeId, create, rename, switchTo, remove
 *   app.model      ModelState of the active profile: opinions, recommendations, last change, undo and redo, why,
 *                  saving; actions answer at once and are saved behind
 *   app.tuning     TuningState: how the active profile wants its list drawn, apart from what was learned
 *   app.moods      MoodsState: named moods, the one that clicks are filed under, those that the list is drawn from
 *   app.rate       RateState: the film to judge now and those after it
 *   app.updates    UpdateState: a newer version of the app, and the yes it waits for
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
import { connectTabs } from '../platform/tabs';
import { createUpdates, type UpdateState } from '../platform/update-store';
import { createEventWriter } from '../profile/event-writer';
import type { ModelState } from '../profile/model-state';
import { createModelStore } from '../profile/model-store';
import { createMoodStore, type MoodsState } from '../profile/mood-store';
import { createProfileStore, type ProfilesState } from '../profile/people-store';
import { createTuningStore, type TuningState } from '../profile/tuning-store';
import { createRateStore, type RateState } from '../rate/rate-store';
import type { CompareStores } from './compare-stores';
import { createSessionStore, NOTICES, type SessionState } from './session-store';

/** See `App.talk`. */
export type TalkParts = Pick<AppDependencies, 'now' | 'schedule' | 'openChannel' | 'datasetUrl'>;

export interface App {
  session: StoreApi<SessionState>;
  profiles: StoreApi<ProfilesState>;
  model: StoreApi<ModelState>;
  tuning: StoreApi<TuningState>;
  moods: StoreApi<MoodsState>;
  rate: StoreApi<RateState>;
  updates: StoreApi<UpdateState>;
  /** The stores of the Compare screen, made with the code that it loads when it is first asked for; always the same. */
  compare(): Promise<CompareStores>;
  /** What the talk, which is loaded later and touches no profile, is built from. */
  talk: TalkParts;
  /** Which of the shipped networks this browser uses, and choosing another for its next start. */
  network: { inUse(): Promise<NetworkName>; choose(network: NetworkName): Promise<void> };
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

export function createApp(dependencies: AppDependencies): App {
  const { logger } = dependencies;
  let loadingLibrary: Promise<Library> | null = null;
  let library: Library | null = null;
  let compare: Promise<CompareStores> | null = null;

  const say = (notice: SessionState['notice']) => session.setState({ notice });
  const storage = dependencies.createStorage({
    onBlocked: () => say(NOTICES.blocked),
    onOutdated: () => say(NOTICES.outdated),
  });

  const writer = createEventWriter({
    append: (events, erasures) => storage.log.append(events, erasures),
    onLogChanged: (profileId) => model.onLogChanged(profileId),
    exists: async (profileId) => (await storage.profiles.list()).some(({ id }) => id === profileId),
    onSaved(profileIds) {
      model.follow();
      for (const profileId of profileIds) tabs.sayEvents(profileId);
      updates.onSaved();
    },
    onStatus: (saving) => model.setSaving(saving),
    logger,
  });
  const tuning = createTuningStore({
    tunings: storage.tunings,
    apply: (compiled) => model.tune(compiled),
    list: () => model.getState().recommendations.map(({ item }) => item),
    onSaved: (profileId) => tabs.sayTuning(profileId),
    logger,
  });
  const moods = createMoodStore({
    settings: storage.settings,
    dependencies,
    onChanged: (profileId) => tabs.sayMoods(profileId),
    onDrawn: () => model.redraw(),
  });
  const model = createModelStore({
    dependencies,
    storage,
    writer,
    loadTuning: tuning.load,
    moods: moods.getState,
    onErased(profileId, scope) {
      tabs.sayErased(profileId, scope);
      tuning.forget(scope);
    },
  });
  const rate = createRateStore(model, () => library, dependencies.schedule);

  const updates = createUpdates(dependencies.versions, async () => {
    await writer.retry();
    await writer.settled();
    return model.getState().saving.unsaved === 0;
  });

  const profiles = createProfileStore({
    storage,
    async activate(profileId) {
      if (!loadingLibrary) return;
      await moods.load(profileId);
      await model.open(profileId, await loadingLibrary);
    },
    onRemoved: (profileId) => writer.forget(profileId),
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
    library = await loading;
    await profiles.load();
    const { phase, profileId } = model.getState();
    if (phase === 'failed' && profileId !== null) await model.open(profileId, library);
  });

  const catchUp = async () => {
    if (session.getState().status.phase !== 'ready') return;
    try {
      await profiles.load();
      await writer.retry();
      await model.follow();
      const { activeId } = profiles.getState();
      if (activeId !== null) await moods.load(activeId);
    } catch (error) {
      logger.warn('Could not catch up with the other tabs; it will be tried again.', error);
    }
  };
  const tabs = connectTabs(dependencies.openChannel, {
    onEvents(profileId) {
      if (profileId === model.getState().profileId) model.follow();
    },
    onErased: (profileId, scope) => model.onErased(profileId, scope),
    onMoods(profileId) {
      if (profileId === model.getState().profileId) moods.load(profileId);
    },
    onProfiles: catchUp,
    onTuning: tuning.follow,
  });
  const stopWatching = dependencies.watchPage({ onHide: () => model.flush(), onShow: catchUp });

  return {
    session,
    profiles,
    model,
    tuning,
    moods,
    rate,
    updates: updates.store,
    compare() {
      compare ??= import('./compare-stores').then(({ createCompareStores }) =>
        createCompareStores({ ...dependencies, results: storage.results, model }),
      );
      return compare;
    },
    talk: dependencies,
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
      await writer.settled();
      await tuning.settled();
      await model.follow();
    },
    dispose() {
      stopWatching();
      updates.stop();
      model.stop();
      tabs.close();
      storage.close();
    },
  };
}
