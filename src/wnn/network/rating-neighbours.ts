import { deviationOf, USER_LAMBDA } from '../../data/deviation';
import type { ItemEffects } from '../../data/item-effects';
import { userItemMatrix } from '../../data/rating-matrix';
import type { Ratings } from '../../data/ratings';
import { transpose } from '../../lib/sparse-matrix';

/** Films that people rate like another one; parallel arrays. */
interface SimilarFilms {
  /** Catalogue indices, ascending; never the film itself. */
  items: Uint32Array;
  /** Weight of each, > 0: the cube of their likeness. */
  weight: Float32Array;
}

/** The films that are rated like a film. */
export type RatingNeighbours = (item: number) => SimilarFilms;

/** Shrinkage of a neighbours' vote, in weights (`SimilarFilms.weight`). */
export const NEIGHBOUR_LAMBDA = 0.05;
/** Likeness from which films count as similar. */
const LEAST_LIKENESS = 0.05;
/** People who rated both films below this many make their likeness count less. */
const FEW_IN_COMMON = 10;

/**
 * Reads off the ratings that everyone has at hand how alike two films are rated, so that nothing of it need be shipped: the
 * cosine of what people say of both beyond mu + b_i + b_u, times m / (m + 10) for m people in common (Bell and Koren 2007
 * shrink so). A film is worked out when it is first asked for, at the cost of all ratings of all who rated it, and kept.
 */
export function ratingNeighbours(ratings: Ratings, effects: ItemEffects): RatingNeighbours {
  let read: RatingNeighbours | undefined;
  const known: (SimilarFilms | undefined)[] = [];
  return (item) => {
    read ??= similarFilms(ratings, effects);
    const films = known[item] ?? read(item);
    known[item] = films;
    return films;
  };
}

function similarFilms(ratings: Ratings, effects: ItemEffects): RatingNeighbours {
  const itemCount = effects.bias.length;
  const said = beyondBias(ratings, effects);
  const norm = new Float64Array(itemCount);
  for (let r = 0; r < ratings.count; r++) norm[ratings.item[r]] += said[r] * said[r];
  const byItem = transpose(userItemMatrix(ratings, itemCount, said));
  const product = new Float64Array(itemCount);
  const common = new Uint32Array(itemCount);

  /** Adds up what all who rated the film said of others. @returns these, ascending */
  const meet = (item: number): Uint32Array => {
    const met: number[] = [];
    for (let k = byItem.offsets[item]; k < byItem.offsets[item + 1]; k++) {
      const user = byItem.column[k];
      for (let r = ratings.offsets[user]; r < ratings.offsets[user + 1]; r++) {
        const other = ratings.item[r];
        if (common[other]++ === 0) met.push(other);
        product[other] += byItem.value[k] * said[r];
      }
    }
    return Uint32Array.from(met).sort();
  };
  return (item) => {
    const items: number[] = [];
    const weight: number[] = [];
    for (const other of meet(item)) {
      const cosine = product[other] / Math.sqrt(norm[item] * norm[other]);
      const likeness = (cosine * common[other]) / (common[other] + FEW_IN_COMMON);
      if (other !== item && likeness > LEAST_LIKENESS) {
        items.push(other);
        weight.push(likeness * likeness * likeness);
      }
      product[other] = 0;
      common[other] = 0;
    }
    return { items: Uint32Array.from(items), weight: Float32Array.from(weight) };
  };
}

/** What every rating says beyond mu + b_i + b_u, in stars; parallel to the ratings. */
function beyondBias(ratings: Ratings, effects: ItemEffects): Float32Array {
  const said = new Float32Array(ratings.count);
  for (let user = 0; user < ratings.userCount; user++) {
    const [from, to] = [ratings.offsets[user], ratings.offsets[user + 1]];
    let sum = 0;
    for (let r = from; r < to; r++) {
      said[r] = deviationOf(effects, 'stars', ratings.item[r], ratings.halfStars[r]);
      sum += said[r];
    }
    const bias = sum / (to - from + USER_LAMBDA);
    for (let r = from; r < to; r++) said[r] -= bias;
  }
  return said;
}
