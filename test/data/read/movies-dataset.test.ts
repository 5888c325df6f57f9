import { expect, test } from 'vitest';
import { GENRES, NO_VOTE_AVERAGE } from '../../../src/data/catalogue';
import { readMoviesDataset } from '../../../src/data/read/movies-dataset';

const HEADER =
  'adult,belongs_to_collection,genres,id,original_language,original_title,release_date,runtime,title,vote_average,vote_count';
const LINKS = 'movieId,imdbId,tmdbId\n1,111,862\n2,222,9\n7,,\n862,333,2\n';

const metadata = (...rows: string[]) => [HEADER, ...rows, ''].join('\n');
const TOYS = `False,"{'id': 10194, 'name': ""Andy's Toys""}","[{'id': 16, 'name': 'Animation'}, {'id': 35, 'name': 'Family'}]",862,en,Toy Story,1995-10-30,81.0,Toy Story,7.7,5415`;
const OTHER = `False,,"[{'id': 18, 'name': 'Drama'}, {'id': 1, 'name': 'Foreign'}]",9,fr,L\\'Autre,1962,,Other,0.0,0`;
/** As rows of the real file are: a line break has shifted the columns. */
const BROKEN = ' - Written by Somebody,0.065736,/ff9qCepilowshEtG2GYWwzt2bs4.jpg';

test('movies dataset: gives films of the links their facts, whose TMDB ids these are', () => {
  const films = readMoviesDataset({ metadata: metadata(TOYS, BROKEN, OTHER), links: LINKS });
  expect([...films.movieId]).toEqual([1, 2, 7, 862]);
  expect(films.title).toEqual(['Toy Story', 'Other', 'Film 7', 'Film 862']);
  expect([...films.year]).toEqual([1995, 1962, 0, 0]);
  expect([...films.runtime]).toEqual([81, 0, 0, 0]);
  expect([...films.language].map((l) => films.languages[l])).toEqual(['en', 'fr', '', '']);
  expect([...films.voteAverage]).toEqual([77, NO_VOTE_AVERAGE, NO_VOTE_AVERAGE, NO_VOTE_AVERAGE]);
  const genres = GENRES.filter((_, g) => films.genres[0] & (1 << g));
  expect(genres.sort()).toEqual(['Animation', 'Children']);
});

test('movies dataset: joins as the published code does where MovieLens ids are taken for TMDB ids', () => {
  const { published } = readMoviesDataset({ metadata: metadata(TOYS, OTHER), links: LINKS });
  expect([...(published?.found ?? [])]).toEqual([0, 0, 0, 1]);
  expect(published?.voteAverage[3]).toBe(77);
});

test('movies dataset: reads keywords, and says which column is missing', () => {
  const keywords = `id,keywords\n862,"[{'id': 1, 'name': 'toy'}, {'id': 2, 'name': 'rare'}]"\n9,"[{'id': 1, 'name': 'toy'}]"\n`;
  const films = readMoviesDataset({ metadata: metadata(TOYS, OTHER), links: LINKS, keywords });
  expect(films.keywords).toEqual(['toy']);
  expect([...films.keywordOffsets]).toEqual([0, 1, 2, 2, 2]);
  expect(() => readMoviesDataset({ metadata: 'id,title\n1,A\n', links: LINKS })).toThrow(
    'movies_metadata.csv',
  );
});
