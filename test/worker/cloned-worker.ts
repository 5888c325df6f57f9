import type { LivingWorker } from '../../src/worker/living-worker';

/** A worker whose service runs in this very thread. */
export interface InProcessWorker extends LivingWorker {
  /** Ends it as a worker does that breaks down. */
  crash(reason: string): void;
  terminated: boolean;
}

/**
 * Lets a service run in this very thread; what passes between it and the page is cloned, as by a worker.
 * @param serve of the service: answers a request, telling its progress
 * @returns the worker's life, and `serve` as the page would call it
 */
export function inProcess<Request extends { files: readonly File[] }, Progress, Answer>(
  serve: (request: Request, onProgress: (progress: Progress) => void) => Promise<Answer>,
): { life: InProcessWorker; serve: typeof serve } {
  let crashed: (reason: string) => void = () => {};
  const life: InProcessWorker = {
    terminated: false,
    terminate() {
      life.terminated = true;
    },
    onCrash(callback) {
      crashed = callback;
    },
    crash: (reason) => crashed(reason),
  };
  return {
    life,
    async serve(request, onProgress) {
      // Files come as they are: Node's clone makes plain objects of them.
      const { files, ...rest } = request;
      const answer = await serve({ ...structuredClone(rest), files } as Request, (progress) => {
        if (!life.terminated) onProgress(structuredClone(progress));
      });
      return structuredClone(answer);
    },
  };
}
