import { on } from 'node:events';
import { type MessagePort, Worker } from 'node:worker_threads';
import type { Dataset } from '../data/dataset';
import { type Progress, type RunContext, runTasks, type Task } from '../evaluation/runner';
import type { EvaluationOptions, ModelPart } from '../evaluation/types';
import { createFitCache } from './files';

/** What a thread is told when it starts. */
export interface Job {
  dataset: Dataset;
  options: EvaluationOptions;
  /** Identifies data and code for the fit cache; null does without. */
  cacheFor: { data: string; code: string } | null;
}

/** What a thread says of the task it has: the share of its users that are done (0..1), what it gave, or why it failed. */
type ThreadMessage = { share: number } | { part: ModelPart } | { error: unknown };

/** Called whenever a task has come further. @param share of its users that are done, 0..1 */
export type OnShare = (task: Task, share: number) => void;

/**
 * Does tasks in this thread, or in others where there is more than one task for more than one thread.
 * @param jobs threads at most, from 1.
 * @returns parts in the order of the tasks.
 */
export function runJob(
  job: Job,
  tasks: readonly Task[],
  jobs: number,
  onShare: OnShare,
): Promise<ModelPart[]> {
  if (jobs > 1 && tasks.length > 1) return runInThreads(job, tasks, jobs, onShare);
  return runTasks(job.dataset, job.options, tasks, {
    ...surroundings(job),
    onProgress: (progress) => onShare(progress.task, shareOf(progress)),
  });
}

/** What the driver needs on a command line, in whichever thread. */
function surroundings({ cacheFor }: Job): Pick<RunContext, 'clock' | 'cache'> {
  return {
    clock: () => performance.now(),
    cache: cacheFor ? createFitCache(cacheFor.data, cacheFor.code) : undefined,
  };
}

/** The share of a task's users that are done, 0..1. */
function shareOf({ state, done, total }: Progress): number {
  return state === 'done' ? 1 : done / Math.max(1, total);
}

/** A thread that is done with one task is handed the next. */
async function runInThreads(
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

/**
 * A thread's side of `runInThreads`: does the tasks that are handed to it, one at a time, for as long as it lives, and
 * sends back their progress and parts.
 */
export async function serveTasks(port: MessagePort, job: Job): Promise<void> {
  const send = (message: ThreadMessage) => port.postMessage(message);
  async function* tasks(): AsyncGenerator<Task> {
    for await (const [task] of on(port, 'message')) yield task;
  }
  try {
    await runTasks(job.dataset, job.options, tasks(), {
      ...surroundings(job),
      onProgress: (progress) =>
        send(progress.state === 'done' ? { part: progress.part } : { share: shareOf(progress) }),
    });
  } catch (error) {
    send({ error });
  }
}
