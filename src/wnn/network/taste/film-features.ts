import type { ItemEffects } from '../../../data/item-effects';
import { countBits } from '../../../lib/bits';
import type { FeatureRows } from '../../../lib/gaussian/gaussian-posterior';
import type { ItemFactors } from '../codes';
import type { Retina } from '../retina';

/** Where the public's regard is centred, and its unit: mean and deviation of films' biases over ratings. */
export interface RegardScale {
  mean: number;
  deviation: number;
}

/** @returns the scale by which biases are standardized, from all training users. */
export function regardScaleOf({ bias, ratings }: ItemEffects): RegardScale {
  let [total, sum, squares] = [0, 0, 0];
  for (let i = 0; i < bias.length; i++) {
    total += ratings[i];
    sum += ratings[i] * bias[i];
    squares += ratings[i] * bias[i] ** 2;
  }
  const mean = sum / Math.max(1, total);
  return { mean, deviation: Math.sqrt(Math.max(1e-6, squares / Math.max(1, total) - mean * mean)) };
}

/** Columns of `filmFeatures`: 1, regard, codes, retina bits. */
export function featureWidth(bits: number, codes: number): number {
  return 2 + codes + bits;
}

/**
 * What a regression on a person's deviations reads of every film: 1, the standardized bias, codes (if any), retina bits.
 * @param bias in stars; length itemCount.
 */
export function filmFeatures(
  retina: Retina,
  bias: Float64Array,
  { mean, deviation }: RegardScale,
  codes: ItemFactors | null,
): FeatureRows {
  const d = codes?.dimensions ?? 0;
  const dense = 2 + d;
  const { words, wordsPerItem, itemCount } = retina;
  const size = words.reduce((sum, word) => sum + countBits(word), dense * itemCount);
  const rows: FeatureRows = {
    width: featureWidth(retina.bits.length, d),
    offsets: new Uint32Array(itemCount + 1),
    column: new Uint16Array(size),
    value: new Float64Array(size).fill(1),
  };
  let at = 0;
  for (let i = 0; i < itemCount; i++) {
    rows.column[at++] = 0;
    rows.value[at] = (bias[i] - mean) / deviation;
    rows.column[at++] = 1;
    for (let k = 0; k < d; k++) {
      rows.value[at] = codes?.values[i * d + k] ?? 0;
      rows.column[at++] = 2 + k;
    }
    // The film's bits, ascending.
    for (let w = 0; w < wordsPerItem; w++) {
      for (let left = words[i * wordsPerItem + w]; left !== 0; left &= left - 1) {
        rows.column[at++] = dense + 32 * w + 31 - Math.clz32(left & -left);
      }
    }
    rows.offsets[i + 1] = at;
  }
  return rows;
}
