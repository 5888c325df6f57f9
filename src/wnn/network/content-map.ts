import type { Retina } from './retina';

/**
 * A linear map from a film's retina bits to a place in space: what public facts say of where the film lies. Learned from
 * training users, the same for everyone, and small enough to ship.
 */
export interface ContentMap {
  dimensions: number;
  /** Row-major, (retina bits + 1) x dimensions; the last row is added to every film. */
  weights: Float32Array;
}

const listed = new WeakMap<Retina, readonly Uint16Array[]>();

/** The bits of each film, ascending, and one behind them that is always set. Listed when first asked for. */
export function bitsOfFilms(retina: Retina): readonly Uint16Array[] {
  let bits = listed.get(retina);
  if (!bits) {
    bits = listBits(retina);
    listed.set(retina, bits);
  }
  return bits;
}

function listBits(retina: Retina): Uint16Array[] {
  const always = retina.bits.length;
  return Array.from({ length: retina.itemCount }, (_, i) => {
    const bits: number[] = [];
    for (let b = 0; b < always; b++) {
      if ((retina.words[i * retina.wordsPerItem + (b >>> 5)] >>> (b & 31)) & 1) bits.push(b);
    }
    bits.push(always);
    return Uint16Array.from(bits);
  });
}

/** Where the map puts each film; row-major, films x d. */
export function placesByContent(
  bits: readonly Uint16Array[],
  weights: ArrayLike<number>,
  d: number,
): Float64Array {
  const places = new Float64Array(bits.length * d);
  bits.forEach((own, i) => {
    for (let p = 0; p < own.length; p++) {
      for (let k = 0, at = own[p] * d; k < d; k++, at++) places[i * d + k] += weights[at];
    }
  });
  return places;
}
