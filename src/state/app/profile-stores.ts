import type { StoreApi } from 'zustand/vanilla';
import type { Storage } from '../../storage/storage';
import type { AppDependencies } from '../platform/dependencies';
import type { Tabs } from '../platform/tabs';
import { EventWriter } from '../profile/event-writer';
import { createModelStore, type ModelStore } from '../profile/model-store';
import { createMoodStore, type MoodStore } from '../profile/mood-store';
import { createSavingStore, type SavingState } from '../profile/saving-store';
import { createTuningStore, type TuningStore } from '../profile/tuning-store';
import { createRateStore, type RateState } from '../rate/rate-store';

/** What belongs to the profile in use, wired together. */
export interface ProfileStores {
  model: ModelStore;
  writer: EventWriter;
  saving: StoreApi<SavingState>;
  tuning: TuningStore;
  moods: MoodStore;
  rate: StoreApi<RateState>;
}

/** What the profile's stores need from the rest of the app. */
export interface ProfileStoresParts {
  dependencies: AppDependencies;
  storage: Storage;
  /** The line to the other tabs. */
  tabs: Tabs;
}

/** The stores of the profile in use; nothing is read before `model.session.open`. */
export function createProfileStores({ dependencies, storage, tabs }: ProfileStoresParts): ProfileStores {
  const { logger } = dependencies;
  const saving = createSavingStore(() => writer.retry());
  const writer = new EventWriter({
    append: (events, erasures) => storage.log.append(events, erasures),
    onLogChanged: (profileId) => model.session.onLogChanged(profileId),
    exists: async (profileId) => (await storage.profiles.list()).some(({ id }) => id === profileId),
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
    list: () => model.store.getState().recommendations.map(({ item }) => item),
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
    drawnMoods: () => moods.getState().drawn,
    filing: () => moods.getState().filing,
    onErased(profileId, scope) {
      tabs.sayErased(profileId, scope);
      tuning.erase(scope);
    },
  });
  const libraryInUse = () => model.session.opened?.library ?? null;
  const rate = createRateStore(model.store, libraryInUse, dependencies.schedule);
  return { model, writer, saving, tuning, moods, rate };
}
