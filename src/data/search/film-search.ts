import { topK } from '../../lib/top-k';
import type { Catalogue } from '../catalogue';
import { readFacts } from './browse-facts';
import { writtenOut } from './nicknames';
import { createTitleSearch } from './title-search';

/** What somebody finds who looks for a film. */
export interface FilmsFound {
  /** Catalogue indices, best first. */
  items: number[];
  /** Whether nothing is called so, and these are only spelled nearly so. */
  isNear: boolean;
  /** Of how many genres and decades the films found are, where the query named such: "Sci-Fi, 1980s". */
  browsed: string | null;
}

/** Finds films by what is written into a field. @param limit greatest number of films */
export type FilmSearch = (query: string, limit: number) => FilmsFound;

/** Films of a title beside those of a genre or a decade that is called so. */
const TITLES_BESIDE = 3;

/**
 * Finds films by title (`createTitleSearch`), by nickname ("lotr 2"), and by genre and decade ("sci-fi 1980s").
 * @param popularity number of ratings of each item
 */
export function createFilmSearch(catalogue: Catalogue, popularity: ArrayLike<number>): FilmSearch {
  const match = createTitleSearch(catalogue, popularity);
  return (query, limit) => {
    const long = writtenOut(query);
    if (long !== null) {
      const named = match(long, limit);
      if (named.items.length > 0 && !named.isNear) return { ...named, browsed: null };
    }
    const titles = match(query, limit);
    const browse = readFacts(catalogue, query);
    if (!browse) return { ...titles, browsed: null };
    const scores = Float64Array.from({ length: catalogue.count }, (_, item) =>
      browse.fits(item) ? popularity[item] : Number.NaN,
    );
    const first = titles.isNear ? [] : titles.items.slice(0, TITLES_BESIDE);
    const items = [...new Set([...first, ...topK(scores, limit)])].slice(0, limit);
    return { items, isNear: false, browsed: browse.words };
  };
}
