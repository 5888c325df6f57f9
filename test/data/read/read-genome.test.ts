import { expect, test } from 'vitest';
import { COMMAND_LINE } from '../../../src/data/read/caller';
import { readGenome } from '../../../src/data/read/read-genome';
import { readMovieLensFilms } from '../../../src/data/read/read-movielens';

const bytes = (text: string) => new TextEncoder().encode(text);
const TAGS = bytes(
  ['tagId,tag', ...Array.from({ length: 12 }, (_, t) => `${t + 1},Tag ${t + 1}`)].join('\n'),
);

/** The bytes in pieces of so many. */
async function* inPieces(text: string, length: number) {
  const all = bytes(text);
  for (let at = 0; at < all.length; at += length) yield all.subarray(at, at + length);
}
const read = (lines: string[], { films = 10, length = 1000, tags = TAGS } = {}) =>
  readGenome({ scores: inPieces(['movieId,tagId,relevance', ...lines].join('\n'), length), tags }, films);

test('genome: keeps the ten most relevant tags of a film from .5 on, however the file is cut into pieces', async () => {
  const lines = [
    ...Array.from({ length: 12 }, (_, t) => `7,${t + 1},${0.5 + ((t * 5) % 12) / 100}`),
    ...['9,3,0.49999', '9,2,0.75', '9,1,0.75', '8,4,0.2'],
  ];
  const whole = await read(lines);
  expect([...whole.keys()]).toEqual([7, 9]);
  expect(whole.get(9)).toEqual(['tag 1', 'tag 2']);
  expect(whole.get(7)).toHaveLength(10);
  expect(whole.get(7)?.slice(0, 2)).toEqual(['tag 8', 'tag 3']);
  for (const length of [1, 7, 64]) expect(await read(lines, { length })).toEqual(whole);
});

test.each<[string, string[], string]>([
  ['a tag has no name', ['7,99,0.6'], 'genome-scores.csv, line 2: '],
  ['a relevance is none', ['7,1,0.6', '7,2,much'], 'genome-scores.csv, line 3: '],
  ['a line never ends', [`7,1,0.${'0'.repeat(2000)}`], 'a line is too long'],
  ['there are more films than can be', ['1,1,0.6', '2,1,0.6', '3,1,0.6'], 'more films'],
])('genome: is refused with file and line when %s', async (_, lines, words) => {
  await expect(read(lines, { films: 2, length: 50 })).rejects.toThrow(words);
});

test('genome: gives keywords to films that have none, before tags do', async () => {
  const genome = await read(['1,1,0.9', '2,1,0.8', '2,2,0.7', '3,2,0.9']);
  const films = {
    ...{ style: 'csv' as const, genome },
    movies: bytes(
      'movieId,title,genres\n1,A (1990),Drama\n2,B (1991),Drama\n3,C (1992),Drama\n4,D (1993),Drama',
    ),
    tags: bytes(
      ['userId,movieId,tag,timestamp', '1,4,tag 1,5', '2,4,tag 1,5', '1,1,other,5', '2,1,other,5'].join('\n'),
    ),
  };
  const { catalogue } = readMovieLensFilms(films, { caller: COMMAND_LINE });
  const { keywordOffsets, keywordIds, keywords } = catalogue;
  const of = (i: number) =>
    Array.from(keywordIds.subarray(keywordOffsets[i], keywordOffsets[i + 1]), (id) => keywords[id]).sort();
  expect([0, 1, 2, 3].map(of)).toEqual([['tag 1'], ['tag 1', 'tag 2'], ['tag 2'], ['tag 1']]);
});
