import { readBundledFiles } from '../../src/cli/files';
import type { SpawnedService } from '../../src/worker/client';
import { createCompareService } from '../../src/worker/service';
import { DATASET_URLS } from '../fixtures/bundled-files';

const { films, ratings } = readBundledFiles();

/** The bundled ratings, or, of any other address, the bundled films. */
export const fetchBundled = async (url: string) =>
  new Response((url === DATASET_URLS.ratings ? ratings : films) as BodyInit);

/** The real service in this very thread; what passes between it and the page is cloned, as a worker would. */
export function spawnInProcess(fetch: (url: string) => Promise<Response> = fetchBundled): SpawnedService & {
  crash(reason: string): void;
  terminated: boolean;
} {
  const service = createCompareService({ fetch, clock: () => performance.now() });
  let crashed: (reason: string) => void = () => {};
  const guarded =
    <T>(callback: (value: T) => void) =>
    (value: T) => {
      if (!spawned.terminated) callback(structuredClone(value));
    };
  const spawned = {
    terminated: false,
    service: {
      ...service,
      open: async (source, onStage) => structuredClone(await service.open(source, guarded(onStage))),
      run: async (options, onEvent) => structuredClone(await service.run(options, guarded(onEvent))),
      duel: async (clicks, models, onEvent) =>
        structuredClone(await service.duel(structuredClone(clicks), models, guarded(onEvent))),
    } satisfies SpawnedService['service'],
    terminate() {
      spawned.terminated = true;
      service.cancel();
    },
    onCrash(callback: (reason: string) => void) {
      crashed = callback;
    },
    crash: (reason: string) => crashed(reason),
  };
  return spawned;
}
