import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Accuracy, MeasureRequest } from '../../packs/measure-pack';
import type { MeasureMessage } from './measuring';

/** A thread that measures while this one does something else. */
export interface MeasureThread {
  /** Rejects where measuring failed. */
  accuracy: Promise<Accuracy>;
  /** Ends it, whether or not it has measured. */
  stop(): void;
}

/** Starts to measure in a thread of its own. @returns when it has begun, so that this thread may stop listening */
export async function startMeasuring(request: MeasureRequest): Promise<MeasureThread> {
  const thread = new Worker(new URL('../start-worker.mjs', import.meta.url), {
    workerData: { measure: request },
    execArgv: [],
  });
  const accuracy = new Promise<Accuracy>((resolve, reject) => {
    thread.on('message', (message: MeasureMessage) => {
      if ('error' in message) reject(message.error);
      else if ('accuracy' in message) resolve(message.accuracy);
    });
    thread.on('error', reject);
    thread.on('exit', () => reject(new Error('The thread that measures ended too early.')));
  });
  // Whoever stops it does not wait for it.
  accuracy.catch(() => {});
  await Promise.race([once(thread, 'message'), accuracy]);
  return { accuracy, stop: () => void thread.terminate() };
}
