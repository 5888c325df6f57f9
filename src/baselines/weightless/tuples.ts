import type { Random } from '../../lib/random';
import type { Retina } from '../../wnn/network/retina';

/**
 * Which node reads which bits of an input: all bits dealt at random into tuples of `width`, the last of which may read
 * fewer. The pattern that a node is shown is a number of `width` bits, its address.
 */
export class TupleMapping {
  /** Bits of an input. */
  readonly bits: number;
  /** Bits a node, 1..16. */
  readonly width: number;
  /** Nodes: as many as it takes for every bit to be read once. */
  readonly tuples: number;
  /**
   * Of each bit, the node that reads it and what it adds to the address which that node is shown, in one number: see `nodeOf`
   * and `addendOf`; length bits.
   */
  readonly reading: Uint32Array;

  /** @param bits at most 65,536 @param random its `shuffle` alone deals the bits */
  constructor(bits: number, width: number, random: Random) {
    this.bits = bits;
    this.width = width;
    this.tuples = Math.ceil(bits / width);
    this.reading = new Uint32Array(bits);
    const order = random.shuffle(Uint32Array.from({ length: bits }, (_, bit) => bit));
    order.forEach((bit, place) => {
      this.reading[bit] = Math.floor(place / width) | ((1 << (place % width)) << 16);
    });
  }
}

/** The node that reads a bit, 0..65,535. @param reading one of `TupleMapping.reading` */
export function nodeOf(reading: number): number {
  return reading & 0xffff;
}

/** What a bit adds to its node's address, 1 << 0..15. @param reading one of `TupleMapping.reading` */
export function addendOf(reading: number): number {
  return reading >>> 16;
}

/** What each tuple of retina bits shows for each film: film i, tuple t stands at i * tuples + t. */
export interface TupleAddresses {
  tuples: number;
  /** Bits a tuple, 1..16. */
  width: number;
  address: Uint16Array;
}

/** Deals the retina's bits at random into tuples of `width`; places that are left over see nothing. */
export function dealTuples(retina: Retina, width: number, random: Random): TupleAddresses {
  const { tuples, reading } = new TupleMapping(retina.bits.length, width, random);
  const { itemCount, wordsPerItem, words } = retina;
  const address = new Uint16Array(itemCount * tuples);
  for (let i = 0; i < itemCount; i++) {
    for (let w = 0; w < wordsPerItem; w++) {
      for (let word = words[i * wordsPerItem + w]; word !== 0; word &= word - 1) {
        const own = reading[32 * w + lowestBit(word)];
        address[i * tuples + nodeOf(own)] += addendOf(own);
      }
    }
  }
  return { tuples, width, address };
}

/** Place of the lowest bit that is set, 0..31. @param word any 32-bit integer but 0 */
export function lowestBit(word: number): number {
  return 31 - Math.clz32(word & -word);
}
