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

/** How the bundled data are sealed; the payload is laid out in pack.ts. Version 1 knew no collections. */
export const DATASET_FORMAT: EnvelopeFormat = { magic: 'WLDS', version: 2, what: 'The film data' };
