import { wrap } from 'comlink';
import { DamagedBytesError } from '../../lib/bytes';
import type { PreparedData, PublicBytes } from '../../packs/public-data';
import type { FilmsService, Outcome } from './contract';
import FilmsWorker from './films.worker?worker';
import { withFunctions } from './sent-data';

/**
 * Computes what is public in a worker of its own, which ends with it; on the page's own thread where none can be had.
 * Rejects with a DamagedBytesError if the bytes are damaged or do not belong together.
 */
export async function prepareInWorker(bytes: PublicBytes): Promise<PreparedData> {
  const outcome = await askWorker(bytes).catch(async () => (await import('./service')).prepare(bytes));
  if (outcome.kind === 'damaged') throw new DamagedBytesError(outcome.message);
  return withFunctions(outcome.sent);
}

/** A worker that does not run so many milliseconds after it was started, never will: some browsers start none without a word. */
const START_MS = 10_000;

/** Rejects where there is no worker, or it fails. The bytes are copied: they may be needed once more. */
async function askWorker(bytes: PublicBytes): Promise<Outcome> {
  const worker = new FilmsWorker();
  const remote = wrap<FilmsService>(worker);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const failure = new Promise<never>((_, reject) => {
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      reject(new Error(event.message || 'The worker failed.'));
    });
    worker.addEventListener('messageerror', () => reject(new Error('A message could not be read.')));
    timer = setTimeout(() => reject(new Error('The worker does not run.')), START_MS);
  });
  try {
    await Promise.race([remote.alive(), failure]);
    // It may take its time from here on: a large catalogue on a slow device is many seconds' work.
    clearTimeout(timer);
    return await Promise.race([remote.prepare(bytes), failure]);
  } finally {
    clearTimeout(timer);
    worker.terminate();
  }
}
