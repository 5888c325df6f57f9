import { deviationOf, USER_LAMBDA } from '../../data/deviation';
import type { ItemEffects } from '../../data/item-effects';
import type { Ratings } from '../../data/ratings';
import { type Indices, indicesFor } from '../../lib/indices';
import { type SparseMatrix, transpose } from '../../lib/sparse-matrix';

/** Films that people rate like another one; parallel arrays. */
interface SimilarFilms {
  /** Catalogue indices, ascending; never the film itself. */
  items: Uint32Array;
  /** Weight of each, > 0: the cube of their likeness. */
  weight: Float32Array;
}

/** The films that are rated like a film. Likeness has no direction: each has the film among its own, with the same weight. */
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
  return (item) => {
    read ??= neighboursBy(readLikeness(ratings, effects));
    return read(item);
  };
}

/** What likeness is worked out from: plain data, which may be handed from thread to thread. */
export interface Likeness {
  /** Films that anyone rated, ascending, and the place of every film among them, or -1. */
  films: Uint32Array;
  placeOf: Int32Array;
  /** Of every rating, people side by side: its film by place, and what it says beyond mu + b_i + b_u, in stars. */
  place: Indices;
  said: Float32Array;
  /** Where each person's ratings begin; length people + 1. */
  offsets: Uint32Array;
  /** What was said of each film, and by whom; rows are places. */
  byFilm: SparseMatrix;
  /** Sum of squares of what was said of each film, by place. */
  norm: Float64Array;
}

/** Reads what likeness is worked out from off the ratings. */
export function readLikeness(ratings: Ratings, effects: ItemEffects): Likeness {
  const said = beyondBias(ratings, effects);
  const { films, place, placeOf } = filmsRated(ratings, effects.bias.length);
  const norm = new Float64Array(films.length);
  for (let r = 0; r < ratings.count; r++) norm[place[r]] += said[r] * said[r];
  const byFilm = transpose({
    rowCount: ratings.userCount,
    columnCount: films.length,
    offsets: ratings.offsets,
    column: Uint32Array.from(place),
    value: said,
  });
  return { films, placeOf, place, said, offsets: ratings.offsets, byFilm, norm };
}

/** See `ratingNeighbours`. */
export function neighboursBy(likeness: Likeness): RatingNeighbours {
  const { films, placeOf, place, said, offsets, byFilm, norm } = likeness;
  const known: (SimilarFilms | undefined)[] = [];
  /** Of every film rated: the sum of products, and of people in common, side by side. */
  const sums = new Float64Array(2 * films.length);
  const work = (item: number): SimilarFilms => {
    const own = placeOf[item];
    const items: number[] = [];
    const weight: number[] = [];
    if (own >= 0) {
      sums.fill(0);
      meet(own, byFilm, offsets, place, said, sums);
      // All films in order: to put those met in order would take longer.
      for (let other = 0; other < films.length; other++) {
        const product = sums[2 * other];
        if (!(product > 0) || other === own) continue;
        const people = sums[2 * other + 1];
        const cosine = product / Math.sqrt(norm[own] * norm[other]);
        const likeness = (cosine * people) / (people + FEW_IN_COMMON);
        if (!(likeness > LEAST_LIKENESS)) continue;
        items.push(films[other]);
        weight.push(likeness * likeness * likeness);
      }
    }
    return sideBySide(items, weight);
  };
  return (item) => {
    const similar = known[item] ?? work(item);
    known[item] = similar;
    return similar;
  };
}

/** In one piece of memory: lists are kept of every film that was clicked or shown. */
function sideBySide(items: readonly number[], weight: readonly number[]): SimilarFilms {
  const { length } = items;
  const bytes = new ArrayBuffer(8 * length);
  const similar = {
    items: new Uint32Array(bytes, 0, length),
    weight: new Float32Array(bytes, 4 * length, length),
  };
  similar.items.set(items);
  similar.weight.set(weight);
  return similar;
}

/** The films that anyone rated, ascending; each rating's film by its place among them; and every film's place, or -1. */
function filmsRated({ item, count }: Ratings, itemCount: number) {
  const placeOf = new Int32Array(itemCount).fill(-1);
  for (let r = 0; r < count; r++) placeOf[item[r]] = 0;
  const films = Uint32Array.from(placeOf.keys()).filter((film) => placeOf[film] === 0);
  films.forEach((film, at) => {
    placeOf[film] = at;
  });
  const place = indicesFor(films.length, count);
  for (let r = 0; r < count; r++) place[r] = placeOf[item[r]];
  return { films, place, placeOf };
}

/** The hot loop, by itself so that engines compile it alone: adds up what all who rated the film said of every film. */
function meet(
  film: number,
  { offsets, column, value }: SparseMatrix,
  from: Uint32Array,
  place: Indices,
  said: Float32Array,
  sums: Float64Array,
): void {
  for (let k = offsets[film]; k < offsets[film + 1]; k++) {
    const own = value[k];
    const to = from[column[k] + 1];
    for (let r = from[column[k]]; r < to; r++) {
      const at = 2 * place[r];
      sums[at] += own * said[r];
      sums[at + 1]++;
    }
  }
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
