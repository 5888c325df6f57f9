import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { COMMAND_LINE, SCREEN } from '../../../../src/data/read/caller';
import { asFolder, asZip, type Files, fixture, onDisk, outcomeOf } from '../../../fixtures/brought';

const ZIPS = fixture('zips');
const PLAIN = fixture('00-plain');
const TAKEN = { users: 12, ratings: 272, films: 235, halfStars: 2100, notices: [] };
const bytes = (text: string) => new TextEncoder().encode(text);

async function expectRefusal(files: Files, ...words: string[]): Promise<void> {
  const outcomes = [
    await outcomeOf(asFolder(files, ''), SCREEN),
    await outcomeOf(onDisk(files), COMMAND_LINE),
  ];
  for (const { refusal = 'accepted' } of outcomes) {
    for (const part of words) expect(refusal).toContain(part);
    expect(refusal).toMatch(/^[^\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}]*$/u);
  }
}
const refused = (name: string, ...words: string[]) => expectRefusal({ [name]: ZIPS[name] }, ...words);

describe('zip files are taken whole when they', () => {
  test.each([
    ['are plain', 'plain.zip'],
    ['have the back slashes of Windows', 'windows-backslashes.zip'],
    ['tell sizes behind the data', 'data-descriptors.zip'],
    ['have what a Mac leaves behind', 'macos.zip'],
  ])('%s', async (_when, name) => {
    expect(await outcomeOf(asFolder({ [name]: ZIPS[name] }, ''), SCREEN)).toMatchObject(TAKEN);
    expect(await outcomeOf(onDisk({ [name]: ZIPS[name] }), COMMAND_LINE)).toMatchObject(TAKEN);
  });

  test('lie beside nothing but a text', async () => {
    const files = { 'plain.zip': ZIPS['plain.zip'], 'README.txt': bytes('hello') };
    expect(await outcomeOf(asFolder(files), SCREEN)).toMatchObject(TAKEN);
  });
});

describe('zip files are refused in words when they', () => {
  test.each<[string, string, ...string[]]>([
    [
      'hold a zip file',
      'zip-in-zip.zip',
      'zip-in-zip.zip holds another zip file, ml.zip: unpack the outer one',
    ],
    [
      'are an export',
      'letterboxd-someone-2024-01-01-00-00-utc.zip',
      'is an export of Letterboxd, with the ratings of one person',
    ],
    ['are empty', 'empty.zip', 'empty.zip is empty: it is a zip file without files in it'],
    ['are cut off', 'cut-off.zip', 'it is cut off: the list of its contents is missing'],
    ['are a web page', 'not-a-zip.zip', 'it is a web page, not a zip file'],
    [
      'hold two data sets',
      'two-editions.zip',
      'There are 2 data sets here, in a and b,',
      'unpack two-editions.zip and choose the folder of one',
    ],
  ])('%s', async (_when, name, ...words) => {
    await refused(name, ...words);
  });

  test('have no bytes, or are something else', async () => {
    await expectRefusal({ 'a.zip': bytes('') }, 'a.zip cannot be unpacked: it is empty');
    await expectRefusal(
      { 'a.zip': bytes('%PDF-1.4 and so on, for more than 22 bytes') },
      'it is a PDF document',
    );
    await expectRefusal(
      { 'a.zip': bytes('userId,movieId,rating,timestamp\n1,1,4.0,10\n') },
      'it is not a zip file',
    );
  });

  test('are several', async () => {
    const files = { 'a.zip': ZIPS['plain.zip'], 'photos.zip': ZIPS['empty.zip'] };
    await expectRefusal(files, 'There are 2 zip files here, a.zip and photos.zip');
  });

  test('have names that cannot be printed', async () => {
    const zip = zipSync({ 'a\u001b[31m\u202e.csv': bytes('x') });
    await expectRefusal({ 'a.zip': zip }, 'only "a\\u{1b}[31m\\u{202e}.csv"');
  });
});

describe('plain files beat a zip file when it', () => {
  test.each([
    ['holds pictures', 'photos.zip', zipSync({ '1.jpg': bytes('x') })],
    ['holds another data set', 'ml.zip', zipSync({ 'ratings.csv': bytes('x'), 'movies.csv': bytes('x') })],
    ['is none', 'broken.zip', bytes('broken')],
  ])('%s', async (_when, name, zip) => {
    const files = { [name]: zip, ...PLAIN };
    expect(await outcomeOf(asFolder(files), SCREEN)).toMatchObject(TAKEN);
    expect(await outcomeOf(onDisk(files), COMMAND_LINE)).toMatchObject(TAKEN);
  });
});

test('plain files that lack a half are refused when a zip file lies beside them', async () => {
  const files = { 'ratings.csv': PLAIN['ratings.csv'], 'ml.zip': ZIPS['plain.zip'] };
  await expectRefusal(files, 'here is ratings.csv, but movies.csv is missing');
});

test('a zip file by itself gives the data their name, a folder before it', async () => {
  const read = asZip(PLAIN, 'my ml.zip');
  expect(await outcomeOf(read, SCREEN)).toMatchObject({ name: 'my ml.zip' });
  expect(await outcomeOf(asFolder(PLAIN, 'mine'), SCREEN)).toMatchObject({ name: 'mine' });
});
