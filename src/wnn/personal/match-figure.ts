import { type GateCurve, gateAt } from '../network/gate';
import { likedOdds, starsAboveLike, starsFromLike } from '../network/match-terms';
import type { MatchTerm } from '../network/rating-part';

/** The figure never says more than this, nor less than 1 minus it. */
const MOST = 0.99;

/** The match figure for someone after a number of answers. */
export interface MatchFigure {
  /**
   * The chance, within 1 % and 99 %, that the person likes a film: it rises with the expected stars.
   * @param stars expected, not held to the scale. @param likeRate of the film by the public, in (0, 1).
   */
  of(stars: number, likeRate: number): number;
}

/** The figure that was fitted for histories of this length. @param answers that the expected stars are read from. */
export function matchFigure(curve: GateCurve<MatchTerm>, answers: number): MatchFigure {
  const weight = gateAt(curve, answers);
  return {
    of(stars, likeRate) {
      const rise = weight.stars * starsFromLike(stars) + weight.high * starsAboveLike(stars);
      const odds = weight.level + rise + weight.liked * likedOdds(likeRate);
      return Math.min(MOST, Math.max(1 - MOST, 1 / (1 + Math.exp(-odds))));
    },
  };
}
