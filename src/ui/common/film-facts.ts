import { type Catalogue, genresOf } from '../../data/catalogue';
import type { FilmFacts } from '../../data/film-facts';

/** "Alien (1979)"; the title alone where the year is unknown. */
export function titleWithYear(catalogue: Catalogue, item: number): string {
  const year = catalogue.year[item];
  return year > 0 ? `${catalogue.title[item]} (${year})` : catalogue.title[item];
}

/** "1979 · Horror, Sci-Fi". */
export function lineOf({ year, genres }: Pick<FilmFacts, 'year' | 'genres'>): string {
  return [year > 0 ? String(year) : '', genres.join(', ')].filter(Boolean).join(' · ');
}

/** The same of a film of the catalogue. */
export function filmLine(catalogue: Catalogue, item: number): string {
  return lineOf({ year: catalogue.year[item], genres: genresOf(catalogue, item) });
}
