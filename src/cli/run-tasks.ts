import { Worker } from 'node:worker_threads';
import type { Dataset } from '../data/dataset';
import { createTaskRunner, type FitCache, type Task } from '../evaluation/runner';
import type { EvaluationOptions, ModelPart } from '../evaluation/types';
import type { WorkerInput, WorkerMessage } from './evaluate-worker';

/** What a run consists of. */
export interface Job {
  dataset: Dataset;
  options: EvaluationOptions;
  /** Checksum of the data, for the fit cache; null does without. */
  cacheFor: string | null;
}

/** Called whenever a task has come further: its number, users done, users in all. */
export type OnProgress = (task: number, done: number, total: number) => void;

/** Runs tasks in this thread, one after the other. */
export async function runHere(
  { dataset, options }: Job,
  tasks: readonly Task[],
  cache: FitCache | undefined,
  onProgress: OnProgress,
): Promise<ModelPart[]> {
  const runner = createTaskRunner(dataset, options, { clock: () => performance.now(), cache });
  const parts: ModelPart[] = [];
  for (const [number, task] of tasks.entries()) {
    const running = runner.run(task);
    let step = await running.next();
    for (; !step.done; step = await running.next()) onProgress(number, step.value.done, step.value.total);
    parts.push(step.value);
    onProgress(number, 1, 1);
  }
  return parts;
}

/**
 * Runs tasks in worker threads; a thread that is done with one takes the next.
 * @returns parts in the order of the tasks.
 */
export async function runInWorkers(
  job: Job,
  tasks: readonly Task[],
  jobs: number,
  onProgress: OnProgress,
): Promise<ModelPart[]> {
  const parts = new Array<ModelPart>(tasks.length);
  let next = 0;
  const workers: Worker[] = [];
  const serve = () =>
    new Promise<void>((resolve, reject) => {
      const workerData: WorkerInput = job;
      const worker = new Worker(new URL('./start-worker.mjs', import.meta.url), { workerData, execArgv: [] });
      workers.push(worker);
      let number = -1;
      const take = () => {
        number = next++;
        if (number < tasks.length) worker.postMessage(tasks[number]);
        else resolve();
      };
      worker.on('message', (message: WorkerMessage) => {
        if ('error' in message) reject(message.error);
        else if ('part' in message) {
          parts[number] = message.part;
          onProgress(number, 1, 1);
          take();
        } else onProgress(number, message.done, message.total);
      });
      worker.on('error', reject);
      worker.on('exit', () => reject(new Error('A worker thread ended too early.')));
      take();
    });
  try {
    await Promise.all(Array.from({ length: Math.min(jobs, tasks.length) }, serve));
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
  return parts;
}
