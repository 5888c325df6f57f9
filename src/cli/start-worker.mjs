// Entry of a worker thread: Node starts plain JavaScript here, and tsx reads the TypeScript from here on.
import { register } from 'tsx/esm/api';

register();
await import('./evaluate-worker');
