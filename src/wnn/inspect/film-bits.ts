import { hasBit, type Retina, type RetinaBit } from '../network/retina';

/** One bit of a film's retina: its index, what it says, and whether it is set for the film. */
export interface FilmBit extends RetinaBit {
  bit: number;
  on: boolean;
}

/**
 * The bits of one film with what they say.
 * @param item index into the catalogue. @param bits which bits; all by default, in the retina's order.
 */
export function filmBits(
  retina: Retina,
  item: number,
  bits: ArrayLike<number> = retina.bits.map((_, bit) => bit),
): FilmBit[] {
  return Array.from(bits, (bit) => ({ ...retina.bits[bit], bit, on: hasBit(retina, item, bit) }));
}
