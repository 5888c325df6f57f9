import { expect, test } from 'vitest';
import { COMMAND_LINE } from '../../src/data/read/caller';
import type { FolderFile } from '../../src/data/read/folder/folder-file';
import { paper } from '../../src/evaluation/paper';
import type { EvaluationOptions } from '../../src/evaluation/types';
import { createRandom } from '../../src/lib/random';
import { readPaperPeople } from '../../src/packs/paper-people';
import { readSourceFilms } from '../../src/packs/read-source';

const FILMS = 40;
/** MovieLens ids 1, 4, 7, ... ; TMDB ids of which half are MovieLens ids of other films; the last ten have no row. */
const movieIdOf = (i: number) => 3 * i + 1;
const tmdbIdOf = (i: number) => (i % 2 === 0 ? movieIdOf((i + 10) % FILMS) : 1000 + i);

function file(path: string, lines: string[]): FolderFile {
  const bytes = new TextEncoder().encode(`${lines.join('\n')}\n`);
  return { path, size: bytes.length, read: async () => bytes, head: async () => bytes.subarray(0, 4096) };
}

/** "The Movies Dataset" with so many people, of whom every fifth has rated everything and the others 8 films. */
function moviesDataset(people: number): FolderFile[] {
  const random = createRandom(3);
  const films = [...Array(FILMS).keys()];
  const metadata = films
    .slice(0, 30)
    .map(
      (i) => `"[{'id': 1, 'name': 'Drama'}]",${tmdbIdOf(i)},en,Film ${i},Film ${i},1990-01-01,90.0,6.5,12,`,
    );
  const ratings = [...Array(people).keys()].flatMap((user) =>
    random
      .shuffle([...films])
      .slice(0, user % 5 === 0 ? FILMS : 8)
      .map((film) => `${user + 1},${movieIdOf(film)},${1 + random.integer(5)},${1e9 + user}`),
  );
  return [
    file('movies_metadata.csv', [
      'genres,id,original_language,original_title,title,release_date,runtime,vote_average,vote_count,belongs_to_collection',
      ...metadata,
    ]),
    file('links.csv', ['movieId,imdbId,tmdbId', ...films.map((i) => `${movieIdOf(i)},${i},${tmdbIdOf(i)}`)]),
    file('ratings.csv', ['userId,movieId,rating,timestamp', ...ratings]),
  ];
}

const options = (own: Partial<EvaluationOptions>): EvaluationOptions => ({
  ...{
    protocol: 'paper',
    models: ['bias'],
    split: 'random',
    feedback: 'stars',
    fit: 'quick',
    join: 'corrected',
  },
  ...{ users: 100, ratings: 20, folds: 5, seed: 1, seeds: 1, ...own },
});

async function filmsOf(people: number) {
  return readSourceFilms(moviesDataset(people), {
    caller: COMMAND_LINE,
    known: () => Promise.reject(new Error('not asked for')),
  });
}

test.each(['corrected', 'published'] as const)(
  'people of the paper: are enough with as many joined ratings as are asked for, and 5,000 of all (join %s)',
  async (join) => {
    const films = await filmsOf(6500);
    const { catalogue } = films;
    const own = options({ join, users: 1200, ratings: join === 'published' ? 14 : 20 });
    const ratings = await readPaperPeople(films, own);
    // One in five of those 5,000 has rated everything: too few for the sample, for which others of these are read besides.
    const heavy = [...ratings.userId].filter((id) => (id - 1) % 5 === 0).length;
    expect(heavy).toBe(1220);
    expect(ratings.userCount - heavy).toBeGreaterThan(3800);
    expect(ratings.userCount).toBeLessThan(5300);
    expect(() => paper.plan({ catalogue, ratings }, own)).not.toThrow();
    expect(() => paper.plan({ catalogue, ratings }, { ...own, users: 1301 })).toThrow('only 1220 exist');
    // Whoever is there has all of their ratings.
    const lengths = new Set(
      [...ratings.userId.keys()].map((u) => ratings.offsets[u + 1] - ratings.offsets[u]),
    );
    expect(lengths).toEqual(new Set([8, FILMS]));
  },
);

test('people of the paper: are others when the seed is another, and all where they are few', async () => {
  const films = await filmsOf(5400);
  const read = async (seed: number) => (await readPaperPeople(films, options({ seed }))).userId;
  const one = await read(1);
  expect(await read(1)).toEqual(one);
  expect(await read(2)).not.toEqual(one);
  expect((await readPaperPeople(await filmsOf(300), options({ users: 50 }))).userCount).toBe(300);
});
