import { type Catalogue, genresOf, NO_VOTE_AVERAGE } from '../../data/catalogue';
import type { FilmFacts } from '../../tiles/tile-art';

/** What a tile draws of a film. */
export function filmFacts(catalogue: Catalogue, item: number): FilmFacts {
  const average = catalogue.voteAverage[item];
  return {
    item,
    title: catalogue.title[item],
    year: catalogue.year[item],
    genres: genresOf(catalogue, item),
    voteAverage: average === NO_VOTE_AVERAGE ? null : average / 10,
    runtime: catalogue.runtime[item],
    voteCount: catalogue.voteCount[item],
  };
}

/** "Alien (1979)"; the title alone where the year is unknown. */
export function titleWithYear(catalogue: Catalogue, item: number): string {
  const year = catalogue.year[item];
  return year > 0 ? `${catalogue.title[item]} (${year})` : catalogue.title[item];
}

/** "1979 · Horror, Sci-Fi". */
export function filmLine(catalogue: Catalogue, item: number): string {
  const year = catalogue.year[item];
  const genres = genresOf(catalogue, item).join(', ');
  return [year > 0 ? String(year) : '', genres].filter(Boolean).join(' · ');
}
