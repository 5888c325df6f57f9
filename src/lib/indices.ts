/** Indices of so many things fit: two bytes each where that will do. */
export type Indices = Uint16Array | Uint32Array;

/** Largest index of two bytes, plus one. */
const NARROW = 65_536;

/** Room for indices. @param things how many there are to point at @param length how many indices */
export function indicesFor(things: number, length: number): Indices {
  return things <= NARROW ? new Uint16Array(length) : new Uint32Array(length);
}
