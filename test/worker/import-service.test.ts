import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import type { ReadChoices } from '../../src/data/import/read-history';
import { createImportClient } from '../../src/worker/import/client';
import type { ImportProgress, ImportReport } from '../../src/worker/import/contract';
import { makeCatalogue } from '../fixtures/small-world';
import { picked, spawnImportInProcess } from './import-in-process';

const catalogue = makeCatalogue(1, 40);
const bytes = (text: string) => new TextEncoder().encode(text);
const line = (item: number, rating = '') =>
  `2020-01-0${1 + (item % 9)},Film ${item},${catalogue.year[item]},https://boxd.it/${item},${rating}`;
const RATINGS = ['Date,Name,Year,Letterboxd URI,Rating', ...[1, 2, 3].map((item) => line(item, '4'))].join(
  '\n',
);
const WATCHLIST = ['Date,Name,Year,Letterboxd URI', line(4).slice(0, -1)].join('\n');

const reading = (files: File[], { paths = files.map(({ name }) => name), ...more }: More = {}) => ({
  ...{ files, paths, films: catalogue, choices: {}, without: [] },
  ...more,
});
interface More {
  paths?: string[];
  choices?: ReadChoices;
  without?: string[];
}

async function read(
  files: File[],
  more: More = {},
  onProgress: (progress: ImportProgress) => void = () => {},
) {
  return createImportClient(spawnImportInProcess).read(reading(files, more), onProgress);
}
async function reportOf(files: File[], more: More = {}): Promise<ImportReport> {
  const outcome = await read(files, more);
  if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome));
  return outcome.value;
}
const kinds = ({ histories }: ImportReport) =>
  histories.flatMap(({ matches }) => matches.map(({ outcome }) => outcome.kind));

const EXPORT = {
  'letterboxd-ann/ratings.csv': bytes(RATINGS),
  'letterboxd-ann/watchlist.csv': bytes(WATCHLIST),
  'letterboxd-ann/profile.csv': bytes('Username\nann'),
  'letterboxd-ann/deleted/ratings.csv': bytes(RATINGS.replaceAll('Film', 'Gone')),
  '__MACOSX/letterboxd-ann/._ratings.csv': bytes('x'),
};

test('an export: is read alike as a zip file, as a folder and as files, with what it holds besides passed over', async () => {
  const zipped = await reportOf([picked('export.zip', zipSync(EXPORT) as Uint8Array<ArrayBuffer>)]);
  const paths = Object.keys(EXPORT);
  const files = Object.entries(EXPORT).map(([path, content]) =>
    picked(path.split('/').at(-1) ?? '', content as Uint8Array<ArrayBuffer>),
  );
  const folder = await reportOf(files, { paths });
  const loose = await reportOf(files.slice(0, 3));
  for (const report of [zipped, folder, loose]) {
    expect(report.refusals).toEqual([]);
    expect(kinds(report)).toEqual(['sure', 'sure', 'sure', 'sure']);
    expect(report.histories[0].rows.map(({ kind }) => kind)).toEqual(['rated', 'rated', 'rated', 'wish']);
  }
});

test('progress: counts rows that were read, then rows looked up, to the last one', async () => {
  const many = [
    'Date,Name,Year,Letterboxd URI,Rating',
    ...Array.from({ length: 450 }, (_, n) => line(n, '3')),
  ];
  const told: ImportProgress[] = [];
  await read([picked('ratings.csv', many.join('\n'))], {}, (progress) => told.push(progress));
  expect(told[0]).toEqual({ rows: 0 });
  expect(told).toContainEqual({ rows: 450 });
  expect(told.filter(({ ofRows }) => ofRows !== undefined).map(({ rows }) => rows)).toEqual([
    0, 100, 200, 300, 400, 450,
  ]);
});

test('columns and people: are asked for before anything is matched, and taken when they were chosen', async () => {
  const mine = picked('mine.csv', 'Film,Score\nFilm 1,9\nFilm 2,2\n');
  const asked = await reportOf([mine, picked('ratings.csv', RATINGS)]);
  expect([asked.offers.map(({ path }) => path), asked.histories]).toEqual([['mine.csv'], []]);
  const columns = new Map([['mine.csv', { places: { title: 0, rating: 1 }, scale: 10, hasHeader: true }]]);
  expect(
    (await reportOf([mine], { choices: { columns } })).histories[0].rows.map(({ stars }) => stars),
  ).toEqual([4.5, 1]);
  expect((await reportOf([mine, picked('ratings.csv', RATINGS)], { without: ['mine.csv'] })).offers).toEqual(
    [],
  );

  const set = picked(
    'ratings.csv',
    'userId,movieId,rating,timestamp\n1,10,4,1111111111\n2,13,5,1111111111\n',
  );
  expect((await reportOf([set])).people).toEqual([
    { userId: 1, ratings: 1 },
    { userId: 2, ratings: 1 },
  ]);
  expect(kinds(await reportOf([set], { choices: { userId: 2 } }))).toEqual(['sure']);
});

test.each<[string, File[], RegExp]>([
  ['no file that is read', [picked('a.jpg', 'x')], /^a\.jpg is not|no table|holds no|one cell/],
  ['an empty file', [picked('ratings.csv', '')], /^ratings\.csv is empty\.$/],
  [
    'a zip that is none',
    [picked('a.zip', 'hello there, this is no zip file')],
    /a\.zip cannot be unpacked: it is /,
  ],
  [
    'a zip without a history',
    [picked('a.zip', zipSync({ 'a.jpg': bytes('x') }) as Uint8Array<ArrayBuffer>)],
    /^a\.zip holds no history: a CSV or JSON file is expected, found a\.jpg\.$/,
  ],
  [
    'a large file',
    [picked('ratings.csv', new Uint8Array(33 * 1024 * 1024))],
    /^ratings\.csv has 33 MB\. A history of up to 32 MB/,
  ],
  [
    'too many files',
    Array.from({ length: 41 }, (_, n) => picked(`${n}.csv`, 'a,b')),
    /^There are 41 files here that may hold ratings, and at most 40/,
  ],
])('%s: is refused with a sentence', async (_, files, sentence) => {
  const outcome = await read(files);
  const said =
    outcome.kind === 'done' ? outcome.value.refusals : 'message' in outcome ? [outcome.message] : [];
  expect(said).toHaveLength(1);
  expect(said[0]).toMatch(sentence);
  if (outcome.kind === 'done') expect(outcome.value.histories).toEqual([]);
});

test('a zip that inflates to more than it says: is refused by its entry, and the files beside it are read', async () => {
  const zip = zipSync({ 'ratings.csv': bytes(RATINGS) });
  // The size of the only entry, in its own header and in the list of contents.
  const view = new DataView(zip.buffer);
  view.setUint32(22, 5, true);
  view.setUint32(zip.length - 22 - 46 - 'ratings.csv'.length + 24, 5, true);
  const report = await reportOf([
    picked('bad.zip', zip as Uint8Array<ArrayBuffer>),
    picked('more.csv', RATINGS),
  ]);
  expect(report.refusals).toEqual([
    'ratings.csv in bad.zip cannot be unpacked: it is damaged: what is in it is larger than it says.',
  ]);
  expect(kinds(report)).toEqual(['sure', 'sure', 'sure']);
});

test('cancel: ends the worker, answers at once, and the next reading starts another', async () => {
  const spawned: ReturnType<typeof spawnImportInProcess>[] = [];
  const client = createImportClient(() => {
    const alive = spawnImportInProcess();
    spawned.push(alive);
    return alive;
  });
  const request = reading([picked('ratings.csv', RATINGS)]);
  const first = client.read(request, () => {});
  client.cancel();
  expect(await first).toEqual({ kind: 'cancelled' });
  expect(spawned[0].terminated).toBe(true);
  const second = client.read(request, () => {});
  const third = client.read(request, () => {});
  expect(await second).toEqual({ kind: 'cancelled' });
  expect((await third).kind).toBe('done');
  expect(spawned.map(({ terminated }) => terminated)).toEqual([true, true, true]);
});

test('a worker that breaks down or cannot be started: is told of', async () => {
  const alive = spawnImportInProcess();
  const request = reading([picked('ratings.csv', RATINGS)]);
  const reads = createImportClient(() => alive).read(request, () => {});
  alive.crash('out of memory');
  expect(await reads).toEqual({
    kind: 'failed',
    message: 'Reading broke down: out of memory. Choose the files again.',
  });
  const none = createImportClient(() => {
    throw new Error('no worker');
  });
  expect(await none.read(request, () => {})).toMatchObject({ kind: 'failed' });
});
