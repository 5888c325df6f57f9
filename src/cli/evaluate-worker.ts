// One worker thread of `evaluate`: takes tasks, one at a time, and sends back their progress and part.
import { parentPort, workerData } from 'node:worker_threads';
import { createTaskRunner, type Task } from '../evaluation/runner';
import type { ModelPart } from '../evaluation/types';
import { createFitCache } from './fit-cache';
import type { Job } from './run-tasks';

export type WorkerInput = Job;

export type WorkerMessage = { done: number; total: number } | { part: ModelPart } | { error: unknown };

const { dataset, options, cacheFor }: WorkerInput = workerData;
const cache = cacheFor === null ? undefined : createFitCache(cacheFor);
const runner = createTaskRunner(dataset, options, { clock: () => performance.now(), cache });
const send = (message: WorkerMessage) => parentPort?.postMessage(message);

parentPort?.on('message', async (task: Task) => {
  try {
    const running = runner.run(task);
    let step = await running.next();
    for (; !step.done; step = await running.next()) {
      send({ done: step.value.done, total: step.value.total });
    }
    send({ part: step.value });
  } catch (error) {
    send({ error });
  }
});
