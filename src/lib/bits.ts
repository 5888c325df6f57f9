/** Number of ones among the 32 bits of a word (Warren, "Hacker's Delight", 5-1). @param word any 32-bit integer, signed or not. */
export function countBits(word: number): number {
  let v = word - ((word >>> 1) & 0x55555555);
  v = (v & 0x33333333) + ((v >>> 2) & 0x33333333);
  return Math.imul((v + (v >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
