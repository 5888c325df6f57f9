import type { Figure } from '../result';

/** At which sizes figures are measured. */
export interface Sizes {
  /** Ratings of a person, ascending. */
  ratings: readonly number[];
  /** Films of the catalogue, ascending. */
  films: readonly number[];
}

/** Figures that are measured together. */
export interface Group {
  /** As on the command line. */
  name: string;
  /** What it measures, for a person. */
  about: string;
  /** Whether it runs where no group is named. */
  byDefault: boolean;
  /** @param tell is called with what is measured next */
  measure(sizes: Sizes, tell: (doing: string) => void): Promise<Figure[]>;
}
