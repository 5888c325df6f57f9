import { joined } from '../../lib/bytes';
import { type Catalogue, GENRES, NO_VOTE_AVERAGE } from '../catalogue';
import { selectFilms } from '../select/select-films';

/** What is known of a film that nobody has rated. */
export interface UnratedFilm {
  /** Above all ids of the catalogue that it is added to. */
  movieId: number;
  title: string;
  /** 0 if unknown. */
  year: number;
  /** Names; those that are not in GENRES say nothing. */
  genres: readonly string[];
  /** 0 if unknown. */
  tmdbId: number;
  imdbId: number;
}

/** Genres as bits over GENRES; names of no genre are passed over. */
function genreBits(names: readonly string[]): number {
  return GENRES.reduce((bits, genre, g) => (names.includes(genre) ? bits | (1 << g) : bits), 0) >>> 0;
}

/**
 * A catalogue with films behind its own, which keep their indices. What is not known of them is absent: no runtime, votes,
 * language, keywords or series.
 * @param films by ascending id, all above the catalogue's
 * @returns the catalogue itself where there are none
 * @throws RangeError where ids do not ascend
 */
export function withFilms(catalogue: Catalogue, films: readonly UnratedFilm[]): Catalogue {
  if (films.length === 0) return catalogue;
  const ids = [catalogue.movieId.at(-1) ?? 0, ...films.map(({ movieId }) => movieId)];
  if (ids.some((id, n) => n > 0 && id <= ids[n - 1])) throw new RangeError('Ids of films must ascend.');
  const count = catalogue.count + films.length;
  const { published } = catalogue;
  /** A column with values behind its own, or 0. */
  const grown = <T extends Uint8Array | Uint16Array | Uint32Array>(
    column: T,
    value: (film: UnratedFilm) => number = () => 0,
  ): T => {
    const Kind = column.constructor as new (values: number[]) => T;
    return joined(column, new Kind(films.map(value)));
  };
  const keywordOffsets = new Uint32Array(count + 1).fill(catalogue.keywordIds.length);
  keywordOffsets.set(catalogue.keywordOffsets);
  return {
    ...catalogue,
    count,
    keywordOffsets,
    movieId: grown(catalogue.movieId, (film) => film.movieId),
    title: [...catalogue.title, ...films.map((film) => film.title)],
    alternateTitles: [...catalogue.alternateTitles, ...films.map(() => [])],
    year: grown(catalogue.year, (film) => film.year),
    genres: grown(catalogue.genres, (film) => genreBits(film.genres)),
    tmdbId: grown(catalogue.tmdbId, (film) => film.tmdbId),
    imdbId: grown(catalogue.imdbId, (film) => film.imdbId),
    language: grown(catalogue.language),
    runtime: grown(catalogue.runtime),
    voteAverage: grown(catalogue.voteAverage, () => NO_VOTE_AVERAGE),
    voteCount: grown(catalogue.voteCount),
    tmdbGenres: grown(catalogue.tmdbGenres),
    collection: grown(catalogue.collection),
    published: published && {
      found: grown(published.found),
      genres: grown(published.genres),
      language: grown(published.language),
      voteAverage: grown(published.voteAverage),
      voteCount: grown(published.voteCount),
    },
  };
}

/** The films behind the first so many, as a catalogue with the same names of keywords, languages and series. */
export function filmsFrom(catalogue: Catalogue, first: number): Catalogue {
  return selectFilms(
    catalogue,
    Uint32Array.from({ length: catalogue.count - first }, (_, i) => first + i),
  );
}
