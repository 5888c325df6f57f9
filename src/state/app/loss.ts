import * as words from '../../words/en/start/session';
import type { AppDependencies } from '../platform/dependencies';
import { once } from './later';
import type { RecoveryParts } from './recovery';

/** After the browser closed the database by itself, it is looked at so often at most, */
const LOOKS = 5;
/** and so many milliseconds later each time: while it clears the data, it refuses to open the database. */
const LOOK_AFTER = 300;

/** What the app does where what it saved may be gone from the browser. */
export interface LossWatch {
  /** See `DatabaseCallbacks.onLost`. */
  onLost(): void;
  /** See `DatabaseCallbacks.onClosed`. */
  onClosed(): void;
  /** See `SavingState.rewrite`. */
  rewrite(): Promise<string | null>;
  /** Loads what rewriting needs: whoever clears the site's data may clear that part of the app too. */
  prepare(): void;
  /** Calls off what is scheduled. */
  stop(): void;
}

/** @param parts asked for when something happens: not all of them are made yet */
export function watchForLoss(
  { schedule, logger }: Pick<AppDependencies, 'schedule' | 'logger'>,
  parts: () => Omit<RecoveryParts, 'logger' | 'schedule'>,
): LossWatch {
  const recovery = once(async () => {
    const { createRecovery } = await import('./recovery');
    return createRecovery({ ...parts(), logger, schedule });
  });
  let stop = () => {};

  const look = (times: number) => {
    stop = schedule(() => {
      const { storage, writer } = parts();
      storage.reconnect().then(
        () => writer.retry(),
        () => !writer.isLost && times > 1 && look(times - 1),
      );
    }, LOOK_AFTER);
  };
  const warn = (error: unknown) =>
    logger.warn('What is needed to write the log again could not be loaded.', error);
  return {
    onLost() {
      const { model, writer } = parts();
      // Nothing is on the page that could be lost.
      if (!model.session.known) return;
      writer.lose();
      recovery().then(({ adopt }) => adopt(), warn);
    },
    onClosed: () => look(LOOKS),
    async rewrite() {
      try {
        return await (await recovery()).rewrite();
      } catch (error) {
        warn(error);
        return words.rewriteNotLoaded;
      }
    },
    prepare() {
      recovery().catch(warn);
    },
    stop: () => stop(),
  };
}
