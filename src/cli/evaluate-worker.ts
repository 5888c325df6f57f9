// One worker thread of `evaluate`: takes tasks, one at a time, and sends back their progress and part.
import { on } from 'node:events';
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { runTasks, type Task } from '../evaluation/runner';
import type { ModelPart } from '../evaluation/types';
import { type Job, shareOf, surroundings } from './run-tasks';

/** What a thread says of the task it has: the share of its users that are done (0..1), what it gave, or why it failed. */
export type ThreadMessage = { share: number } | { part: ModelPart } | { error: unknown };

const job: Job = workerData;
const { dataset, options } = job;
const port = parentPort as MessagePort;
const send = (message: ThreadMessage) => port.postMessage(message);

/** The tasks that are handed to this thread, for as long as it lives. */
async function* tasks(): AsyncGenerator<Task> {
  for await (const [task] of on(port, 'message')) yield task;
}

try {
  await runTasks(dataset, options, tasks(), {
    ...surroundings(job),
    onProgress: (progress) =>
      send(progress.state === 'done' ? { part: progress.part } : { share: shareOf(progress) }),
  });
} catch (error) {
  send({ error });
}
