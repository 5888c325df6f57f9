import { proxy, wrap } from 'comlink';
import type { SpawnedService } from './client';
import CompareWorker from './compare.worker?worker';
import type { LivingService } from './contract';
import { browserLocks, lifeName, watchLife } from './life';

/** Starts the real worker. The only place that knows how one is made. */
export function spawnCompareWorker(): SpawnedService {
  const name = lifeName();
  const worker = new CompareWorker({ name });
  const remote = wrap<LivingService>(worker);
  let stopWatching = () => {};
  return {
    service: {
      open: (source, onStage) => remote.open(source, proxy(onStage)),
      run: (options, onEvent) => remote.run(options, proxy(onEvent)),
      duel: (clicks, models, onEvent) => remote.duel(clicks, models, proxy(onEvent)),
      setPaused: (paused) => void remote.setPaused(paused),
      cancel: () => void remote.cancel(),
    },
    terminate() {
      stopWatching();
      worker.terminate();
    },
    onCrash(callback) {
      worker.addEventListener('error', (event) => {
        event.preventDefault();
        callback(event.message || 'the browser did not say why');
      });
      worker.addEventListener('messageerror', () => callback('a message could not be read'));
      stopWatching = watchLife(browserLocks(), name, remote.alive(), () =>
        callback('the browser ended it without a word, perhaps for want of memory'),
      );
    },
  };
}
