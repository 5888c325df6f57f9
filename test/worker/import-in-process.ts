import type { OtherName } from '../../src/data/match/other-names';
import type { SpawnedImport } from '../../src/worker/import/client';
import { createImportService } from '../../src/worker/import/service';
import { type InProcessWorker, inProcess } from './cloned-worker';

/** The import's real service in this very thread. */
export function spawnImportInProcess(names: readonly OtherName[] = []): SpawnedImport & InProcessWorker {
  const { life, serve } = inProcess(createImportService(() => names).read);
  return Object.assign(life, { service: { read: serve } });
}

/** A file as a person picks it. */
export function picked(name: string, content: string | Uint8Array<ArrayBuffer>): File {
  return new File([content], name);
}
