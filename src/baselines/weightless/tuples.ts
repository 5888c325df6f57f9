import type { Random } from '../../lib/random';
import { hasBit, type Retina } from '../../wnn/network/retina';

/** What each tuple of retina bits shows for each film: film i, tuple t stands at i * tuples + t. */
export interface TupleAddresses {
  tuples: number;
  /** Bits a tuple, 1..16. */
  width: number;
  address: Uint16Array;
}

/** Deals the retina's bits at random into tuples of `width`; places that are left over see nothing. */
export function dealTuples(retina: Retina, width: number, random: Random): TupleAddresses {
  const order = random.shuffle(Uint32Array.from(retina.bits, (_, bit) => bit));
  const tuples = Math.ceil(order.length / width);
  const address = new Uint16Array(retina.itemCount * tuples);
  for (let i = 0; i < retina.itemCount; i++) {
    order.forEach((bit, place) => {
      if (hasBit(retina, i, bit)) address[i * tuples + Math.floor(place / width)] |= 1 << (place % width);
    });
  }
  return { tuples, width, address };
}
