import { readImdbId, readNumber, readStars, readTitle, readYear, unexpected } from './cells';
import type { History } from './history';
import { ambiguousDates, datesOf, type ReadRow, readRows } from './read-rows';
import { type NamedCells, namedCells, type Table } from './table';

/** Whether a table is one of TMDB's. */
export function isTmdb(cells: NamedCells): boolean {
  return cells.has('tmdb id') && cells.has('type');
}

/**
 * Reads ratings, a watchlist or favourites of TMDB's: `TMDb ID,IMDb ID,Type,Name,Release Date,Season Number,Episode
 * Number,Rating,Your Rating,Date Rated`, where `Rating` is everybody's.
 */
export function readTmdb(table: Table): History {
  const cells = namedCells(table);
  const name = table.file.toLowerCase();
  const isWatchlist = name.includes('watchlist');
  const isFavourites = name.includes('favo');
  const dates = datesOf(table, cells, 'date rated');
  const history = readRows(table, 'tmdb', cells, (row): ReadRow => {
    const rating = cells.of(row, 'your rating');
    const stars = readStars(rating, 'Your Rating', 10);
    if (stars === undefined && !isWatchlist && !isFavourites)
      throw unexpected('Your Rating', '0.5 to 10', rating);
    const isSeries = cells.of(row, 'type').toLowerCase() !== 'movie';
    return {
      title: readTitle(cells.of(row, 'name', 'title')),
      year: readYear(cells.of(row, 'release date')),
      tmdbId: readNumber(cells.of(row, 'tmdb id')),
      imdbId: readImdbId(cells.of(row, 'imdb id')),
      isSeries: isSeries || undefined,
      stars,
      liked: isFavourites || undefined,
      kind: stars !== undefined ? 'rated' : isWatchlist ? 'wish' : 'watched',
      date: dates.read(cells.of(row, 'date rated')),
    };
  });
  if (dates.isAmbiguous) history.notices.push(ambiguousDates(table.file));
  return history;
}
