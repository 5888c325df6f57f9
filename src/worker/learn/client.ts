import type { Outcome } from '../contract';
import type { LivingWorker } from '../living-worker';
import type { LearnedPack, LearnProgress, LearnRequest, LearnService } from './contract';

/** Both workers of learning as one, with a life that can end. */
export interface SpawnedLearning extends LivingWorker {
  service: LearnService;
}

/** Learning as the page sees it: its workers live for one catalogue. */
export interface LearnClient {
  /** One at a time: another call ends the one before, which answers 'cancelled'. */
  learn(request: LearnRequest, onProgress: (progress: LearnProgress) => void): Promise<Outcome<LearnedPack>>;
  /** Ends what is being learned at once; it answers 'cancelled'. */
  cancel(): void;
}

const AGAIN = 'Nothing has changed; choose the files again to try once more.';

/** @param spawn starts the workers; throws where the browser cannot */
export function createLearnClient(spawn: () => SpawnedLearning): LearnClient {
  let end = () => {};
  return {
    async learn(request, onProgress) {
      end();
      let alive: SpawnedLearning;
      try {
        alive = spawn();
      } catch {
        return {
          kind: 'failed',
          message: 'This browser cannot start a worker, so no catalogue can be learned here.',
        };
      }
      let isOver = false;
      const ended = new Promise<Outcome<never>>((resolve) => {
        end = () => resolve({ kind: 'cancelled' });
        alive.onCrash((reason) =>
          resolve({ kind: 'failed', message: `Learning broke down: ${reason}. ${AGAIN}` }),
        );
      });
      const work = alive.service.learn(request, (progress) => {
        if (!isOver) onProgress(progress);
      });
      try {
        return await Promise.race([work, ended]);
      } catch (error) {
        const why = error instanceof Error ? error.message : String(error);
        return { kind: 'failed', message: `Learning broke down: ${why}. ${AGAIN}` };
      } finally {
        isOver = true;
        alive.terminate();
      }
    },
    cancel: () => end(),
  };
}
