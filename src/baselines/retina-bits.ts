import type { Catalogue } from '../data/catalogue';
import { hasBit, type Retina, retinaOf } from '../wnn/network/retina';

/** The set bits of every film's retina, as lists. */
export interface RetinaBits {
  retina: Retina;
  bitCount: number;
  /** Bits of item i: bit[offsets[i] .. offsets[i + 1]], ascending; length count + 1. */
  offsets: Uint32Array;
  bit: Uint16Array;
}

const known = new WeakMap<Catalogue, RetinaBits>();

/** Depends on the catalogue alone, and is made once for each. */
export function retinaBits(catalogue: Catalogue): RetinaBits {
  let bits = known.get(catalogue);
  if (!bits) {
    bits = listBits(retinaOf(catalogue));
    known.set(catalogue, bits);
  }
  return bits;
}

function listBits(retina: Retina): RetinaBits {
  const bitCount = retina.bits.length;
  const offsets = new Uint32Array(retina.itemCount + 1);
  const bit: number[] = [];
  for (let i = 0; i < retina.itemCount; i++) {
    for (let b = 0; b < bitCount; b++) if (hasBit(retina, i, b)) bit.push(b);
    offsets[i + 1] = bit.length;
  }
  return { retina, bitCount, offsets, bit: Uint16Array.from(bit) };
}
