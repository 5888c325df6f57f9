/*
 * The app without its screens. `createApp(browserDependencies(...))` composes it; then `app.start()`.
 *
 *   app.session    SessionState: status 'loading' | 'ready' (with the Library of public data) | 'failed' (with a message
 *                  and `retry`), a notice about other tabs, what does not come for long, and whether anything is kept
 *   app.profiles   ProfilesState: list, activeId, create, rename, switchTo, remove
 *   app.model      ModelState of the active profile: opinions, recommendations, last change, undo and redo, why;
 *                  actions answer at once and are saved behind
 *   app.saving     SavingState: how many clicks are not saved yet, why not, and trying again
 *   app.tuning     TuningState: how the active profile wants its list drawn, apart from what was learned
 *   app.moods      MoodsState: named moods, the one that clicks are filed under, those that the list is drawn from
 *   app.rate       RateState: the film to judge now and those after it
 *   app.early      EarlyState: films to judge before the public data are there
 *   app.updates    UpdateState: a newer version of the app, and the yes it waits for
 *   app.keeping    KeepingActions: going on in memory where the browser stores nothing or never answers, and back
 *   app.copies     CopiesState: copies of the app at other addresses that share these ratings
 *
 * What is loaded later: `app.inspection()` (what My model reads out of the cells), `app.compare()`, `app.talk()`,
 * `app.notes()`, `app.leftovers(profileId)`, `app.oldDislikes()`, `app.backup()`,
 * `app.imports()`, `app.learning()`, `app.catalogues()` (which films are in use, and others to be had), `app.ownFilms()`.
 *
 * `wordsOf(lastChange, catalogue)` (change.ts) puts the last change into words. All are Zustand vanilla stores: screens
 * select from them with `useStore(app.model, (state) => ...)`. Actions are fields of the state and never change
 * identity. `item` is always an index into `library.catalogue`.
 */
import type { StoreApi } from 'zustand/vanilla';
import type { UnsavedEvent } from '../../events/rating-event';
import type { Settings } from '../../storage/settings';
import { askToPersist, readStorageHealth, type StorageHealth } from '../../storage/storage-health';
import type { AppDependencies } from '../platform/dependencies';
import { createLibraries, loadModelCode } from '../platform/libraries';
import type { Library } from '../platform/library';
import { chooseNetwork, chosenNetwork, type NetworkName } from '../platform/network-choice';
import { connectTabs } from '../platform/tabs';
import { createUpdates, type UpdateState } from '../platform/update-store';
import type { ModelState } from '../profile/model-state';
import type { MoodsState } from '../profile/mood-store';
import type { ProfilesState } from '../profile/people-parts';
import type { ProfileStore } from '../profile/people-store';
import type { SavingState } from '../profile/saving-store';
import type { TuningState } from '../profile/tuning-store';
import type { EarlyState } from '../rate/early-store';
import type { RateState } from '../rate/rate-store';
import { type CopiesState, createCopies } from './copies';
import { createFilmsInUse, readyLibrary } from './films-in-use';
import { createKeeping, type KeepingActions } from './keeping';
import { createLaterParts, type LaterParts } from './later';
import { createListener } from './listener';
import { watchForLoss } from './loss';
import { createPeople } from './people';
import { createProfileStores, type ProfileStores } from './profile-stores';
import { savingFor } from './saved';
import { createSessionStore, type SessionState } from './session-store';
import { chooseStorage } from './storage-in-use';
import { askWhenWorthKeeping } from './worth-keeping';

/** The app without its screens; the head of this file says what each store holds. */
export interface App extends LaterParts {
  session: StoreApi<SessionState>;
  profiles: StoreApi<ProfilesState>;
  model: StoreApi<ModelState>;
  saving: StoreApi<SavingState>;
  tuning: StoreApi<TuningState>;
  moods: StoreApi<MoodsState>;
  rate: StoreApi<RateState>;
  early: StoreApi<EarlyState>;
  updates: StoreApi<UpdateState>;
  copies: StoreApi<CopiesState>;
  /** Which of the shipped networks this browser uses, and choosing another for its next start. */
  network: NetworkChoice;
  /** Going on without the browser's storage, and going back to it. */
  keeping: KeepingActions;
  /** Space used and left, and whether the browser promised to keep it. Never rejects. */
  storageHealth(): Promise<StorageHealth>;
  /** Asks the browser not to clear the ratings by itself; null where it cannot be asked. */
  askToPersist(): Promise<boolean | null>;
  /** Events that this page holds: the whole log of whoever is rating, and what waits to be saved of anybody. */
  held(): UnsavedEvent[];
  /** Loads everything, then looks for newer versions. Never rejects: failures are in the session's status. */
  start(): Promise<void>;
  /** Resolves when nothing is being written any more, saved or failed. */
  settled(): Promise<void>;
  /** Lets go of the database, the channel and the page. */
  dispose(): void;
}

/** See `App.network`. */
interface NetworkChoice {
  inUse(): Promise<NetworkName>;
  /** Takes effect at the next start (platform/network-choice). */
  choose(network: NetworkName): Promise<string | null>;
}

/** Composes the app; nothing is loaded or read before `start`. */
export function createApp(dependencies: AppDependencies): App {
  const choice = chooseStorage(dependencies, () => ({ session, loss, profiles, own }));
  const { storage } = choice;
  // The stores tell the other tabs and are told by them; nothing is heard before everything is made.
  const tabs = connectTabs(dependencies.openChannel, () => listener);
  const loss = watchForLoss(dependencies, () => ({ storage, tabs, profiles, ...own }));
  const own = createProfileStores({
    ...{ dependencies, storage, tabs, rewrite: loss.rewrite },
    isGone: (profileId) => profiles.isGone(profileId),
    onMissing() {
      profiles.load().catch((error) => dependencies.logger.warn('The people could not be read.', error));
    },
  });
  const saving = savingFor(own, choice.keeps);
  saving.whenAllSaved(loss.prepare);
  const updates = createUpdates(dependencies.versions, saving);
  const copies = createCopies(storage.settings, dependencies.path, dependencies.logger);
  const films = createFilmsInUse({
    ...{ dependencies, storage, keeps: choice.keeps, model: own.model },
    ...{ session: () => session, later: () => later },
  });
  const profiles = createPeople({ dependencies, storage, tabs, session: () => session }, own, films.coming);
  const libraries = createLibraries(dependencies, storage);
  const session = createSessionStore(
    dependencies,
    () => withCode(libraries.first()),
    async (load, patience) => {
      await storage.open();
      session.setState({ notice: null });
      patience.waitFor('ratings');
      // What is shown first is not made to share the line and the processor with what comes behind it.
      const shown = own.early.known.then(() => patience.waitFor('data')).then(dependencies.painted);
      const coming = films.begin(shown.then(load).finally(() => patience.waitFor('ratings')));
      const opened = profiles.load().finally(own.early.end);
      const [library] = await Promise.all([coming, opened]);
      copies.note();
      await openIfClosed(own, profiles, library);
      return library;
    },
  );

  const asked = { ...dependencies, settings: storage.settings, keeps: choice.keeps };
  const stopAsking = askWhenWorthKeeping(own.model.store, asked);

  const later = createLaterParts({
    ...{ dependencies, storage, tabs, profiles, own, session, libraries, films },
    library: () => readyLibrary(session),
  });
  const listener = createListener(dependencies, own, session, profiles, films, loss.onLost);
  const stop = dependencies.watchPage({
    onHide: () => [own.model.session.flush(), own.savePlan()],
    onShow: () => [listener.onProfiles(), listener.onCatalogue()],
    wouldLose: saving.wouldLose,
  });
  const stores = { session, profiles, model: own.model.store, updates: updates.store, copies };
  return {
    ...stores,
    ...{ saving: own.saving, tuning: own.tuning, moods: own.moods, rate: own.rate, early: own.early },
    ...later,
    network: networkChoice(storage.settings),
    keeping: createKeeping(choice, session, profiles, own),
    held: () => heldBy(own),
    storageHealth: () => readStorageHealth(dependencies.storageManager),
    askToPersist: () => askToPersist(dependencies.storageManager),
    async start() {
      await session.getState().retry();
      updates.watch();
    },
    settled: () => settled(own),
    dispose() {
      stop();
      stopAsking();
      loss.stop();
      updates.stop();
      own.model.session.stop();
      tabs.close();
      storage.close();
    },
  };
}

/** See `App.held`. */
function heldBy({ model, writer }: ProfileStores): UnsavedEvent[] {
  const { profileId } = model.store.getState();
  const known = profileId === null ? [] : model.session.eventsOf(profileId);
  return [...known, ...writer.waiting.filter((event) => event.profileId !== profileId)];
}

/** A library is of no use without the code that reads and writes a model, which comes beside it. @throws LoadError */
async function withCode<T>(library: Promise<T>): Promise<T> {
  const code = loadModelCode(() => import('../profile/open-profile'));
  const [loaded] = await Promise.all([library, code]);
  return loaded;
}

/** Opens who rates, where an earlier start did not come so far. Rejects with a StorageError. */
async function openIfClosed({ model }: ProfileStores, profiles: ProfileStore, library: Library) {
  const { activeId, gone } = profiles.getState();
  if (activeId !== null && !gone && model.store.getState().phase !== 'ready')
    await model.session.open(activeId, library);
}

function networkChoice(settings: Settings): NetworkChoice {
  return {
    inUse: () => chosenNetwork(settings),
    choose: (network) => chooseNetwork(settings, network),
  };
}

/** See `App.settled`. */
async function settled({ writer, tuning, model }: ProfileStores): Promise<void> {
  await writer.settled();
  await tuning.settled();
  await model.session.follow();
}
