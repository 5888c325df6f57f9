import type { MessagePort } from 'node:worker_threads';
import { type Accuracy, type MeasureRequest, measurePack } from '../../packs/measure-pack';

/** What a thread that measures says: that it has begun, what it found, or why it failed. */
export type MeasureMessage = { begun: true } | { accuracy: Accuracy } | { error: unknown };

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
