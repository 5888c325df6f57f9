import * as v from 'valibot';
import type { Catalogue } from '../../data/catalogue';
import { type FilmFacts, filmFacts } from '../../data/film-facts';
import { seal, unseal } from '../../lib/envelope';

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

const earlyFilmSchema = v.object({
  movieId: v.pipe(v.number(), v.safeInteger()),
  item: count,
  title: v.string(),
  year: count,
  genres: v.array(v.string()),
  voteAverage: v.nullable(v.number()),
  runtime: count,
  voteCount: count,
  series: v.optional(v.string(), ''),
  keywords: v.optional(v.array(v.string()), []),
});

/** What a screen shows of a film to judge, where the catalogue that it is of is not there yet. */
export interface EarlyFilm extends FilmFacts {
  movieId: number;
}

const planSchema = v.array(earlyFilmSchema);

/** A film of a catalogue as it can be shown without. */
export function earlyFilmOf(catalogue: Catalogue, item: number): EarlyFilm {
  return { movieId: catalogue.movieId[item], ...filmFacts(catalogue, item) };
}

const FORMAT = { magic: 'WLPN', version: 1, what: 'The plan' };

/** A plan as it is stored. */
export function writePlan(films: readonly EarlyFilm[]): Uint8Array {
  return seal(FORMAT, new TextEncoder().encode(JSON.stringify(films)));
}

/** The films of a stored plan; none where there is none, or none that can be read: it is made anew then. */
export function readPlan(stored: unknown): EarlyFilm[] {
  if (!(stored instanceof Uint8Array)) return [];
  try {
    const { payload } = unseal(FORMAT, stored);
    return v.parse(planSchema, JSON.parse(new TextDecoder().decode(payload)));
  } catch {
    return [];
  }
}
