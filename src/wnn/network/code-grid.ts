/** Steps of the grid of codes in one standard deviation. */
export const CODE_UNITS = 16;
const CODE_LIMIT = 4;

/** Rounds a standardized value to the grid of codes, so that it is shipped in a byte. */
export function onCodeGrid(value: number): number {
  const held = Math.max(-CODE_LIMIT, Math.min(CODE_LIMIT, value));
  // Adding 0 turns -0 into 0, which is all that bytes can tell.
  return Math.round(held * CODE_UNITS) / CODE_UNITS + 0;
}
