import type { OtherName } from '../../src/data/match/other-names';
import type { SpawnedImport } from '../../src/worker/import/client';
import { createImportService } from '../../src/worker/import/service';

/** The import's real service in this very thread; what passes between it and the page is cloned, as a worker would. */
export function spawnImportInProcess(names: readonly OtherName[] = []): SpawnedImport & {
  crash(reason: string): void;
  terminated: boolean;
} {
  const service = createImportService(() => names);
  let crashed: (reason: string) => void = () => {};
  const spawned = {
    terminated: false,
    service: {
      async read(request, onProgress) {
        // Files come as they are: Node's clone makes plain objects of them.
        const { files, ...rest } = request;
        const outcome = await service.read({ ...structuredClone(rest), files }, (progress) => {
          if (!spawned.terminated) onProgress(structuredClone(progress));
        });
        return structuredClone(outcome);
      },
    } satisfies SpawnedImport['service'],
    terminate() {
      spawned.terminated = true;
    },
    onCrash(callback: (reason: string) => void) {
      crashed = callback;
    },
    crash: (reason: string) => crashed(reason),
  };
  return spawned;
}

/** A file as a person picks it. */
export function picked(name: string, content: string | Uint8Array<ArrayBuffer>): File {
  return new File([content], name);
}
