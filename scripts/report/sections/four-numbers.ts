import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../../src/cli/files';
import { blocks, figure, shell, TIMING_MARK, table, withInterval } from '../markdown';
import type { Measured, Section } from '../section';
import { circumstances } from '../tables';

/** Tests that hold that nothing leaves the device, with a text that each must contain. */
const HOLDERS = [
  {
    file: 'test/e2e/visitor.ts',
    contains: 'complaints.foreignRequests.push',
    says: 'every test in a real browser watches all requests and fails on one that goes elsewhere',
  },
  {
    file: 'test/e2e/offline.e2e.ts',
    contains: 'when there is no server any more',
    says: 'all screens work when there is no server',
  },
  {
    file: 'test/e2e/standalone.e2e.ts',
    contains: 'single file: asks for nothing',
    says: 'the single file rates, compares and gives a talk without one request',
  },
];

const MODEL = 'hybrid';

/** Accuracy, latency, bytes, and what leaves the device. */
export const fourNumbers: Section = {
  name: 'four-numbers',
  title: 'Four numbers',
  async write({ measure, device }) {
    const ratings = await measure(['--protocol', 'new-user', '--split', 'random', '--feedback', 'clicks']);
    const lists = await measure(['--protocol', 'top-n', '--feedback', 'clicks']);
    const { machine, stateBytes, stateGzipBytes, publicGzipBytes, ...found } = device();
    const publicBytes = publicGzipBytes.reduce((sum, { bytes }) => sum + bytes, 0);
    const files = publicGzipBytes.map(({ file, bytes }) => `${file} ${kilobytes(bytes)}`).join(', ');
    const rows = [
      ['Accuracy: RMSE of expected ratings, 95 %', accuracy(ratings, 'rmse')],
      ['Accuracy: nDCG@10 of lists, 95 %', accuracy(lists, 'ndcg10')],
      [`Latency: one answer learned, median ${TIMING_MARK}`, `${figure(1000 * found.updateMs, 1)} µs`],
      [`Latency: a list of 50 after it, median ${TIMING_MARK}`, `${figure(found.listMs, 2)} ms`],
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
        shell([ratings, lists].map(({ command }) => command).join('\n')),
        `Ratings: ${circumstances(ratings)}`,
        `Lists: ${circumstances(lists)}`,
        'That nothing leaves the device is held by tests:',
        HOLDERS.map((holder) => `- [${checked(holder)}](../${holder.file}): ${holder.says}`).join('\n'),
      ),
      charts: {},
    };
  },
};

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
