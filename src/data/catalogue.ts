/** The genres of MovieLens, in the order of their bits in `Catalogue.genres`. */
export const GENRES = [
  'Action',
  'Adventure',
  'Animation',
  'Children',
  'Comedy',
  'Crime',
  'Documentary',
  'Drama',
  'Fantasy',
  'Film-Noir',
  'Horror',
  'IMAX',
  'Musical',
  'Mystery',
  'Romance',
  'Sci-Fi',
  'Thriller',
  'War',
  'Western',
] as const;

/** Marks an absent vote average. */
export const NO_VOTE_AVERAGE = 255;

/**
 * Public facts about the films, one typed array a field, all of length `count`.
 * "Item" everywhere in the code means an index into these arrays.
 */
export interface Catalogue {
  count: number;
  /** MovieLens ids, ascending. */
  movieId: Uint32Array;
  /** Titles as a person writes them ("The Matrix"), without the year. */
  title: string[];
  /** Other names of each film: original titles, earlier and foreign ones; most films have none. */
  alternateTitles: string[][];
  /** Release year; 0 if unknown. */
  year: Uint16Array;
  /** Bit g set: the film is of GENRES[g]. */
  genres: Uint32Array;
  /** TMDB id; 0 if unknown. */
  tmdbId: Uint32Array;
  /** IMDb id without "tt"; 0 if unknown. */
  imdbId: Uint32Array;
  /** Index into `languages`; 0 (the empty string) if unknown. */
  language: Uint8Array;
  /** ISO 639-1 codes; entry 0 is ''. */
  languages: string[];
  /** Minutes; 0 if unknown. */
  runtime: Uint16Array;
  /** TMDB vote average in tenths, 0..100; NO_VOTE_AVERAGE if unknown. */
  voteAverage: Uint8Array;
  /** TMDB vote count; 0 if none or unknown. */
  voteCount: Uint32Array;
  /** Keywords of item i: keywordIds[keywordOffsets[i] .. keywordOffsets[i + 1]], ascending; length count + 1. */
  keywordOffsets: Uint32Array;
  keywordIds: Uint16Array;
  /** All keywords, each used by at least two films. */
  keywords: string[];
  /** TMDB's genres as bits over `tmdbGenreNames` (the paper's encoder reads these). */
  tmdbGenres: Uint32Array;
  tmdbGenreNames: string[];
  /** Series of films, such as "Toy Story Collection", each with at least two films; entry 0 is ''. */
  collections: string[];
  /** Index into `collections`; 0 (the empty string) for none or unknown. */
  collection: Uint16Array;
  /** The paper's own join: facts of the TMDB row whose id equals the MovieLens id; null where not bundled. */
  published: PublishedFacts | null;
}

/** What the paper's join (MovieLens id taken for a TMDB id) finds for each item; see DESIGN.md, Data. */
export interface PublishedFacts {
  /** 1 where a row was found. */
  found: Uint8Array;
  genres: Uint32Array;
  language: Uint8Array;
  voteAverage: Uint8Array;
  voteCount: Uint32Array;
}

/** Names of an item's genres, in GENRES order. */
export function genresOf(catalogue: Catalogue, item: number): string[] {
  return GENRES.filter((_, g) => (catalogue.genres[item] >>> g) & 1);
}
