import { proxy, wrap } from 'comlink';
import { lifeName } from '../life';
import { followWorker, type LivingWorker } from '../living-worker';
import type { ImportService, LivingImportService } from './contract';
import ImportWorker from './import.worker?worker';

/** The import's service with a life that can end. */
export interface SpawnedImport extends LivingWorker {
  service: ImportService;
}

/** Starts the worker of the import. */
export function spawnImportWorker(): SpawnedImport {
  const name = lifeName();
  const worker = new ImportWorker({ name });
  const remote = wrap<LivingImportService>(worker);
  return {
    service: { read: (request, onProgress) => remote.read(request, proxy(onProgress)) },
    ...followWorker(worker, name, () => remote.alive()),
  };
}
