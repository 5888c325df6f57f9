import { proxy, transfer, wrap } from 'comlink';
import type { SpawnedService } from './client';
import ComputeWorker from './compute.worker?worker';
import type { LivingService } from './contract';
import type { SpawnedImport } from './import/client';
import type { LivingImportService } from './import/contract';
import ImportWorker from './import/import.worker?worker';
import type { SpawnedLearning } from './learn/client';
import type { LivingLearnService } from './learn/contract';
import { browserLocks, lifeName, watchLife } from './life';
import type { LivingWorker } from './living-worker';

/*
 * The only place that knows how a worker is made.
 */

/** Starts the worker of Compare. */
export function spawnCompareWorker(): SpawnedService {
  const name = lifeName();
  const worker = new ComputeWorker({ name });
  const remote = wrap<LivingService>(worker);
  return {
    service: {
      open: (source, onStage) => remote.open(source, proxy(onStage)),
      run: (options, onEvent) => remote.run(options, proxy(onEvent)),
      duel: (clicks, models, onEvent) => remote.duel(clicks, models, proxy(onEvent)),
      setPaused: (paused) => void remote.setPaused(paused),
      cancel: () => void remote.cancel(),
    },
    ...follow(worker, name, () => remote.alive()),
  };
}

/** Starts the worker of the import. */
export function spawnImportWorker(): SpawnedImport {
  const name = lifeName();
  const worker = new ImportWorker({ name });
  const remote = wrap<LivingImportService>(worker);
  return {
    service: { read: (request, onProgress) => remote.read(request, proxy(onProgress)) },
    ...follow(worker, name, () => remote.alive()),
  };
}

/** Starts the two workers of learning a catalogue: one reads and learns, the other measures. They end together. */
export function spawnLearning(): SpawnedLearning {
  const { port1, port2 } = new MessageChannel();
  const [learner, measurer] = [startLearnWorker(), startLearnWorker()];
  const told = measurer.remote.measureFor(transfer(port2, [port2]));
  return {
    service: {
      async learn(request, onProgress) {
        await told;
        return learner.remote.learn(request, transfer(port1, [port1]), proxy(onProgress));
      },
    },
    terminate() {
      learner.terminate();
      measurer.terminate();
    },
    onCrash(callback) {
      learner.onCrash(callback);
      measurer.onCrash(callback);
    },
  };
}

function startLearnWorker() {
  const name = lifeName();
  const worker = new ComputeWorker({ name });
  const remote = wrap<LivingLearnService>(worker);
  return { remote, ...follow(worker, name, () => remote.alive()) };
}

/** @param held whether the worker holds the lock of its name (life.ts) */
function follow(worker: Worker, name: string, held: () => Promise<boolean>): LivingWorker {
  let stopWatching = () => {};
  return {
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
      stopWatching = watchLife(browserLocks(), name, held(), () =>
        callback('the browser ended it without a word, perhaps for want of memory'),
      );
    },
  };
}
