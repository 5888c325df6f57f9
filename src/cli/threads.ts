import { Worker } from 'node:worker_threads';
import type { Task } from '../evaluation/runner';
import type { ModelPart } from '../evaluation/types';
import type { Job, ThreadMessage } from './thread';

/** Called whenever a task has come further. @param share of its users that are done, 0..1 */
export type OnShare = (task: Task, share: number) => void;

/**
 * Does tasks in threads; one that is done with a task is handed the next.
 * @param jobs threads at most, from 1.
 * @returns parts in the order of the tasks.
 */
export async function runInThreads(
  job: Job,
  tasks: readonly Task[],
  jobs: number,
  onShare: OnShare,
): Promise<ModelPart[]> {
  const parts = new Array<ModelPart>(tasks.length);
  const threads: Worker[] = [];
  const numbers = tasks.keys();
  const serve = () =>
    new Promise<void>((resolve, reject) => {
      const thread = new Worker(new URL('./start-worker.mjs', import.meta.url), {
        workerData: job,
        execArgv: [],
      });
      threads.push(thread);
      let number = -1;
      const take = () => {
        const next = numbers.next();
        if (next.done) return resolve();
        number = next.value;
        thread.postMessage(tasks[number]);
      };
      thread.on('message', (message: ThreadMessage) => {
        if ('error' in message) return reject(message.error);
        if ('share' in message) return onShare(tasks[number], message.share);
        parts[number] = message.part;
        onShare(tasks[number], 1);
        take();
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
