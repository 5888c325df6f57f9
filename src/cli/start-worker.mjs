// Entry of a worker thread: Node starts plain JavaScript here, and tsx reads the TypeScript from here on.
import { parentPort, workerData } from 'node:worker_threads';
import { register } from 'tsx/esm/api';

register();
if (parentPort && workerData.measure) {
  const { serveMeasuring } = await import('./learn/measuring');
  await serveMeasuring(parentPort, workerData.measure);
} else if (parentPort) {
  const { serveTasks } = await import('./threads/thread');
  await serveTasks(parentPort, workerData);
}
