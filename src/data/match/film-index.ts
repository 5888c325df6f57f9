import type { Catalogue } from '../catalogue';
import { nameKeys, partKeys } from './name-keys';
import type { OtherName } from './other-names';

/** A film under one of its names. Below 0 it is a film that the catalogue lacks, each with a number of its own. */
export interface NamedFilm {
  film: number;
  /** Release year as given with the name; 0 if unknown. */
  year: number;
}

/** What of a catalogue tells films apart: plain data, small enough to be handed to a worker. */
export type KnownFilms = Pick<
  Catalogue,
  'count' | 'movieId' | 'tmdbId' | 'imdbId' | 'title' | 'alternateTitles' | 'year'
>;

/** The catalogue's films by their ids and by all spellings of their names. */
export interface FilmIndex {
  catalogue: KnownFilms;
  byMovieId: ReadonlyMap<number, number>;
  byTmdbId: ReadonlyMap<number, number>;
  byImdbId: ReadonlyMap<number, number>;
  /** By `NameKeys.exact`. */
  exact: ReadonlyMap<string, readonly NamedFilm[]>;
  /** By `NameKeys.loose`. */
  loose: ReadonlyMap<string, readonly NamedFilm[]>;
  /** By the keys of shorter names (`partKeys`); only films of the catalogue. */
  parts: ReadonlyMap<string, readonly NamedFilm[]>;
  /** Loose keys of the catalogue's films of each year, for names with a slip. */
  ofYear: ReadonlyMap<number, readonly { key: string; film: number }[]>;
  /** Year of the catalogue's newest film. */
  newestYear: number;
}

/** Adds a name under a key, each film once with each year. */
function put(names: Map<string, NamedFilm[]>, key: string, named: NamedFilm): void {
  if (key === '') return;
  const known = names.get(key);
  if (!known) names.set(key, [named]);
  else if (!known.some(({ film, year }) => film === named.film && year === named.year)) known.push(named);
}

/** Items by an id that may be unknown (0). */
function byId(ids: ArrayLike<number>): Map<number, number> {
  const items = new Map<number, number>();
  for (let item = 0; item < ids.length; item++) if (ids[item] > 0) items.set(ids[item], item);
  return items;
}

/**
 * Indexes the films, once an import (about 150 ms for 9,000 films).
 * @param others names by which other sites know the films, and films that the catalogue lacks (other-names.ts).
 */
export function createFilmIndex(catalogue: KnownFilms, others: readonly OtherName[] = []): FilmIndex {
  const byMovieId = byId(catalogue.movieId);
  const exact = new Map<string, NamedFilm[]>();
  const loose = new Map<string, NamedFilm[]>();
  const parts = new Map<string, NamedFilm[]>();
  const ofYear = new Map<number, { key: string; film: number }[]>();
  const add = (name: string, named: NamedFilm) => {
    const keys = nameKeys(name);
    put(exact, keys.exact, named);
    put(loose, keys.loose, named);
    if (named.film < 0) return;
    for (const key of partKeys(name)) put(parts, key, named);
    const others = ofYear.get(named.year);
    if (others) others.push({ key: keys.loose, film: named.film });
    else ofYear.set(named.year, [{ key: keys.loose, film: named.film }]);
  };
  for (let item = 0; item < catalogue.count; item++) {
    for (const name of [catalogue.title[item], ...catalogue.alternateTitles[item]]) {
      add(name, { film: item, year: catalogue.year[item] });
    }
  }
  others.forEach(({ movieId, name, year }, n) => {
    const film = movieId === 0 ? -1 - n : byMovieId.get(movieId);
    if (film !== undefined) add(name, { film, year });
  });
  return {
    ...{ catalogue, byMovieId, exact, loose, parts, ofYear },
    byTmdbId: byId(catalogue.tmdbId),
    byImdbId: byId(catalogue.imdbId),
    newestYear: catalogue.year.reduce((newest, year) => Math.max(newest, year), 0),
  };
}
