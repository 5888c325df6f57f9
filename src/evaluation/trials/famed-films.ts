import { type AskableFilms, planFilms } from '../../wnn/personal/asking/next-films';
import type { RateQueueInput } from '../../wnn/personal/asking/rate-queue';

/** Judgements after which the model's doubt begins to steer. */
const OPENING = 12;

/** What films are chosen by. */
export interface FamedFilms extends AskableFilms {
  /** Shannon entropy of each film's ratings over the ten half stars, in bits: how much opinions differ. */
  ratingEntropy: Float64Array;
}

/**
 * A way to ask that tells nobody's habits apart: log popularity x rating entropy (Rashid et al. 2002, "Getting to know you",
 * IUI); after twelve judgements two in three are films known to many whose match is nearest one half. Someone who has seen
 * few of the films shown is asked for better known ones.
 * @param matchOf chance that the person likes a film, 0..1
 */
export function nextFamedFilms(
  films: FamedFilms,
  matchOf: (item: number) => number,
  input: RateQueueInput,
): number[] {
  const { ratings } = films.effects;
  const unseen = input.judgements.slice(0, OPENING).filter(({ kind }) => kind === 'unseen').length;
  const fame = 1 + (2 * unseen) / OPENING;
  const telling = () =>
    films.ratingEntropy.map((entropy, item) => entropy * Math.log1p(ratings[item]) ** fame);
  const doubts = new Map<number, number>();
  const doubtOf = (item: number) => {
    const doubt = doubts.get(item) ?? 1 - Math.abs(2 * matchOf(item) - 1);
    doubts.set(item, doubt);
    return doubt * Math.log1p(ratings[item]);
  };
  return planFilms(films, input, telling, (place) => (place >= OPENING && place % 3 !== 0 ? doubtOf : null));
}
