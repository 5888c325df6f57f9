import { readDatedTitle, readImdbId, readNumber, readStars, unexpected } from './cells';
import type { History } from './history';
import { type ReadRow, readRows } from './read-rows';
import { type NamedCells, namedCells, type Table } from './table';

/** Whether a table was exported by MovieLens' site. */
export function isMovieLensSite(cells: NamedCells): boolean {
  return cells.has('movie_id') && cells.has('title') && (cells.has('rating') || cells.has('average_rating'));
}

/**
 * Reads an export of MovieLens' site, `movie_id,imdb_id,tmdb_id,rating,average_rating,title`. It has no dates. Without the
 * rating it is a wishlist.
 */
export function readMovieLensSite(table: Table): History {
  const cells = namedCells(table);
  const isWishlist = !cells.has('rating');
  return readRows(table, 'movielens', cells, (row): ReadRow => {
    const rating = cells.of(row, 'rating');
    const stars = readStars(rating, 'rating', 5);
    if (stars === undefined && !isWishlist) throw unexpected('rating', '0.5 to 5', rating);
    return {
      ...readDatedTitle(cells.of(row, 'title')),
      movieId: readNumber(cells.of(row, 'movie_id')),
      imdbId: readImdbId(cells.of(row, 'imdb_id')),
      tmdbId: readNumber(cells.of(row, 'tmdb_id')),
      stars,
      kind: isWishlist ? 'wish' : 'rated',
    };
  });
}
