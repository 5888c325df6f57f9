import { on } from 'node:events';
import type { MessagePort } from 'node:worker_threads';
import type { Catalogue } from '../../data/catalogue';
import type { Dataset } from '../../data/dataset';
import { runPrepared, type Task } from '../../evaluation/runner';
import type { EvaluationOptions, ModelPart } from '../../evaluation/types';
import { createFitCache } from '../fit-cache';
import { openCase, type SharedCase } from './prepared-units';

/** What is to be done. */
export interface Job {
  dataset: Dataset;
  options: EvaluationOptions;
  /** Checksum of the data, for the fit cache; null does without. */
  cacheFor: string | null;
}

/** What a thread is told when it starts: all but the ratings. */
export type ThreadJob = Omit<Job, 'dataset'> & { catalogue: Catalogue };

/** A task that a thread is handed; with its unit's data where the thread's last task was of another unit. */
export interface HandedTask {
  task: Task;
  foldCase: SharedCase | null;
}

/** What a thread says of the task it has: the share of its users that are done (0..1), what it gave, or why it failed. */
export type ThreadMessage = { share: number } | { part: ModelPart } | { error: unknown };

/**
 * All that a thread does: the tasks that it is handed, one at a time, for as long as it lives. It sends back their
 * progress and parts; an error ends it.
 */
export async function serveTasks(
  port: MessagePort,
  { catalogue, options, cacheFor }: ThreadJob,
): Promise<void> {
  const send = (message: ThreadMessage) => port.postMessage(message);
  let handed: SharedCase | null = null;
  async function* tasks(): AsyncGenerator<Task> {
    for await (const [{ task, foldCase }] of on(port, 'message') as AsyncIterable<[HandedTask]>) {
      handed = foldCase ?? handed;
      yield task;
    }
  }
  const prepare = () => {
    if (!handed) throw new Error('A thread was handed a task without its data.');
    return openCase(handed, catalogue);
  };
  try {
    await runPrepared(prepare, options, tasks(), {
      clock: () => performance.now(),
      cache: cacheFor === null ? undefined : createFitCache(cacheFor),
      onProgress: (progress) =>
        send(progress.state === 'done' ? { part: progress.part } : { share: progress.share }),
    });
  } catch (error) {
    send({ error });
  }
}
