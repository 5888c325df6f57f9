import { StorageError, toStorageError } from '../../storage/storage-error';
import * as words from '../../words/en/start/session';
import type { StorageChoice } from '../platform/storage-choice';
import type { ProfileStore } from '../profile/people-store';
import type { ProfileStores } from './profile-stores';
import type { SessionStore } from './session-store';

/** Going on without the browser's storage, and going back to it. Neither rejects. */
export interface KeepingActions {
  /** Goes on in the page's memory, after a start that failed or waits too long. */
  goWithout(): Promise<void>;
  /**
   * Goes back to the browser's storage, with all that was done in memory; each person's clicks stay their own.
   * @returns null when done, else why not, for a person
   */
  tryAgain(): Promise<string | null>;
}

/** The actions over the app's stores, which are read anew from whatever storage is then in use. */
export function createKeeping(
  choice: StorageChoice,
  session: SessionStore,
  profiles: ProfileStore,
  { model, writer }: ProfileStores,
): KeepingActions {
  const tryAgain = async () => {
    if (choice.keeps()) return null;
    let paused = false;
    const pause = async () => {
      // Nothing is clicked from here on until the profile is open again: each click is in the one storage or in the other.
      model.session.stop();
      paused = true;
      await writer.settled();
    };
    let failure: string | null = null;
    try {
      await choice.goBack(profiles.getState().activeId, pause);
    } catch (error) {
      failure = toStorageError(error).message;
    }
    if (paused) {
      profiles.forget();
      await profiles.load();
    }
    return failure;
  };
  let trying: Promise<string | null> | null = null;

  return {
    async goWithout() {
      if (!choice.keeps()) return;
      const { status } = session.getState();
      try {
        await choice.goWithout();
      } catch (error) {
        session.setState({
          status: {
            phase: 'failed',
            message: words.goWithoutNotLoaded,
            ofStorage: false,
            details: String(error),
          },
        });
        return;
      }
      session.setState({ keeping: 'forgone' });
      if (status.phase !== 'loading') await session.getState().retry();
    },
    tryAgain() {
      trying ??= tryAgain()
        .catch((error: unknown) => (error instanceof StorageError ? error.message : String(error)))
        .finally(() => {
          trying = null;
        });
      return trying;
    },
  };
}
