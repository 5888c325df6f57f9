import type { Storage } from '../../storage/storage';
import type { AppDependencies } from '../platform/dependencies';
import type { Tabs } from '../platform/tabs';
import { createProfileStore, type ProfileStore } from '../profile/people-store';
import type { ComingLibrary } from '../profile/session-parts';
import type { ProfileStores } from './profile-stores';
import type { SessionStore } from './session-store';

/** What people are kept and told of by. */
interface PeopleParts {
  dependencies: AppDependencies;
  storage: Storage;
  tabs: Tabs;
  /** Asked for when there is something to tell. */
  session(): SessionStore;
}

/** The store of people, wired to the profile in use. @param library the public data or their promise; null before they are asked for */
export function createPeople(
  { dependencies, storage, tabs, session }: PeopleParts,
  own: ProfileStores,
  library: () => ComingLibrary | null,
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
    onWaiting: tellOfWaiting(session, own.model.store),
    onRemoved: (profileId) => tabs.sayRemoved(profileId),
    onListChanged: () => tabs.sayProfiles(),
  });
  return profiles;
}

/**
 * Has it told of when ratings do not come for long: another person's may take as long as the first one's, and so may the
 * storage before it is known that nothing is in the way. @returns to be told when somebody waits, and when no longer
 */
function tellOfWaiting(session: () => SessionStore, model: ProfileStores['model']['store']) {
  let waiting = 0;
  const tell = () => {
    const { patience, getState } = session();
    if (getState().status.phase !== 'ready') return;
    patience.waitFor(waiting > 0 || model.getState().phase === 'opening' ? 'ratings' : null);
  };
  model.subscribe(tell);
  return (isWaiting: boolean) => {
    waiting += isWaiting ? 1 : -1;
    tell();
  };
}
