import type { UpdateParts } from '../platform/update-store';
import type { SavingState } from '../profile/saving-store';
import type { ProfileStores } from './profile-stores';

/** Whether the page may be left without losing anything. */
export function isAllSaved({ unsaved, error }: SavingState): boolean {
  return unsaved === 0 && error?.failure !== 'lost';
}

/** Saving, as a newer version of the app that is to take over asks for it. */
export function savingFor({ writer, saving }: ProfileStores): UpdateParts {
  return {
    async saveAll() {
      await writer.retry();
      await writer.settled();
      return isAllSaved(saving.getState());
    },
    whenAllSaved: (callback) =>
      saving.subscribe((state, before) => {
        if (isAllSaved(state) && !isAllSaved(before)) callback();
      }),
  };
}
