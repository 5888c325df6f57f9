import type { KeptPerson } from '../../storage/rescue';
import type { AppDependencies } from '../platform/dependencies';
import { createStorageChoice, type StorageChoice } from '../platform/storage-choice';
import { ACTIVE, type ProfileStore } from '../profile/people-store';
import type { LossWatch } from './loss';
import type { ProfileStores } from './profile-stores';
import { NOTICES, type SessionState, type SessionStore } from './session-store';

/** What has to do with which storage is in use. */
interface StorageUsers {
  session: SessionStore;
  loss: LossWatch;
  profiles: ProfileStore;
  own: ProfileStores;
}

/**
 * The browser's database, or memory in its place. What becomes of the database is told of only while it is in use; what it
 * may not have goes along into memory.
 * @param users asked for when something happens: not all of them are made yet
 */
export function chooseStorage(dependencies: AppDependencies, users: () => StorageUsers): StorageChoice {
  const { now, uuid, schedule } = dependencies;
  const whileKept = (tell: () => void) => () => {
    if (choice.keeps()) tell();
  };
  const say = (notice: SessionState['notice']) => users().session.setState({ notice });
  const choice = createStorageChoice({
    kept: dependencies.createStorage({
      onBlocked: () => say(NOTICES.blocked),
      onOutdated: whileKept(() => say(NOTICES.outdated)),
      onLost: whileKept(() => users().loss.onLost()),
      onDiscarded: () => users().session.setState({ discarded: true }),
      onClosed: whileKept(() => users().loss.onClosed()),
    }),
    async makeMemory() {
      const { createMemoryStorage } = await import('../../storage/memory-storage');
      return createMemoryStorage({ now, uuid });
    },
    held: () => heldBy(users()),
    onChange() {
      const { session, profiles, own } = users();
      // Everybody is read anew from the storage that is now in use.
      own.model.session.leave();
      profiles.forget();
      session.setState({ notice: null, keeping: choice.keeps() ? 'kept' : 'refused' });
      own.writer.resume();
    },
    schedule,
  });
  return choice;
}

/** What the page holds and the database may not: what waits to be saved, and all where what was saved is gone. */
function heldBy({ profiles, own: { model, writer, settingsFor } }: StorageUsers): KeptPerson[] {
  const { list, gone, activeId } = profiles.getState();
  return [...list, ...(gone ? [gone] : [])].flatMap(({ id, name }) => {
    const events = writer.isLost ? model.session.eventsOf(id) : writer.pendingOf(id);
    const settings = id === activeId ? [[ACTIVE, id] as const, ...settingsFor(id)] : [];
    return events.length > 0 ? [{ id, name, events, settings: new Map<string, unknown>(settings) }] : [];
  });
}
