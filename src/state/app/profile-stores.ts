import type { StoreApi } from 'zustand/vanilla';
import { tuningKey } from '../../storage/profile-values';
import { OWN_FILMS } from '../../storage/settings';
import type { Storage } from '../../storage/storage';
import { isPlain, storedTuning } from '../list/tuning';
import { moodsKey, writeMoods } from '../log/moods';
import { chosenCatalogue } from '../platform/catalogue-choice';
import type { AppDependencies } from '../platform/dependencies';
import type { Tabs } from '../platform/tabs';
import { EventWriter } from '../profile/event-writer';
import { createModelStore, type ModelStore } from '../profile/model-store';
import { createMoodStore, type MoodStore } from '../profile/mood-store';
import { createSavingStore, type SavingState } from '../profile/saving-store';
import { createTuningStore, type TuningStore } from '../profile/tuning-store';
import { createEarlyStore, type EarlyStore } from '../rate/early-store';
import { keepPlans } from '../rate/plan-keeper';
import { createRateStore, type RateState } from '../rate/rate-store';

/** What belongs to the profile in use, wired together. */
export interface ProfileStores {
  model: ModelStore;
  writer: EventWriter;
  saving: StoreApi<SavingState>;
  tuning: TuningStore;
  moods: MoodStore;
  rate: StoreApi<RateState>;
  /** Films to judge before the public data are there. */
  early: EarlyStore;
  /** Saves now what the next visit begins with. Never rejects. */
  savePlan(): Promise<void>;
  /** Settings of the profile in use as another profile would keep them, by key. */
  settingsFor(profileId: string): ReadonlyMap<string, unknown>;
}

/** What the profile's stores need from the rest of the app. */
export interface ProfileStoresParts {
  dependencies: AppDependencies;
  storage: Storage;
  /** The line to the other tabs. */
  tabs: Tabs;
  /** Whether somebody is gone (`EventWriterParts.isGone`). */
  isGone(profileId: string): Promise<boolean>;
  /** Called where the profile in use is not in the storage any more. */
  onMissing(): void;
  /** See `SavingState.rewrite`. */
  rewrite(): Promise<string | null>;
}

/** The stores of the profile in use; nothing is read before `model.session.open`. */
export function createProfileStores({
  dependencies,
  storage,
  tabs,
  isGone,
  onMissing,
  rewrite,
}: ProfileStoresParts): ProfileStores {
  const { logger } = dependencies;
  const saving = createSavingStore({ retry: () => writer.retry(), rewrite });
  const writer = new EventWriter({
    append: (events, erasures) => storage.log.append(events, erasures),
    reconnect: () => storage.reconnect(),
    painted: dependencies.painted,
    schedule: dependencies.schedule,
    onLogChanged: (profileId) => model.session.onLogChanged(profileId),
    isGone,
    onSaved(appended) {
      model.session.onSaved(appended);
      for (const { profileId } of appended) tabs.sayEvents(profileId);
    },
    onStatus: saving.setState,
    logger,
  });
  const tuning = createTuningStore({
    tunings: storage.tunings,
    apply: (compiled) => model.session.tune(compiled),
    list: () => model.store.getState().recommendations,
    onSaved: (profileId) => tabs.sayTuning(profileId),
    logger,
  });
  const moods = createMoodStore({
    settings: storage.settings,
    dependencies,
    onChanged: (profileId) => tabs.sayMoods(profileId),
    onDrawn: () => model.session.drawAnew(),
  });
  const model = createModelStore({
    dependencies,
    storage,
    writer,
    loadTuning: tuning.load,
    onEarlyLog: (profileId, log) => void early.begin(profileId, log),
    drawnMoods: () => moods.getState().drawn,
    onMissing,
    filing: () => moods.getState().filing,
    onErased(profileId, scope) {
      tabs.sayErased(profileId, scope);
      tuning.erase(scope);
      forgetPlan(profileId);
    },
  });
  model.store.subscribe(({ lastChange, profileId, events }, before) => {
    // What a turn of a control did is past once anything else changed: a click, an erasure, what another tab said.
    const isPast = lastChange || profileId !== before.profileId || events.length !== before.events.length;
    if (isPast && tuning.getState().effect) tuning.setState({ effect: null });
  });
  const { early, rate, savePlan, forgetPlan } = createAsking(dependencies, storage, writer, model);
  const settingsFor = (profileId: string) => {
    const settings = new Map<string, unknown>();
    const { list } = moods.getState();
    const tuned = tuning.getState().tuning;
    if (list.length > 0) settings.set(moodsKey(profileId), writeMoods(list));
    if (!isPlain(tuned)) settings.set(tuningKey(profileId), storedTuning(tuned));
    const added = model.session.known?.library.own;
    if (added) settings.set(OWN_FILMS, added.stored);
    return settings;
  };
  return { model, writer, saving, tuning, moods, rate, early, savePlan, settingsFor };
}

/** What asks for films: those to judge next, before and after the public data have come. */
function createAsking(
  dependencies: AppDependencies,
  storage: Storage,
  writer: EventWriter,
  model: ModelStore,
): Pick<ProfileStores, 'early' | 'rate' | 'savePlan'> & { forgetPlan(profileId: string): Promise<void> } {
  const { whenIdle, logger } = dependencies;
  const early = createEarlyStore({
    dependencies,
    plans: storage.plans,
    isBundled: () =>
      chosenCatalogue(storage.settings).then(
        ({ id }) => id === null,
        () => false,
      ),
    enqueue: (events, erasures) => writer.enqueue(events, erasures),
  });
  const library = () => model.session.opened?.library ?? null;
  const wereUp = (profileId: string) =>
    early.handOver(profileId).flatMap(({ movieId }) => library()?.itemOf.get(movieId) ?? []);
  const rate = createRateStore(model.store, () => model.session.opened, whenIdle, wereUp);
  const savePlan = keepPlans({ rate, model: model.store, library, plans: storage.plans, dependencies });
  return {
    ...{ early, rate, savePlan },
    // What was to be asked next tells something of what was said.
    forgetPlan: (profileId) =>
      storage.plans
        .save(profileId, undefined)
        .catch((error) => logger.warn('What is to be asked next was not erased.', error)),
  };
}
