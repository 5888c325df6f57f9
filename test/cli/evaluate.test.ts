import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commandFile, ROOT } from '../../scripts/child.mjs';
import { catalogueOf, randomRows } from '../evaluation/small-data';

interface Run {
  code: number;
  stdout: string;
  stderr: string;
}

/** Runs the command line in a process of its own. */
function evaluate(args: string[], input = ''): Promise<Run> {
  return new Promise((resolve) => {
    const command = [commandFile('tsx'), join(ROOT, 'src', 'cli', 'evaluate.ts'), ...args];
    const options = { cwd: ROOT, maxBuffer: 2 ** 26 };
    const child = execFile(process.execPath, command, options, (error, stdout, stderr) =>
      resolve({ code: error ? Number(error.code) : 0, stdout, stderr }),
    );
    child.stdin?.end(input);
  });
}

type Line = Record<string, unknown>;

const linesOf = (stdout: string): Line[] =>
  stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

/** Lines without what may differ between two runs: fields whose names end in Ms. */
const withoutTimings = (stdout: string) =>
  linesOf(stdout).map((line) =>
    Object.fromEntries(Object.entries(line).filter(([field]) => !field.endsWith('Ms'))),
  );

let folder = '';
const write = (name: string, files: Record<string, string>) => {
  const path = join(folder, name);
  mkdirSync(path);
  for (const [file, text] of Object.entries(files)) writeFileSync(join(path, file), text);
  return path;
};

const HEADER = 'userId,movieId,rating,timestamp\n';
const FILMS = catalogueOf(60);
const MOVIES = `movieId,title,genres\n${[...FILMS.movieId].map((id, i) => `${id},Film ${i} (1990),${i % 2 ? 'Drama' : 'Comedy|Sci-Fi'}\n`).join('')}`;
const RATINGS =
  HEADER +
  randomRows(30, 60, 25)
    .map(({ user, item, stars, time }) => `${user},${FILMS.movieId[item]},${stars},${time}\n`)
    .join('');

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'weightless-evaluate-'));
  write('good', { 'ratings.csv': RATINGS, 'movies.csv': MOVIES });
});
afterAll(() => rmSync(folder, { recursive: true }));

const MODELS = 'constant,user-constant,bias,wnn,ridge';

describe('evaluate', () => {
  const args = () => [
    ...['--protocol', 'new-user', '--data', join(folder, 'good'), '--models', MODELS],
    ...['--seed', '3', '--seeds', '2', '--no-cache'],
  ];

  test('prints the same lines when it runs in one thread, in two, and as two merged shards', async () => {
    const [one, two, first, second] = await Promise.all([
      evaluate([...args(), '--json', '--jobs', '1']),
      evaluate([...args(), '--json', '--jobs', '2']),
      evaluate([...args(), '--shard', '1/2', '--jobs', '1']),
      evaluate([...args(), '--shard', '2/2', '--jobs', '2']),
    ]);
    expect([one, two, first, second].map(({ code, stderr }) => [code, stderr])).toEqual(
      Array.from({ length: 4 }, () => [0, '']),
    );
    const files = [first, second].map(({ stdout }, i) => {
      const file = join(folder, `part-${i}.ndjson`);
      writeFileSync(file, stdout);
      return file;
    });
    const [merged, piped, partial, doubled] = await Promise.all([
      evaluate(['--merge', ...files, '--json']),
      evaluate(['--merge', '-', '--json'], second.stdout + first.stdout),
      evaluate(['--merge', files[0], '--json']),
      evaluate(['--merge', ...files, files[0], '--json']),
    ]);
    const expected = withoutTimings(one.stdout);
    expect(expected).toHaveLength(5 + 4 * 5);
    expect(withoutTimings(two.stdout)).toEqual(expected);
    expect(withoutTimings(merged.stdout)).toEqual(expected);
    expect(withoutTimings(piped.stdout)).toEqual(expected);
    expect(withoutTimings(doubled.stdout)).toEqual(expected);
    expect(partial).toMatchObject({ code: 2, stdout: '' });
    expect(partial.stderr).toMatch(/^evaluate: 25 of 50 parts are missing[^\n]*\n$/);
  });
});

test('evaluate: prints the fields of docs/evaluate.md when lines are JSON', async () => {
  const { stdout } = await evaluate([
    ...[
      '--protocol',
      'new-user',
      '--data',
      join(folder, 'good'),
      '--models',
      'bias,wnn',
      '--json',
      '--jobs',
      '1',
    ],
  ]);
  const [bias, wnn, ...comparisons] = linesOf(stdout);
  expect(Object.keys(bias).slice(0, 11)).toEqual([
    ...['protocol', 'model', 'users', 'ratings', 'rmse', 'mae', 'auc', 'likeAccuracy', 'within1Star'],
    ...['fitMs', 'trainMs'],
  ]);
  expect(bias).toMatchObject({ protocol: 'new-user', model: 'bias', users: 30, ratings: 150 });
  expect(wnn).toMatchObject({ model: 'wnn', split: 'random', feedback: 'stars', seed: 1 });
  expect(comparisons.map(({ metric }) => metric)).toEqual([
    'rmse',
    'mae',
    'auc',
    'likeAccuracy',
    'within1Star',
  ]);
  expect(Object.keys(comparisons[0])).toEqual(['compare', 'metric', 'ratio', 'low', 'high']);
  expect(Object.keys(comparisons[1])).toEqual(['compare', 'metric', 'difference', 'low', 'high']);
});

test('evaluate: prints tables when JSON is not asked for', async () => {
  const data = join(folder, 'good');
  const { code, stdout, stderr } = await evaluate([
    '--protocol',
    'prequential',
    '--models',
    'bias,wnn',
    '--data',
    data,
  ]);
  expect([code, stderr]).toEqual([0, '']);
  expect(stdout).toMatch(/^protocol prequential · 5 folds · split chronological/);
  expect(stdout).toMatch(/\nmodel +rmse +mae/);
  expect(stdout).toMatch(/\nwnn \/ bias +\d\.\d{4}/);
});

test('evaluate: prints its options and ends with 0 when help is asked for', async () => {
  const { code, stdout } = await evaluate(['--help']);
  expect(code).toBe(0);
  expect(stdout).toContain('--shard <i/n>');
});

describe('evaluate: ends with one line, exit code 2 and nothing on standard output when it is given', () => {
  const paths: Record<string, string> = {};
  beforeAll(() => {
    const bad = (name: string, ratings: string) => {
      paths[name] = write(name, { 'ratings.csv': ratings, 'movies.csv': MOVIES });
    };
    paths.good = join(folder, 'good');
    paths.absent = join(folder, 'absent');
    paths.empty = write('empty', {});
    bad('header', `user;film\n${RATINGS}`);
    bad('seven', `${RATINGS}2,1,7,5\n`);
    bad('single', `${RATINGS}999,1,4,5\n`);
    writeFileSync(join(folder, 'not-a-part'), '{"a":1}\n');
    paths.notAPart = join(folder, 'not-a-part');
  });

  test.each([
    [
      'a folder that is not there',
      ['--protocol', 'new-user', '--data', '@absent'],
      /there is no such folder/,
    ],
    ['a missing ratings file', ['--protocol', 'new-user', '--data', '@empty'], /ratings\.csv is missing/],
    [
      'a wrong header',
      ['--protocol', 'new-user', '--data', '@header'],
      /ratings\.csv, line 1: expected the columns/,
    ],
    ['a rating of 7', ['--protocol', 'new-user', '--data', '@seven'], /line 752: rating .* found "7"/],
    [
      'a user with one rating',
      ['--protocol', 'new-user', '--data', '@single'],
      /line 752: this is the only rating of user 999/,
    ],
    [
      'more users than the bundled data have',
      ['--protocol', 'paper', '--users', '9999'],
      /9999 users .* were asked for/,
    ],
    [
      'a pack that is not there',
      ['--protocol', 'new-user', '--data', 'absent.wlpk'],
      /absent\.wlpk cannot be read: there is no such file/,
    ],
    [
      'a pack, and people to draw',
      ['--protocol', 'new-user', '--data', 'absent.wlpk', '--people', '50'],
      /--people belongs to folders/,
    ],
    ['an unknown model', ['--protocol', 'new-user', '--models', 'wnn,magic'], /no model "magic"/],
    ['an unknown protocol', ['--protocol', 'old-user'], /--protocol.*invalid/],
    ['an unknown option', ['--protocol', 'paper', '--speed', '9'], /unknown option/],
    ['parts that are none', ['--merge', '@notAPart'], /line 1: this is not a part/],
  ])('%s', async (_what, args, message) => {
    const filled = args.map((arg) => (arg.startsWith('@') ? paths[arg.slice(1)] : arg));
    const { code, stdout, stderr } = await evaluate([...filled, '--json']);
    expect(stderr).toMatch(message);
    expect(stderr).toMatch(/^evaluate: [^\n]+\n$/);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  });
});

test('evaluate: tells of groups and of every user, with gender and age where the data bring them', async () => {
  const data = write('people', {
    'ratings.csv': RATINGS,
    'movies.csv': MOVIES,
    'users.dat': Array.from(
      { length: 30 },
      (_, u) => `${3 * u + 2}::${u % 2 ? 'F' : 'M'}::${u < 15 ? 18 : 35}::1::0\n`,
    ).join(''),
  });
  const file = join(folder, 'users.ndjson');
  const { code, stdout, stderr } = await evaluate([
    ...['--protocol', 'new-user', '--data', data, '--models', 'bias,ridge', '--feedback', 'clicks'],
    ...['--groups', '--per-user', file, '--json', '--jobs', '1', '--no-cache'],
  ]);
  expect([code, stderr]).toEqual([0, '']);
  const groups = linesOf(stdout).filter(({ group }) => group !== undefined);
  expect([...new Set(groups.map(({ group }) => group))]).toEqual(['activity', 'mainstream', 'gender', 'age']);
  expect(groups.find(({ part }) => part === 'F')).toMatchObject({ model: 'bias', metric: 'rmse', users: 15 });
  const users = linesOf(readFileSync(file, 'utf8'));
  expect(users).toHaveLength(2 * 30);
  expect(users[0]).toMatchObject({ model: 'bias', seed: 1, user: 2, ratings: 5 });
  expect(users.filter(({ rmse }) => !(Number(rmse) >= 0))).toEqual([]);
  expect(new Set(users.map(({ gender }) => gender))).toEqual(new Set(['F', 'M']));
});

test('evaluate: merges shards of a trial to the same lines as one run', async () => {
  const args = [
    ...['--protocol', 'unlearning', '--data', join(folder, 'good'), '--models', 'wnn', '--fit', 'quick'],
    ...['--feedback', 'clicks', '--jobs', '1'],
  ];
  const [whole, ...shards] = await Promise.all([
    evaluate([...args, '--json']),
    evaluate([...args, '--shard', '1/2']),
    evaluate([...args, '--shard', '2/2']),
  ]);
  const merged = await evaluate(['--merge', '-', '--json'], shards.map(({ stdout }) => stdout).join(''));
  const timeless = (stdout: string) => stdout.replaceAll(/"\w*Ms":[-\d.e]+/g, '');
  expect(whole.stdout).toContain('"complete":1');
  expect(timeless(merged.stdout)).toBe(timeless(whole.stdout));
});

describe('evaluate: ends without a stack trace when what it prints is not taken,', () => {
  /** Runs a line of a shell in which "$@" is the command. */
  const shell = (line: string) =>
    new Promise<Run>((resolve) => {
      const command = [process.execPath, commandFile('tsx'), join(ROOT, 'src', 'cli', 'evaluate.ts')];
      execFile('sh', ['-c', line, 'sh', ...command], { cwd: ROOT }, (error, stdout, stderr) =>
        resolve({ code: error ? Number(error.code) : 0, stdout, stderr }),
      );
    });
  const models = '--protocol new-user --models constant --jobs 1 --no-cache';

  test.skipIf(process.platform === 'win32')('with 0 when the reader has read enough', async () => {
    const run = await shell(
      `{ "$@" ${models} --data '${join(folder, 'good')}' --shard 1/1; echo "code $?" >&2; } | head -c 5`,
    );
    expect(run).toEqual({ code: 0, stdout: '{"run', stderr: 'code 0\n' });
  });

  test.skipIf(!existsSync('/dev/full'))('with 2 and a sentence when the disk is full', async () => {
    const run = await shell(`"$@" ${models} --data '${join(folder, 'good')}' > /dev/full`);
    const stderr = 'evaluate: standard output cannot be written: there is no space left.\n';
    expect(run).toEqual({ code: 2, stdout: '', stderr });
  });
});
