import type { Catalogue } from '../catalogue';

/** A page about a film on a site of others. */
export interface FilmPage {
  site: 'IMDb' | 'TMDB';
  address: string;
}

/** The pages about a film elsewhere, of the sites whose id of it is known. */
export function pagesOf({ imdbId, tmdbId }: Pick<Catalogue, 'imdbId' | 'tmdbId'>, item: number): FilmPage[] {
  const pages: FilmPage[] = [];
  if (imdbId[item] > 0) {
    const id = String(imdbId[item]).padStart(7, '0');
    pages.push({ site: 'IMDb', address: `https://www.imdb.com/title/tt${id}/` });
  }
  if (tmdbId[item] > 0) {
    pages.push({ site: 'TMDB', address: `https://www.themoviedb.org/movie/${tmdbId[item]}` });
  }
  return pages;
}
