/** Where files are read from, which decides what is too large and what a refusal can tell a person to do. */
export interface Caller {
  /** How users with a single rating are left out. */
  leaveOutSingles: string;
  /** What to do with data that are too large here. */
  forMore: string;
  /** Where one's own ratings, exported from a site, are brought in. */
  importOwn: string;
  /** Largest sizes in bytes; optional files above theirs are left out. */
  largest: { zip: number; ratings: number; movies: number; optional: number };
  /** Greatest numbers of lines. */
  most: { films: number; optionalLines: number };
}

/** MovieLens 1M has 25 MB of ratings, and a browser's tab is no place for more than a few times that. */
export const SCREEN: Caller = {
  leaveOutSingles: 'tick "Leave out users with a single rating" and choose the files again',
  forMore: 'A tab can take up to MovieLens 1M (25 MB); for more, use npm run evaluate -- --data FOLDER.',
  importOwn: 'Your own ratings are brought in under "Your data"',
  largest: { zip: 60_000_000, ratings: 80_000_000, movies: 20_000_000, optional: 20_000_000 },
  most: { films: 100_000, optionalLines: 500_000 },
};

/** MovieLens 32M has 877 MB of ratings, 87,585 films and 2,000,072 tags. */
export const COMMAND_LINE: Caller = {
  leaveOutSingles: '--skip-single-ratings leaves such users out',
  forMore: 'MovieLens 32M, the largest edition, is smaller.',
  importOwn: 'Your own ratings are brought in by the app, under "Your data"',
  largest: { zip: 1_000_000_000, ratings: 1_500_000_000, movies: 20_000_000, optional: 150_000_000 },
  most: { films: 250_000, optionalLines: 3_000_000 },
};
