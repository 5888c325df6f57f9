import { withoutPersonas } from '../../data/personas';
import type { PreparedData } from '../../packs/public-data';
import { type LikeNeighbours, likeNeighbours } from '../../wnn/network/lists/like-neighbours';
import { ratingNeighbours } from '../../wnn/network/rating-neighbours';

/*
 * Public data on their way between threads. All of them are plain but for two functions, which read off the ratings how alike films
 * are: these stay behind, and are made again where the data arrive.
 */

/** Public data without functions, and which there were. */
export interface SentData extends PreparedData {
  hadNeighbours: { lists: boolean; stars: boolean };
}

/** The data without their functions. */
export function withoutFunctions({ data, about }: PreparedData): SentData {
  const { terms, rating } = data.network;
  const network = {
    ...data.network,
    terms: { ...terms, neighbours: null },
    rating: rating && { ...rating, neighbours: null },
  };
  const hadNeighbours = { lists: terms.neighbours !== null, stars: !!rating && rating.neighbours !== null };
  return { data: { ...data, network }, about, hadNeighbours };
}

/** The data with their functions, each of which works something out when it is first asked. */
export function withFunctions({ data, about, hadNeighbours: { lists, stars } }: SentData): PreparedData {
  const { effects, catalogue } = data;
  const { terms, rating } = data.network;
  // The bundled ratings are read without the people whom a talk plays.
  const ratings = about === null ? withoutPersonas(data.ratings) : data.ratings;
  const network = {
    ...data.network,
    terms: { ...terms, neighbours: lists ? lazily(() => likeNeighbours(ratings, catalogue.count)) : null },
    rating: rating && { ...rating, neighbours: stars ? ratingNeighbours(ratings, effects) : null },
  };
  return { data: { ...data, network }, about };
}

function lazily(make: () => LikeNeighbours): LikeNeighbours {
  let made: LikeNeighbours | undefined;
  return (item) => {
    made ??= make();
    return made(item);
  };
}

/** The memory behind all typed arrays of plain data, each once: what can be handed over instead of copied. */
export function buffersOf(plain: unknown): ArrayBuffer[] {
  const buffers = new Set<ArrayBuffer>();
  const seen = new Set<object>();
  const visit = (value: unknown) => {
    if (typeof value !== 'object' || value === null || seen.has(value)) return;
    seen.add(value);
    if (!ArrayBuffer.isView(value)) Object.values(value).forEach(visit);
    else if (value.buffer instanceof ArrayBuffer) buffers.add(value.buffer);
  };
  visit(plain);
  return [...buffers];
}
