import type { Storage } from '../../storage/storage';
import type { AppDependencies } from '../platform/dependencies';
import type { Library } from '../platform/library';
import type { Tabs } from '../platform/tabs';
import { createProfileStore, type ProfileStore } from '../profile/people-store';
import type { ProfileStores } from './profile-stores';

/** The store of people, wired to the profile in use. @param library the public data; null while they are not there */
export function createPeople(
  { dependencies, storage, tabs }: { dependencies: AppDependencies; storage: Storage; tabs: Tabs },
  own: ProfileStores,
  library: () => Library | null,
): ProfileStore {
  const profiles = createProfileStore({
    storage,
    uuid: dependencies.uuid,
    async activate(profileId) {
      const loaded = library();
      if (!loaded) return;
      // Both start at once: not a click in between may be made in the name of the one before.
      await Promise.all([own.moods.load(profileId), own.model.session.open(profileId, loaded)]);
    },
    hold: () => own.model.session.hold(),
    leave: () => own.model.session.leave(),
    known: (profileId) => ({
      events: own.model.session.eventsOf(profileId),
      unsaved: own.writer.pendingOf(profileId).length,
      settings: (id) => (profileId === profiles.getState().activeId ? own.settingsFor(id) : new Map()),
    }),
    drop: (profileId) => own.writer.drop(profileId),
    onRemoved: (profileId) => tabs.sayRemoved(profileId),
    onListChanged: () => tabs.sayProfiles(),
  });
  return profiles;
}
