import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../../src/cli/files';
import { blocks, figure, shell, TIMING_MARK, table, withInterval } from '../markdown';
import type { Measured, Section } from '../section';
import { circumstances } from '../tables';
import { LISTS, RANDOM, taughtBy, UNLEARNING } from './runs';

/** What each test that fails on a foreign request must contain. */
const REFUSAL = 'expect(visitor.foreignRequests).toEqual([]);';

/** Tests that hold that nothing leaves the device, with a text that each must contain. */
const HOLDERS = [
  {
    file: 'test/e2e/visitor.ts',
    contains: 'complaints.foreignRequests.push',
    says: 'notes every request of a real browser that goes anywhere but to the app itself; these tests fail on one:',
  },
  { file: 'test/e2e/smoke.e2e.ts', contains: REFUSAL, says: 'a first visit' },
  { file: 'test/e2e/rate.e2e.ts', contains: REFUSAL, says: 'rating' },
  { file: 'test/e2e/compare.e2e.ts', contains: REFUSAL, says: 'comparing systems, with own data too' },
  { file: 'test/e2e/talk.e2e.ts', contains: REFUSAL, says: 'a talk' },
  { file: 'test/e2e/update.e2e.ts', contains: REFUSAL, says: 'an update of the app' },
  {
    file: 'test/e2e/offline.e2e.ts',
    contains: REFUSAL,
    says: 'every screen, when there is no server any more',
  },
  {
    file: 'test/e2e/standalone.e2e.ts',
    contains: REFUSAL,
    says: 'the single file: it rates, compares and gives a talk without one request',
  },
];

const MODEL = 'hybrid';

/** Accuracy, latency, bytes, and what leaves the device. */
export const fourNumbers: Section = {
  name: 'four-numbers',
  title: 'Four numbers',
  async write({ measure, device }) {
    const ratings = await measure(taughtBy('clicks', RANDOM));
    const lists = await measure(taughtBy('clicks', LISTS));
    const forgetting = await measure(UNLEARNING);
    const { machine, stateBytes, stateGzipBytes, publicGzipBytes, ...found } = device();
    const publicBytes = publicGzipBytes.reduce((sum, { bytes }) => sum + bytes, 0);
    const files = publicGzipBytes.map(({ file, bytes }) => `${file} ${kilobytes(bytes)}`).join(', ');
    const rows = [
      ['Accuracy: RMSE of expected ratings, 95 %', accuracy(ratings, 'rmse')],
      ['Accuracy: nDCG@10 of lists, 95 %', accuracy(lists, 'ndcg10')],
      [`Latency: one answer learned, median ${TIMING_MARK}`, `${figure(1000 * found.updateMs, 1)} µs`],
      [`Latency: a list of 50 after it, median ${TIMING_MARK}`, `${figure(found.listMs, 2)} ms`],
      ...forgettingRows(forgetting),
      [`Latency was measured on ${TIMING_MARK}`, machine],
      [`Bytes kept of a person at ${found.ratings} ratings`, bytes(stateBytes)],
      ['The same, gzip', bytes(stateGzipBytes)],
      ['Bytes that everybody downloads once, gzip', `${kilobytes(publicBytes)}: ${files}`],
      ['Bytes that leave the device', '0'],
    ];
    return {
      text: blocks(
        `Of ${MODEL}, the model that the app uses, taught by clicks. The lines of latency tell of one machine: they are the only lines of this page that may differ between two runs, and \`npm run report -- --check\` leaves them out.`,
        table(['what', 'figure'], rows),
        'The accuracy is that of the commands below; latencies and bytes are those of the network that the app ships.',
        shell([ratings, lists, forgetting].map(({ command }) => command).join('\n')),
        `Ratings: ${circumstances(ratings)}`,
        `Lists: ${circumstances(lists)}`,
        'That nothing leaves the device is held by tests:',
        HOLDERS.map((holder) => `- [${checked(holder)}](../${holder.file}): ${holder.says}`).join('\n'),
      ),
      charts: {},
    };
  },
};

/** How long it takes to forget, and to learn the rest from nothing instead. */
function forgettingRows({ result }: Measured): string[][] {
  const line = result.models.find(({ model }) => model === MODEL);
  return (line?.shares ?? []).map(({ percent, forgetMs, retrainMs }) => [
    `Latency: ${percent} % of a person's answers forgotten, mean; learning the rest anew instead ${TIMING_MARK}`,
    `${figure(forgetMs, 3)} ms; ${figure(retrainMs, 3)} ms`,
  ]);
}

function accuracy({ result, intervals }: Measured, metric: 'rmse' | 'ndcg10'): string {
  const line = result.models.find(({ model }) => model === MODEL);
  return withInterval(line?.[metric], intervals.get(MODEL));
}

const bytes = (count: number) => count.toLocaleString('en');

const kilobytes = (count: number) => `${Math.round(count / 1000).toLocaleString('en')} kB`;

/** @returns the file's path. @throws Error where the test no longer says what the report tells of it. */
function checked({ file, contains }: (typeof HOLDERS)[number]): string {
  if (!readFileSync(join(ROOT, file), 'utf8').includes(contains)) {
    throw new Error(`${file} no longer contains "${contains}": the report tells of it.`);
  }
  return file;
}
