import { proxy, wrap } from 'comlink';
import type { SpawnedService } from './client';
import CompareWorker from './compare.worker?worker';
import type { LivingService } from './contract';
import { lifeName } from './life';
import { followWorker } from './living-worker';

/** Starts the real worker. The only place that knows how one is made. */
export function spawnCompareWorker(): SpawnedService {
  const name = lifeName();
  const worker = new CompareWorker({ name });
  const remote = wrap<LivingService>(worker);
  return {
    service: {
      open: (source, onStage) => remote.open(source, proxy(onStage)),
      run: (options, onEvent) => remote.run(options, proxy(onEvent)),
      duel: (clicks, models, onEvent) => remote.duel(clicks, models, proxy(onEvent)),
      setPaused: (paused) => void remote.setPaused(paused),
      cancel: () => void remote.cancel(),
    },
    ...followWorker(worker, name, () => remote.alive()),
  };
}
