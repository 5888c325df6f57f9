import { expect, test } from 'vitest';
import { draftOfFilm, draftOfQuery, idsOf, readDraft } from '../../src/ui/own-films/film-draft';

test('a draft of a query: takes a year at its end apart, and nothing else', () => {
  expect(draftOfQuery(' Anora (2024)')).toMatchObject({ title: 'Anora', year: '2024', genres: [] });
  expect(draftOfQuery('Anora 2024')).toMatchObject({ title: 'Anora', year: '2024' });
  expect(draftOfQuery('1917')).toMatchObject({ title: '1917', year: '' });
  expect(draftOfQuery('Blade Runner 3049')).toMatchObject({ title: 'Blade Runner 3049', year: '' });
  expect(draftOfQuery('x'.repeat(400)).title).toHaveLength(200);
});

test('a link: names the film of IMDb or TMDB, whatever stands around its number', () => {
  const imdb = { imdbId: 28_607_951, tmdbId: 0 };
  for (const link of [
    'tt28607951',
    'https://www.imdb.com/title/tt28607951/',
    'imdb.com/title/tt28607951?ref=x',
  ])
    expect(idsOf(link)).toEqual(imdb);
  expect(idsOf(' https://www.themoviedb.org/movie/1064213-anora')).toEqual({ imdbId: 0, tmdbId: 1_064_213 });
  expect(idsOf('')).toEqual({ imdbId: 0, tmdbId: 0 });
  for (const link of ['tt12', 'https://letterboxd.com/film/anora/', 'tt28607951x', '1064213'])
    expect(idsOf(link)).toBeNull();
});

test('a draft: says what is wrong by field, and is read again as it was written', () => {
  const draft = { title: '  Anora ', year: '2024', genres: ['Drama'], link: 'tt28607951' };
  const facts = { title: 'Anora', year: 2024, genres: ['Drama'], imdbId: 28_607_951, tmdbId: 0 };
  expect(readDraft(draft)).toEqual({ facts });
  expect(readDraft(draftOfFilm({ movieId: 3_000_000_000, ...facts }))).toEqual({ facts });
  expect(readDraft({ ...draft, year: '' })).toMatchObject({ facts: { year: 0 } });
  expect(readDraft({ title: ' ', year: '12', genres: [], link: 'no' })).toEqual({
    problems: {
      title: 'A film needs a title.',
      year: 'A year from 1874 to 2150, or nothing.',
      link: 'Not an address of a film at imdb.com or themoviedb.org. It can be left out.',
    },
  });
  expect(readDraft({ ...draft, title: 'a\u202eb' })).toMatchObject({
    problems: { title: expect.stringContaining('cannot be shown') },
  });
  expect(readDraft({ ...draft, year: 'soon' })).toHaveProperty('problems.year');
});
