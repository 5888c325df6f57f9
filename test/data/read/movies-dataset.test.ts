import { expect, test } from 'vitest';
import { NO_VOTE_AVERAGE } from '../../../src/data/catalogue';
import { readMoviesDataset } from '../../../src/data/read/movies-dataset';
import { findFault } from '../../../src/data/validate-dataset';

const METADATA = [
  'adult,belongs_to_collection,genres,id,original_language,original_title,release_date,runtime,title,vote_average,vote_count',
  `False,"{'id': 1, 'name': 'Toy Story Collection'}","[{'id': 16, 'name': 'Animation'}, {'id': 10751, 'name': 'Family'}]",862,en,Toy Story,1995-10-30,81.0,Toy Story,7.7,5415`,
  `False,"{'id': 1, 'name': 'Toy Story Collection'}","[{'id': 878, 'name': ""Science Fiction""}]",7,fr,"Le ""Voyage""",1902-01-01,,A Trip,0.0,0`,
  // A row that a line break has shifted, one that is no number, and one film twice.
  'False,,"[]",9,en,Broken',
  'False,,[],1997-08-20,en,x,x,1,x,1,1',
  'False,,[],862,de,Again,2000-01-01,1.0,Again,1.0,1',
].join('\n');
const LINKS = 'movieId,imdbId,tmdbId\n7,0114709,862\n1,0000417,7\n50,0000001,\n';
const KEYWORDS = `id,keywords\n862,"[{'id': 1, 'name': 'toy'}, {'id': 2, 'name': 'boy''s'}]"\n7,"[{'id': 1, 'name': 'toy'}]"\n`;

test('the movies dataset: has the links’ films with TMDB’s facts, ascending by MovieLens id', () => {
  const catalogue = readMoviesDataset({ metadata: METADATA, links: LINKS, keywords: KEYWORDS });
  const none = { userCount: 0, count: 0, userId: new Uint32Array(0), offsets: new Uint32Array(1) };
  const ratings = {
    ...none,
    item: new Uint32Array(0),
    halfStars: new Uint8Array(0),
    timestamp: new Uint32Array(0),
  };
  expect(findFault({ catalogue, ratings })).toBeNull();
  expect([...catalogue.movieId]).toEqual([1, 7, 50]);
  expect(catalogue.title).toEqual(['A Trip', 'Toy Story', 'Film 50']);
  expect(catalogue.alternateTitles[0]).toEqual(['Le "Voyage"']);
  expect([...catalogue.year]).toEqual([1902, 1995, 0]);
  expect([...catalogue.tmdbId]).toEqual([7, 862, 0]);
  expect([...catalogue.runtime]).toEqual([0, 81, 0]);
  expect([...catalogue.voteAverage]).toEqual([NO_VOTE_AVERAGE, 77, NO_VOTE_AVERAGE]);
  expect(catalogue.collection[0]).toBe(catalogue.collection[1]);
  expect(catalogue.keywords).toEqual(['toy']);
});

test('the movies dataset: joins as the paper’s code does where a MovieLens id is a TMDB id', () => {
  const { published } = readMoviesDataset({ metadata: METADATA, links: LINKS });
  expect([...(published?.found ?? [])]).toEqual([0, 1, 0]);
  // A vote average of 0 from no votes stays 0.
  expect(published?.voteAverage[1]).toBe(0);
});

test('the movies dataset: is refused with the columns that it lacks', () => {
  expect(() => readMoviesDataset({ metadata: 'id,title\n1,x\n', links: LINKS })).toThrow(
    /movies_metadata\.csv, line 1/,
  );
});
