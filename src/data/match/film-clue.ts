/** What is known of a film that somebody named elsewhere, by which it is looked for in the catalogue. */
export interface FilmClue {
  /** As it was written; '' where only an id is known. */
  title: string;
  /** Other names of the same film: the title in its own language, names in brackets. */
  otherTitles?: readonly string[];
  /** Release year. */
  year?: number;
  /** IMDb id without "tt". */
  imdbId?: number;
  /** TMDB id of a film (series have ids of their own). */
  tmdbId?: number;
  /** MovieLens id. */
  movieId?: number;
  /** Whether it is a series or an episode: the catalogue holds films. */
  isSeries?: boolean;
  /**
   * What tells the film apart at its source, set only where the same list names another film of the same title and year
   * (the two films called "War of the Worlds" of 2005).
   */
  twin?: string;
}
