/** Half-width of the window that counts as within one star, in ones of the thermometer. */
const REACH = 2;
/** Numbers of ones that a rating can have: 0..10. */
export const LEVELS = 11;
/** Ones in the order in which equal masses are decided. */
const BY_NEARNESS = [8, 7, 9, 6, 10, 5, 4, 3, 2, 1, 0];

/**
 * The number of ones within one star of which most of the mass lies; of equals the one nearest to eight.
 * @param mass of each number of ones; length LEVELS. @param step from `levelStep`.
 */
export function centreOfMost(mass: Float64Array, step: number): number {
  let best = BY_NEARNESS[0];
  let most = -1;
  for (const center of BY_NEARNESS) {
    if (center % step !== 0) continue;
    let inside = 0;
    for (let ones = Math.max(0, center - REACH); ones <= Math.min(LEVELS - 1, center + REACH); ones++) {
      inside += mass[ones];
    }
    if (inside > most + 1e-12) {
      most = inside;
      best = center;
    }
  }
  return best;
}
