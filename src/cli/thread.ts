import { on } from 'node:events';
import type { MessagePort } from 'node:worker_threads';
import type { Dataset } from '../data/dataset';
import { runTasks, type Task } from '../evaluation/runner';
import type { EvaluationOptions, ModelPart } from '../evaluation/types';
import { createFitCache } from './fit-cache';

/** What a thread is told when it starts. */
export interface Job {
  dataset: Dataset;
  options: EvaluationOptions;
  /** Checksum of the data, for the fit cache; null does without. */
  cacheFor: string | null;
}

/** What a thread says of the task it has: the share of its users that are done (0..1), what it gave, or why it failed. */
export type ThreadMessage = { share: number } | { part: ModelPart } | { error: unknown };

/**
 * All that a thread does: the tasks that it is handed, one at a time, for as long as it lives. It sends back their
 * progress and parts; an error ends it.
 */
export async function serveTasks(port: MessagePort, job: Job): Promise<void> {
  const send = (message: ThreadMessage) => port.postMessage(message);
  async function* tasks(): AsyncGenerator<Task> {
    for await (const [task] of on(port, 'message')) yield task;
  }
  try {
    await runTasks(job.dataset, job.options, tasks(), {
      clock: () => performance.now(),
      cache: job.cacheFor === null ? undefined : createFitCache(job.cacheFor),
      onProgress: (progress) =>
        send(progress.state === 'done' ? { part: progress.part } : { share: progress.share }),
    });
  } catch (error) {
    send({ error });
  }
}
