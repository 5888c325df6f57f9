import type { EnvelopeFormat } from '../lib/envelope';
import type { Catalogue } from './catalogue';
import type { Person } from './people';
import type { Ratings } from './ratings';

/** The films, and what people thought of them: every `item` of the ratings is an index into the catalogue. */
export interface Dataset {
  catalogue: Catalogue;
  ratings: Ratings;
  /** Who the people are, by user id, where the data say so. */
  people?: ReadonlyMap<number, Person>;
}

/** How a data set in one piece is sealed; the payload is laid out in pack.ts. Version 1 knew no collections. */
export const DATASET_FORMAT: EnvelopeFormat = { magic: 'WLDS', version: 2, what: 'The film data' };

/** How the bundled films are sealed; the payload is laid out in bundled/pack-bundled.ts. */
export const FILMS_FORMAT: EnvelopeFormat = { magic: 'WLFM', version: 1, what: 'The film data' };

/** How the bundled ratings are sealed; likewise. */
export const RATINGS_FORMAT: EnvelopeFormat = { magic: 'WLRS', version: 1, what: 'The rating data' };

/** The two files that the bundled data come in, so that films can be had without ratings: their bytes, or where they are. */
export interface BundledFiles<T> {
  films: T;
  ratings: T;
}
