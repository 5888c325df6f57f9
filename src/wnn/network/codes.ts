import type { Retina } from './retina';

/** A point for each film in the space of people's tastes. */
export interface ItemFactors {
  dimensions: number;
  /** Row-major, itemCount x dimensions. */
  values: Float64Array;
}

/** Codes learned from other people's ratings, on the grid of codes, and where each dimension is cut into bits. */
export interface Codes {
  factors: ItemFactors;
  /** Dimension-major; length CUTS_PER_DIMENSION * dimensions. */
  cuts: Float64Array;
}

/** Thermometer bits a dimension. */
export const CUTS_PER_DIMENSION = 3;

/** A retina with the code bits behind its own: a bit is set where the film's factor lies above the cut. */
export interface CodedRetina {
  retina: Retina;
  codeBits: number[];
}

/**
 * Puts the code bits of every film behind its own.
 * @param cuts as in `Codes`. @returns a new retina; `codeBits` are the indices of the new bits, ascending.
 */
export function addCodeBits(
  retina: Retina,
  { dimensions: d, values }: ItemFactors,
  cuts: Float64Array,
): CodedRetina {
  const first = retina.bits.length;
  const codeBits = Array.from(cuts, (_, c) => first + c);
  const wordsPerItem = Math.ceil((first + cuts.length) / 32);
  const words = new Uint32Array(retina.itemCount * wordsPerItem);
  for (let i = 0; i < retina.itemCount; i++) {
    for (let w = 0; w < retina.wordsPerItem; w++)
      words[i * wordsPerItem + w] = retina.words[i * retina.wordsPerItem + w];
    for (let c = 0; c < cuts.length; c++) {
      const bit = first + c;
      if (values[i * d + Math.floor(c / CUTS_PER_DIMENSION)] > cuts[c])
        words[i * wordsPerItem + (bit >>> 5)] |= 1 << (bit & 31);
    }
  }
  return { retina: { bits: retina.bits, itemCount: retina.itemCount, wordsPerItem, words }, codeBits };
}

/** What films look like to nodes with these codes. */
export function codedRetina(retina: Retina, { factors, cuts }: Codes): Retina {
  return addCodeBits(retina, factors, cuts).retina;
}
