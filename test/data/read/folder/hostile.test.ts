import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { COMMAND_LINE, SCREEN } from '../../../../src/data/read/caller';
import type { FolderFile } from '../../../../src/data/read/folder/folder-file';
import { readFolder } from '../../../../src/data/read/folder/read-folder';
import { asFolder, asZip, type Files, outcomeOf } from '../../../fixtures/brought';
import { bundledDataset } from '../../../fixtures/bundled';

const bytes = (text: string) => new TextEncoder().encode(text);
const MOVIES = 'movieId,title,genres\n';
const RATINGS = 'userId,movieId,rating,timestamp\n';
const two = (title: string) => `1,${title},Drama\n2,"b (1990)",Drama\n`;
const pair = (movies: string, ratings = '1,1,4,5\n1,2,4,5\n'): Files => ({
  'movies.csv': bytes(MOVIES + movies),
  'ratings.csv': bytes(RATINGS + ratings),
});
const spaces = ' '.repeat(200_000);

/** The outcome, and the milliseconds of a core that it took, which other work on the machine does not add to. */
async function timed(files: FolderFile[]) {
  // Read before the clock starts, as the app has it when files come.
  bundledDataset();
  const before = process.cpuUsage();
  const outcome = await outcomeOf(files, SCREEN);
  const { user, system } = process.cpuUsage(before);
  return { ...outcome, took: (user + system) / 1000 };
}

/** A file that says it has that many bytes, and must not be read. */
function claimed(path: string, size: number): FolderFile {
  const read = () => Promise.reject(new Error(`${path} was read`));
  return { path, size, read, head: async () => bytes('1,2\n') };
}

describe('hostile files are taken or refused within two seconds when there is', () => {
  test.each<[string, FolderFile[], string | undefined]>([
    ['a title of spaces', asFolder(pair(two(`"a${spaces}b (1990)"`))), undefined],
    ['a year behind spaces', asFolder(pair(two(`"a${spaces}(1990${spaces}) (${spaces}1990)"`))), undefined],
    ['a title of brackets', asFolder(pair(two('( '.repeat(100_000)))), 'at most 2,000 are read'],
    [
      'a flood of quotation marks',
      asFolder(pair(two(`"${'"b'.repeat(5_000_000)}`))),
      'line 2: a quotation mark',
    ],
    [
      'a list of two million films',
      asFolder(pair('1,a,\n'.repeat(2_000_000))),
      'there are about 2,000,000 films',
    ],
    ['a list of blank lines', asFolder(pair('\n'.repeat(15_000_000))), 'there are about 15,000,000 films'],
    ['a row of ten million cells', asFolder(pair(','.repeat(10_000_000))), 'expected 3 cells, found'],
    [
      'a genre for every film',
      asFolder(pair(Array.from({ length: 90_000 }, (_, i) => `${i},a,g${i}\n`).join(''))),
      undefined,
    ],
    [
      'a title for every film alike',
      asFolder(pair(Array.from({ length: 50_000 }, (_, i) => `${i + 1},Heat (1995),Crime\n`).join(''))),
      undefined,
    ],
    [
      'a blank line ten million times',
      asFolder(pair(two('a'), `${'\n'.repeat(10_000_000)}1,1,4,5\n1,2,4,5\n`)),
      undefined,
    ],
    [
      'a film of 312 MB',
      [claimed('movies.csv', 312_000_000), claimed('ratings.csv', 100)],
      'movies.csv has 312 MB',
    ],
    [
      'a rating of 312 MB',
      [claimed('movies.csv', 100), claimed('ratings.csv', 312_000_000)],
      'npm run evaluate',
    ],
    ['a zip file of 312 MB', [claimed('ml.zip', 312_000_000)], 'ml.zip has 312 MB'],
    ['a zip file of a bomb', asZip(pair('\n'.repeat(19_000_000))), 'says that 19 MB are packed into 0 MB'],
    [
      'a zip file of ten thousand others',
      asZip(Object.fromEntries(Array.from({ length: 10_001 }, (_, i) => [`${i}`, bytes('')]))),
      'holds 10,001 files',
    ],
    ['a word of every language', asFolder(pair('__proto__,constructor,toString\n')), 'found "__proto__"'],
  ])('%s', async (_what, files, words) => {
    const { took, refusal } = await timed(files);
    expect(took).toBeLessThan(2000);
    if (words === undefined) expect(refusal).toBeUndefined();
    else expect(refusal).toContain(words);
  });
});

test('optional files that are too large are left out with a notice, unread', async () => {
  const files = [...asFolder(pair(two('a')), ''), claimed('tags.csv', 312_000_000)];
  const { users, notices } = await outcomeOf(files, SCREEN);
  expect(users).toBe(1);
  expect(notices).toEqual(['tags.csv was left out: it has 312 MB, and at most 20 MB are read.']);
});

test('genres that are words of the language are unknown ones like others', async () => {
  const { notices } = await outcomeOf(asFolder(pair('1,a,__proto__|constructor\n2,b,Drama\n')), COMMAND_LINE);
  expect(notices.join()).toContain('"__proto__" of 1 films');
});

test('reading ends with the reason of the signal when it is aborted', async () => {
  const controller = new AbortController();
  const reading = readFolder(asFolder(pair(two('a'))), {
    ...{ caller: SCREEN, skipSingleRatings: false, signal: controller.signal },
    known: async () => {
      controller.abort(new Error('enough'));
      return bundledDataset().catalogue;
    },
  });
  await expect(reading).rejects.toThrow('enough');
});

test('a zip file with a damaged file is refused, an optional one, too', async () => {
  const zip = zipSync(
    { ...pair(two('a')), 'links.csv': bytes('movieId,imdbId,tmdbId\n1,2,3\n') },
    { level: 0 },
  );
  const at = new TextDecoder('latin1').decode(zip).indexOf('1,2,3');
  zip[at] = 0x37;
  const { refusal } = await outcomeOf(asFolder({ 'ml.zip': zip }, ''), SCREEN);
  expect(refusal).toContain('links.csv in ml.zip cannot be unpacked: it is damaged');
});
