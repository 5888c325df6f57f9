/** How the raw match is read as a chance of liking. */
export interface MatchCalibration {
  /** Raw matches, ascending, each with the share of films so told that people came to like, 0..1; at least one. */
  likedOf: readonly (readonly [raw: number, share: number])[];
  /** Clicks at which half of the modesty is left. */
  modestClicks: number;
}

/**
 * What sums of few votes came to mean: of the films that held-out people were told raw, they liked the share beside it
 * (training users of fold 1, hybrid, after 5, 10 and 30 clicks). They overshoot at both ends; in the middle they can be
 * taken as they are. Measured again by `npm run fit:match` (docs/model.md, Calibration).
 */
export const MATCH_CALIBRATION: MatchCalibration = {
  likedOf: [
    [-0.3, 0.03],
    [-0.1, 0.06],
    [0.05, 0.1],
    [0.15, 0.16],
    [0.75, 0.73],
    [0.85, 0.79],
    [0.95, 0.83],
    [1.05, 0.86],
    [1.3, 0.93],
  ],
  modestClicks: 20,
};

/**
 * The chance of liking that a raw match stands for, m likedOf(raw) + (1 - m) raw with the modesty m = k / (k + clicks),
 * the raw match held within 1 % and 99 %. Before any click it is the raw match: what the public says.
 * @param raw from `rawMatch`, any number. @param clicks likes and dislikes that it is made of.
 * @returns within 0.01..0.99; never falls when raw rises.
 */
export function calibratedMatch(
  raw: number,
  clicks: number,
  { likedOf, modestClicks }: MatchCalibration = MATCH_CALIBRATION,
): number {
  const modest = clicks === 0 ? 0 : modestClicks / (modestClicks + clicks);
  const held = Math.min(0.99, Math.max(0.01, raw));
  return modest * shareAt(likedOf, raw) + (1 - modest) * held;
}

/** Linear between the points, constant beyond them. */
function shareAt(points: MatchCalibration['likedOf'], raw: number): number {
  const next = points.findIndex(([from]) => raw < from);
  if (next === 0) return points[0][1];
  if (next < 0) return points[points.length - 1][1];
  const [[low, lowShare], [high, highShare]] = points.slice(next - 1, next + 1);
  return lowShare + ((raw - low) / (high - low)) * (highShare - lowShare);
}
