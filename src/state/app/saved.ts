import type { UpdateParts } from '../platform/update-store';
import type { SavingState } from '../profile/saving-store';
import type { ProfileStores } from './profile-stores';

/** Whether the page may be left without losing anything. */
function isAllSaved({ unsaved, error }: SavingState): boolean {
  return unsaved === 0 && error?.failure !== 'lost';
}

/** Saving, as whoever would leave or replace the page asks for it. */
interface SavingOfPage extends UpdateParts {
  /** Whether something would be lost if the page were left now. */
  wouldLose(): boolean;
}

/** @param keeps whether anything outlives the page: else nothing is ever saved, and nothing may reload it */
export function savingFor({ writer, saving }: ProfileStores, keeps: () => boolean): SavingOfPage {
  /** Whether something was said that only this page holds. */
  let onlyHere = false;
  saving.subscribe(({ unsaved }) => {
    onlyHere = !keeps() && (onlyHere || unsaved > 0);
  });
  return {
    wouldLose: () => (keeps() ? !isAllSaved(saving.getState()) : onlyHere),
    async saveAll() {
      await writer.retry();
      await writer.settled();
      return keeps() && isAllSaved(saving.getState());
    },
    whenAllSaved: (callback) =>
      saving.subscribe((state, before) => {
        if (isAllSaved(state) && !isAllSaved(before)) callback();
      }),
  };
}
