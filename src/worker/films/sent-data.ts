import { withoutPersonas } from '../../data/personas';
import type { PreparedData } from '../../packs/public-data';
import { type LikeNeighbours, likeNeighbours } from '../../wnn/network/lists/like-neighbours';
import { type Likeness, neighboursBy, readLikeness } from '../../wnn/network/rating-neighbours';

/*
 * Public data on their way between threads. All of them are plain but for two functions, which tell how alike films are: these stay
 * behind, and are made again where the data arrive.
 */

/** Public data without functions, and what these are made again from. */
export interface SentData extends PreparedData {
  /** What likeness for stars is worked out from; null where nobody is a neighbour. */
  likeness: Likeness | null;
  /** Whether lists know alike films; these are worked out of the ratings when first asked for. */
  knowsAlike: boolean;
}

/** The bundled ratings are read without the people whom a talk plays. */
const ratingsRead = ({ data, about }: PreparedData) =>
  about === null ? withoutPersonas(data.ratings) : data.ratings;

/** The data without their functions. */
export function withoutFunctions({ data, about }: PreparedData): SentData {
  const { terms, rating } = data.network;
  const network = {
    ...data.network,
    terms: { ...terms, neighbours: null },
    rating: rating && { ...rating, neighbours: null },
  };
  const likeness = rating?.neighbours ? readLikeness(ratingsRead({ data, about }), data.effects) : null;
  return { data: { ...data, network }, about, likeness, knowsAlike: terms.neighbours !== null };
}

/** The data with their functions, each of which works something out when it is first asked. */
export function withFunctions({ data, about, likeness, knowsAlike }: SentData): PreparedData {
  const { terms, rating } = data.network;
  const makeAlike = () => likeNeighbours(ratingsRead({ data, about }), data.catalogue.count);
  const network = {
    ...data.network,
    terms: { ...terms, neighbours: knowsAlike ? lazily(makeAlike) : null },
    rating: rating && { ...rating, neighbours: likeness && neighboursBy(likeness) },
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
