// Entry of a worker thread: Node starts plain JavaScript here, and tsx reads the TypeScript from here on.
import { parentPort, workerData } from 'node:worker_threads';
import { register } from 'tsx/esm/api';

register();
const { serveTasks } = await import('./thread');
if (parentPort) await serveTasks(parentPort, workerData);
