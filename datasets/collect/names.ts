/**
 * Finds the names and years under which TMDB, and with it the sites that take their films from there, know the movies;
 * and the films that MovieLens lacks and that are easily taken for one it has.
 */
import type { Catalogue } from '../../src/data/catalogue.ts';
import { nameKeys, partKeys } from '../../src/data/match/name-keys.ts';
import type { OtherName } from '../../src/data/match/other-names.ts';
import { compareText } from '../../src/data/search/sorted-text.ts';
import type { TmdbMovie } from './tmdb.ts';

/** Every spelling of a name by which films are found. */
function spellings(name: string): string[] {
  const { exact, loose } = nameKeys(name);
  return [exact, loose].filter((key) => key !== '');
}

function namesOf({ title, originalTitle }: TmdbMovie): string[] {
  return [...new Set([title, originalTitle])].filter((name) => name !== '' && !/[\n\r\t]/.test(name));
}

/** Names of the movies that are not MovieLens' own but for spelling, or that TMDB dates otherwise; by ascending movieId. */
function namesOfMovies(catalogue: Catalogue, films: ReadonlyMap<number, TmdbMovie>): OtherName[] {
  const others: OtherName[] = [];
  for (let item = 0; item < catalogue.count; item++) {
    const film = films.get(catalogue.tmdbId[item]);
    if (!film) continue;
    const year = film.year ?? catalogue.year[item];
    const own = [catalogue.title[item], ...catalogue.alternateTitles[item]];
    const known = new Set(year === catalogue.year[item] ? own.flatMap(spellings) : []);
    for (const name of namesOf(film)) {
      const keys = spellings(name);
      if (keys.length === 0 || keys.some((key) => known.has(key))) continue;
      for (const key of keys) known.add(key);
      others.push({ movieId: catalogue.movieId[item], year, name });
    }
  }
  return others;
}

/** Films that are no movie of the catalogue and share a name, or a part of one, with a movie at most a year older or newer. */
function namesakes(catalogue: Catalogue, films: readonly TmdbMovie[], others: OtherName[]): OtherName[] {
  const yearsOf = new Map<string, number[]>();
  // Without a TMDB id a film of the very same name and year may be the movie itself.
  const perhapsSame = new Set<string>();
  const add = (name: string, year: number) => {
    for (const key of [...spellings(name), ...partKeys(name)]) {
      yearsOf.set(key, [...(yearsOf.get(key) ?? []), year]);
    }
  };
  for (let item = 0; item < catalogue.count; item++) {
    const year = catalogue.year[item];
    for (const name of [catalogue.title[item], ...catalogue.alternateTitles[item]]) {
      add(name, year);
      if (catalogue.tmdbId[item] === 0) perhapsSame.add(`${nameKeys(name).exact} ${year}`);
    }
  }
  for (const { name, year } of others) add(name, year);
  const inCatalogue = new Set(catalogue.tmdbId);
  const found = new Map<string, OtherName>();
  for (const film of films) {
    const { year, tmdbId } = film;
    if (year === null || inCatalogue.has(tmdbId)) continue;
    for (const name of namesOf(film)) {
      const keys = [...spellings(name), ...partKeys(name)];
      const isNear = keys.some((key) =>
        yearsOf.get(key)?.some((own) => own > 0 && Math.abs(own - year) <= 1),
      );
      if (isNear && !perhapsSame.has(`${nameKeys(name).exact} ${year}`))
        found.set(`${name} ${year}`, { movieId: 0, year, name });
    }
  }
  return [...found.values()].sort((a, b) => compareText(a.name, b.name) || a.year - b.year);
}

/** All rows of `names.csv`: first the movies' other names, then films that the catalogue lacks. */
export function collectNames(catalogue: Catalogue, films: readonly TmdbMovie[]): OtherName[] {
  const byId = new Map<number, TmdbMovie>();
  for (const film of films) if (!byId.has(film.tmdbId)) byId.set(film.tmdbId, film);
  const others = namesOfMovies(catalogue, byId);
  return [...others, ...namesakes(catalogue, films, others)];
}
