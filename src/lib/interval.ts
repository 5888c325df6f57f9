/** A share with the interval that it is known within. */
export interface ShareInterval {
  /** successes / n. */
  share: number;
  /** Bounds, within 0..1 up to rounding. */
  low: number;
  high: number;
}

/** Standard deviations on either side of a 95 % interval. */
const Z_95 = 1.96;

/**
 * The 95 % score interval of a share (Wilson 1927):
 *
 *   (p + z² / 2n +- z sqrt(p (1 - p) / n + z² / 4n²)) / (1 + z² / n),   p = successes / n
 *
 * @param successes 0..n. @param n at least 1.
 */
export function wilsonInterval(successes: number, n: number): ShareInterval {
  const z = Z_95;
  const share = successes / n;
  const center = (share + (z * z) / (2 * n)) / (1 + (z * z) / n);
  const half = (z * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n))) / (1 + (z * z) / n);
  return { share, low: center - half, high: center + half };
}
