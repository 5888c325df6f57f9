import type { ImportRow, ImportSource } from '../../data/import/history';
import type { DoubtWhy, FilmMatch, MissingWhy } from '../../data/match/match-films';
import { printable } from '../../lib/printable';
import type { ImportPreview } from '../../state/imports/preview';

/** Longest title of a file that is shown, in characters. */
const LONGEST_TITLE = 120;

/** What the sites are called. */
export const SOURCE_NAMES: Record<ImportSource, string> = {
  letterboxd: 'Letterboxd',
  imdb: 'IMDb',
  trakt: 'Trakt',
  movielens: 'MovieLens',
  tmdb: 'TMDB',
  csv: 'your table',
};

/** How an export is had from each site, in a line each. */
export const HOW_TO: readonly { site: string; how: string }[] = [
  {
    site: 'Letterboxd',
    how: 'Settings, Data, “Export your data”. Choose the zip file as it comes.',
  },
  {
    site: 'IMDb',
    how: '“Your ratings” in the menu at your name, then “Export”. Choose the CSV file; your watchlist works the same way.',
  },
  { site: 'Trakt', how: 'Settings, Data, then export. Choose the JSON files, or the zip that they come in.' },
  { site: 'TMDB', how: 'Your ratings or watchlist page, then export as CSV.' },
  {
    site: 'MovieLens',
    how: 'The page of your ratings, then export as CSV. Data sets (ratings.csv with movies.csv) work, too.',
  },
  {
    site: 'Anything else',
    how: 'A table saved as CSV, with a column for the title and one for the rating. You say which is which.',
  },
];

/** "1 film", "1,200 films". */
export function count(n: number, one: string, many = `${one}s`): string {
  return `${n.toLocaleString('en')} ${n === 1 ? one : many}`;
}

/** "1 star", "3.5 stars". */
export function starsInWords(stars: number): string {
  return count(stars, 'star');
}

/** What a file calls a film: "Heat (1995)", or its number where it names none. */
export function clueName({ title, year, imdbId, tmdbId, movieId }: FilmMatch['clue']): string {
  if (title !== '') {
    return `${printable(title, LONGEST_TITLE)}${year === undefined ? '' : ` (${year})`}`;
  }
  if (imdbId !== undefined) return `Film tt${String(imdbId).padStart(7, '0')} of IMDb`;
  return tmdbId === undefined ? `Film ${movieId ?? '?'} of MovieLens` : `Film ${tmdbId} of TMDB`;
}

/** What the rows of one film say of it: "4.5 stars", "watched", "on your watchlist". */
export function saidInWords(rows: readonly ImportRow[]): string {
  const stars = rows.find((row) => row.stars !== undefined)?.stars;
  if (stars !== undefined) return starsInWords(stars);
  if (rows.some(({ liked }) => liked)) return 'liked';
  return rows.some(({ kind }) => kind === 'watched') ? 'watched' : 'on your watchlist';
}

/** Why a person should look. */
export const DOUBTS: Record<DoubtWhy, string> = {
  twins: 'Several films have this name.',
  year: 'The year is not the same.',
  'no-year': 'The file does not say the year.',
  name: 'The title is not quite the same.',
  'ids-differ': 'Its title and its number name different films.',
  'claimed-twice': 'Two entries of the file may mean this film.',
};

/** Why a film is missing; '' where that needs no words. */
export const MISSING: Record<MissingWhy, string> = {
  newer: 'newer than the films here',
  'other-film': 'only another film of that name is here',
  unknown: '',
  taken: 'the film that fits belongs to another entry',
};

/** "312 liked, 120 so-so, 40 disliked, 25 to see"; only what there is of the last. */
export function answersInWords({ likes, soSo, dislikes, wishes }: ImportPreview): string {
  const answers = [`${n(likes)} liked`, `${n(soSo)} so-so`, `${n(dislikes)} disliked`];
  if (wishes > 0) answers.push(`${n(wishes)} to see`);
  return answers.join(', ');
}

function n(value: number): string {
  return value.toLocaleString('en');
}

/** What becomes of the films found: "312 liked, 120 so-so, 40 disliked". */
export function starsMeanInWords(answers: ImportPreview['answers']): string {
  const { like, 'so-so': soSo, dislike } = answers;
  return `${n(like.films)} liked, ${n(soSo.films)} so-so, ${n(dislike.films)} disliked`;
}

/** What the import leaves as it is, in a sentence each. */
export function leftInWords({ known, byHand, older, wishesSeen }: ImportPreview): string[] {
  const of = (films: number, one: string, many: string) =>
    films === 0 ? [] : [`${count(films, 'film')} ${films === 1 ? one : many}`];
  return [
    ...of(known, 'stands here already, as the file has it.', 'stand here already, as the file has them.'),
    ...of(
      byHand,
      'was answered here later; that answer stays.',
      'were answered here later; these answers stay.',
    ),
    ...of(older, 'has a later answer from another import.', 'have later answers from another import.'),
    ...of(wishesSeen, 'of the watchlist was seen already.', 'of the watchlist were seen already.'),
  ];
}
