import { once } from 'node:events';
import { type MessagePort, Worker } from 'node:worker_threads';
import { type Accuracy, type MeasureRequest, measurePack } from '../packs/measure-pack';

/** What a thread that measures says: that it has begun, what it found, or why it failed. */
type MeasureMessage = { begun: true } | { accuracy: Accuracy } | { error: unknown };

/** A thread that measures while this one does something else. */
export interface MeasureThread {
  /** Rejects where measuring failed. */
  accuracy: Promise<Accuracy>;
}

/** Starts to measure in a thread of its own. @returns when it has begun, so that this thread may stop listening */
export async function startMeasuring(request: MeasureRequest): Promise<MeasureThread> {
  const thread = new Worker(new URL('./start-worker.mjs', import.meta.url), {
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
  await Promise.race([once(thread, 'message'), accuracy]);
  return { accuracy };
}

/** All that such a thread does. */
export async function serveMeasuring(port: MessagePort, request: MeasureRequest): Promise<void> {
  const send = (message: MeasureMessage) => port.postMessage(message);
  send({ begun: true });
  try {
    send({ accuracy: await measurePack(request, () => performance.now()) });
  } catch (error) {
    send({ error });
  }
}
