import type { StoreApi } from 'zustand/vanilla';
import type { AppDependencies } from '../platform/dependencies';
import type { TabsListener } from '../platform/tabs';
import type { ProfileStore } from '../profile/people-store';
import type { FilmsInUse } from './films-in-use';
import type { ProfileStores } from './profile-stores';
import type { SessionState } from './session-store';

/**
 * What this tab does when another one speaks; what it does about profiles is also right after being away.
 * @param films are read anew where others may have been chosen or added
 * @param onLost called where what this page saved was gone, and may be there again
 */
export function createListener(
  { logger }: Pick<AppDependencies, 'logger'>,
  { model, moods, tuning, writer }: ProfileStores,
  session: StoreApi<SessionState>,
  profiles: ProfileStore,
  films: Pick<FilmsInUse, 'follow' | 'readAnew'>,
  onLost: () => void,
): TabsListener {
  const isOpen = (profileId: string) => profileId === model.store.getState().profileId;
  const catchUp = async (removed?: string) => {
    if (session.getState().status.phase !== 'ready') return;
    // Another tab may have written again what was lost.
    if (writer.isLost) return onLost();
    try {
      await profiles.load(removed);
      await writer.retry();
      await model.session.follow();
      const { activeId, gone } = profiles.getState();
      // The moods of somebody who is gone are those that this page knows.
      if (activeId !== null && !gone) await moods.load(activeId);
    } catch (error) {
      logger.warn('Could not catch up with the other tabs; it will be tried again.', error);
    }
  };
  return {
    onFilms: () =>
      films.readAnew().catch((error) => logger.warn('Films added in another tab could not be read.', error)),
    onEvents(profileId) {
      if (isOpen(profileId)) model.session.follow();
    },
    onErased: (profileId, scope) => model.session.onErased(profileId, scope),
    onMoods(profileId) {
      if (isOpen(profileId)) moods.load(profileId);
    },
    onProfiles: () => catchUp(),
    onRemoved: catchUp,
    onTuning: tuning.follow,
    onCatalogue: films.follow,
  };
}
