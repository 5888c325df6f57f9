import { Worker } from 'node:worker_threads';
import type { FoldCase } from '../../evaluation/protocol';
import { prepareUnit, type Task } from '../../evaluation/runner';
import type { ModelPart, Unit } from '../../evaluation/types';
import { PreparedUnits } from './prepared-units';
import { inSharedMemory } from './shared-memory';
import type { HandedTask, Job, ThreadJob, ThreadMessage } from './thread';

/** Called whenever a task has come further. @param share of its users that are done, 0..1 */
export type OnShare = (task: Task, share: number) => void;

/**
 * Does tasks in threads; one that is done with a task is handed the next. A unit is prepared once, here, and its data lie in
 * memory that the threads share.
 * @param jobs threads at most, from 1.
 * @param prepare makes a unit of the run ready
 * @returns parts in the order of the tasks.
 */
export async function runInThreads(
  { dataset, options, cacheFor }: Job,
  tasks: readonly Task[],
  jobs: number,
  onShare: OnShare,
  prepare: (unit: Unit) => FoldCase = (unit) => prepareUnit(dataset, options, unit),
): Promise<ModelPart[]> {
  const parts = new Array<ModelPart>(tasks.length);
  const threads: Worker[] = [];
  const numbers = tasks.keys();
  const units = new PreparedUnits(tasks, prepare);
  const workerData: ThreadJob = { catalogue: inSharedMemory(dataset.catalogue), options, cacheFor };
  const serve = () =>
    new Promise<void>((resolve, reject) => {
      const thread = new Worker(new URL('../start-worker.mjs', import.meta.url), {
        workerData,
        execArgv: [],
      });
      threads.push(thread);
      let number = -1;
      let known: Unit | null = null;
      const take = () => {
        const next = numbers.next();
        if (next.done) return resolve();
        number = next.value;
        const task = tasks[number];
        const foldCase = units.handOut(task);
        const handed: HandedTask = { task, foldCase: task.unit === known ? null : foldCase };
        known = task.unit;
        thread.postMessage(handed);
      };
      const listen = (message: ThreadMessage) => {
        if ('error' in message) return reject(message.error);
        if ('share' in message) return onShare(tasks[number], message.share);
        parts[number] = message.part;
        onShare(tasks[number], 1);
        take();
      };
      thread.on('message', (message: ThreadMessage) => {
        // What throws here has to end the run, and is nobody's to catch.
        try {
          listen(message);
        } catch (error) {
          reject(error);
        }
      });
      thread.on('error', reject);
      thread.on('exit', () => reject(new Error('A worker thread ended too early.')));
      take();
    });
  try {
    await Promise.all(Array.from({ length: Math.min(jobs, tasks.length) }, serve));
  } finally {
    await Promise.all(threads.map((thread) => thread.terminate()));
  }
  return parts;
}
