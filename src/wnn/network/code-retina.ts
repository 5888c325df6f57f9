import type { ItemFactors } from '../fit/collaborative-codes';
import type { Retina } from './retina';

/** Shares of ratings below each cut: three thermometer bits a dimension (evaluation.md, recipe 3). */
const QUANTILES = [0.2, 0.5, 0.8];

/** Where each dimension is cut, dimension-major; length 3 * dimensions. @param weight of each film: its ratings. */
export function codeCuts({ dimensions: d, values }: ItemFactors, weight: ArrayLike<number>): Float64Array {
  const cuts = new Float64Array(d * QUANTILES.length);
  const rated = Array.from({ length: weight.length }, (_, i) => i).filter((i) => weight[i] > 0);
  const total = rated.reduce((sum, i) => sum + weight[i], 0);
  for (let k = 0; k < d; k++) {
    const order = rated.slice().sort((a, b) => values[a * d + k] - values[b * d + k] || a - b);
    let below = 0;
    let next = 0;
    for (const i of order) {
      below += weight[i];
      while (next < QUANTILES.length && below >= QUANTILES[next] * total) {
        cuts[k * QUANTILES.length + next++] = values[i * d + k];
      }
    }
  }
  return cuts;
}

/** A retina with the code bits behind its own: bit set where the film's factor lies above the cut. */
export interface CodedRetina {
  retina: Retina;
  codeBits: number[];
}

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
      if (values[i * d + Math.floor(c / QUANTILES.length)] > cuts[c])
        words[i * wordsPerItem + (bit >>> 5)] |= 1 << (bit & 31);
    }
  }
  return { retina: { bits: retina.bits, itemCount: retina.itemCount, wordsPerItem, words }, codeBits };
}
