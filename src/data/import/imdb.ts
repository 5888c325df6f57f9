import { readImdbId, readStars, readTitle, readYear, unexpected } from './cells';
import type { History } from './history';
import { ambiguousDates, datesOf, type ReadRow, readRows } from './read-rows';
import { type NamedCells, namedCells, type Table } from './table';

/** Whether a table is a list of IMDb's, of any age. */
export function isImdb(cells: NamedCells): boolean {
  return cells.has('const') && cells.has('title type');
}

/** Title types that are no film: "tvSeries", "TV Episode", "Mini-Series", "videoGame", "podcastEpisode", "musicVideo". */
const NO_FILM = /series|episode|game|podcast|music/i;

/**
 * Reads ratings, a watchlist or another list of IMDb's: with `You rated` and `created` (until 2017), `Your Rating` and
 * `Date Rated` (from 2017), and `Original Title` besides (from 2024). On a list a film without a rating is a wish.
 */
export function readImdb(table: Table): History {
  const cells = namedCells(table);
  const isList = cells.has('position');
  const rated = datesOf(table, cells, 'date rated');
  const created = datesOf(table, cells, 'created');
  const history = readRows(table, 'imdb', cells, (row): ReadRow => {
    const imdbId = readImdbId(cells.of(row, 'const')) ?? readImdbId(cells.of(row, 'url'));
    const original = cells.of(row, 'original title');
    const title = readTitle(cells.of(row, 'title') || original);
    const rating = cells.of(row, 'your rating', 'you rated');
    const stars = readStars(rating, 'Your Rating', 10);
    if (stars === undefined && !isList) throw unexpected('Your Rating', '1 to 10', rating);
    return {
      ...{ title, imdbId, stars },
      otherTitles: original !== '' && original !== title ? [original.slice(0, 500)] : undefined,
      year: readYear(cells.of(row, 'year')),
      isSeries: NO_FILM.test(cells.of(row, 'title type')) || undefined,
      kind: stars === undefined ? 'wish' : 'rated',
      date: rated.read(cells.of(row, 'date rated')) ?? created.read(cells.of(row, 'created')),
    };
  });
  if (rated.isAmbiguous || created.isAmbiguous) history.notices.push(ambiguousDates(table.file));
  if (history.rows.some(({ kind }) => kind === 'wish')) {
    history.notices.push(`Films of ${table.file} without a rating of yours were read as a watchlist.`);
  }
  return history;
}
