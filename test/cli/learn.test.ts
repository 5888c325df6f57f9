import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { commandFile, ROOT } from '../../scripts/child.mjs';
import { effectsOf } from '../../src/data/item-effects';
import { decodePack } from '../../src/packs/pack-format';
import { decodeNetwork } from '../../src/wnn/network/assembly';
import { catalogueOf, randomRows } from '../evaluation/small-data';

/** Runs the command line in a process of its own. */
function learn(...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    const command = [commandFile('tsx'), join(ROOT, 'src', 'cli', 'learn.ts'), ...args];
    execFile(process.execPath, command, { cwd: ROOT }, (error, stdout, stderr) =>
      resolve({ code: error ? Number(error.code) : 0, stdout, stderr }),
    );
  });
}

let folder = '';
const at = (name: string) => join(folder, name);
const FILMS = catalogueOf(60);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'weightless-learn-'));
  mkdirSync(at('films'));
  const movies = [...FILMS.movieId].map(
    (id, i) => `${id},Film ${i} (1990),${i % 2 ? 'Drama' : 'Comedy|Sci-Fi'}`,
  );
  const ratings = randomRows(40, 60, 25).map(
    ({ user, item, stars, time }) => `${user},${FILMS.movieId[item]},${stars},${time}`,
  );
  writeFileSync(join(at('films'), 'movies.csv'), `${['movieId,title,genres', ...movies].join('\n')}\n`);
  writeFileSync(
    join(at('films'), 'ratings.csv'),
    `${['userId,movieId,rating,timestamp', ...ratings].join('\n')}\n`,
  );
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const QUIET = ['--networks', 'wnn', '--no-measure', '--people', '30'];

test('learn: gives the bytes of one run when parts of the people are put together', async () => {
  const data = ['--data', at('films'), ...QUIET];
  const whole = await learn(...data, '--out', at('whole.pack'));
  expect(whole.stderr).toContain('marked');
  expect(whole.code).toBe(0);
  const parts = [1, 2, 3].map((n) => at(`${n}.part`));
  await Promise.all(parts.map((part, n) => learn(...data, '--out', part, '--shard', `${n + 1}/3`)));
  const merged = await learn(...data, '--out', at('merged.pack'), '--merge', parts[2], parts[0], parts[1]);
  expect(merged.code).toBe(0);
  expect(readFileSync(at('merged.pack')).equals(readFileSync(at('whole.pack')))).toBe(true);
  expect(JSON.parse(merged.stdout)).toEqual(JSON.parse(whole.stdout));

  const missing = await learn(...data, '--out', at('none.pack'), '--merge', parts[0], parts[1]);
  expect(missing).toMatchObject({
    code: 2,
    stderr: 'learn: 1 of 3 parts are missing: 3.\n',
  });
  const other = await learn(...data, '--seed', '2', '--out', at('none.pack'), '--merge', ...parts);
  expect(other.code).toBe(2);
  expect(other.stderr).toContain('belongs to another run: it was made with another --seed');

  // Of other ratings, as many bytes long.
  const file = join(at('films'), 'ratings.csv');
  const ratings = readFileSync(file, 'utf8');
  writeFileSync(file, ratings.replace(',5,', ',4,'));
  await learn(...data, '--out', parts[1], '--shard', '2/3');
  writeFileSync(file, ratings);
  const mixed = await learn(...data, '--out', at('none.pack'), '--merge', ...parts);
  expect(mixed.code).toBe(2);
  expect(mixed.stderr).toContain('its ratings are not those of the first part');
  expect(existsSync(at('none.pack'))).toBe(false);
});

test('learn: writes a pack with counts of all, a sample of some, and networks that fit its films', async () => {
  const { code, stderr } = await learn(
    '--data',
    at('films'),
    ...QUIET,
    '--out',
    at('one.pack'),
    '--least-likes',
    '5',
  );
  expect(code).toBe(0);
  const { manifest, dataset, counts, networks } = decodePack(readFileSync(at('one.pack')));
  expect(manifest).toMatchObject({
    name: 'films',
    leastLikes: 5,
    isPrivate: true,
    source: { films: 60, people: 40 },
  });
  const left = 60 - manifest.films;
  expect(left).toBeGreaterThan(0);
  expect(stderr).toContain(`${left} of 60 films have fewer than 5 likes (4 stars or more) and are left out`);
  expect(dataset.ratings.userCount).toBe(30);
  expect(Math.min(...counts.likes)).toBeGreaterThanOrEqual(5);
  expect(counts.ratings.reduce((sum, n) => sum + n, 0)).toBeGreaterThan(dataset.ratings.count);
  const { catalogue, ratings } = dataset;
  expect(catalogue.count).toBe(manifest.films);
  const network = decodeNetwork(catalogue, effectsOf(catalogue, counts), networks.wnn as Uint8Array, ratings);
  expect(network.bank.itemCount).toBe(catalogue.count);
});

test.each<[string, string[], string]>([
  ['there is no such folder', ['--data', '/no/such/folder', '--out', 'x'], 'there is no such folder'],
  ['the place for the pack is in no folder', ['--data', '.', '--out', '/no/such/x'], 'no folder /no/such'],
  ['the place for the pack is a folder', ['--data', '.', '--out', tmpdir()], 'it is a folder'],
  ['nothing says where to write', ['--data', '.'], '--out'],
  ['a network is unknown', ['--data', '.', '--out', 'x', '--networks', 'deep'], 'hybrid, wnn'],
  [
    'parts are to be made and merged',
    ['--data', '.', '--out', 'x', '--shard', '1/2', '--merge', 'y'],
    '--merge',
  ],
])('learn: ends with one sentence and code 2 when %s', async (_, args, words) => {
  const { code, stderr } = await learn(...args);
  expect(code).toBe(2);
  expect(stderr).toContain(words);
  expect(stderr.trim().split('\n')).toHaveLength(1);
});

test('learn: gives the same bytes when it measures before learning and meanwhile', async () => {
  const run = (jobs: string, out: string) =>
    learn('--data', at('films'), '--networks', 'wnn', '--jobs', jobs, '--out', at(out));
  const [one, two] = [await run('1', 'one.pack'), await run('2', 'two.pack')];
  expect([one, two].map(({ code }) => code)).toEqual([0, 0]);
  expect(two.stdout).toBe(one.stdout);
  expect(JSON.parse(two.stdout).accuracy).toMatchObject({ network: 'wnn', people: 4 });
  expect(readFileSync(at('two.pack')).equals(readFileSync(at('one.pack')))).toBe(true);
});
