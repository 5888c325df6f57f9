import type { Outcome } from '../contract';
import type { LivingWorker } from '../living-worker';
import type { ImportProgress, ImportReport, ImportRequest, ImportService } from './contract';

/** The import's service with a life that can end. */
export interface SpawnedImport extends LivingWorker {
  service: ImportService;
}

/** The import's worker as the page sees it: it lives for one reading. */
export interface ImportClient {
  /** One at a time: another call ends the one before, which answers 'cancelled'. */
  read(
    request: ImportRequest,
    onProgress: (progress: ImportProgress) => void,
  ): Promise<Outcome<ImportReport>>;
  /** Ends what is being read at once; it answers 'cancelled'. */
  cancel(): void;
}

/** @param spawn starts a worker; throws where the browser cannot */
export function createImportClient(spawn: () => SpawnedImport): ImportClient {
  let end = () => {};
  return {
    async read(request, onProgress) {
      end();
      let alive: SpawnedImport;
      try {
        alive = spawn();
      } catch {
        return {
          kind: 'failed',
          message: 'This browser cannot start a worker, so no files can be read here.',
        };
      }
      let isOver = false;
      const ended = new Promise<Outcome<never>>((resolve) => {
        end = () => resolve({ kind: 'cancelled' });
        alive.onCrash((reason) =>
          resolve({ kind: 'failed', message: `Reading broke down: ${reason}. Choose the files again.` }),
        );
      });
      const work = alive.service.read(request, (progress) => {
        if (!isOver) onProgress(progress);
      });
      try {
        return await Promise.race([work, ended]);
      } catch (error) {
        const why = error instanceof Error ? error.message : String(error);
        return { kind: 'failed', message: `Reading broke down: ${why}. Choose the files again.` };
      } finally {
        isOver = true;
        alive.terminate();
      }
    },
    cancel: () => end(),
  };
}
