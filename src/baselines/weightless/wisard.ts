import { createRandom, deriveSeed } from '../../lib/random';
import { type ChosenOptions, optionsFor } from '../chosen-options';
import { expectedOfFilms } from '../deviations';
import type { Recommender, Training } from '../recommender';
import { retinaBits } from '../retina-bits';
import { DISLIKE, Discriminators, LIKE } from './discriminators';
import { dealTuples } from './tuples';
import { type Classes, classesOf, createVoting, type VoterOptions } from './voter';

/** Nodes, classes, and how votes are read. */
export interface WisardOptions extends VoterOptions {
  /** Retina bits that a RAM node reads. */
  width: number;
  classes: Classes;
}

/**
 * Chosen for RMSE in 16 trials each, the gate with each: npm run fit:rivals -- --models wisard, and with
 * --feedback clicks, where the options came out the same.
 */
export const WISARD_RATINGS: ChosenOptions<WisardOptions> = {
  stars: {
    width: 16,
    classes: 'deviation',
    gates: [
      { ratings: 1, userBias: 1.07, votes: -0.03 },
      { ratings: 2, userBias: 1.13, votes: -0.11 },
      { ratings: 5, userBias: 0.84, votes: 0.27 },
      { ratings: 10, userBias: 0.86, votes: 0.45 },
      { ratings: 20, userBias: 0.92, votes: 0.67 },
      { ratings: 50, userBias: 1.01, votes: 0.98 },
      { ratings: 100, userBias: 1.04, votes: 1.21 },
    ],
    prior: 0,
  },
  clicks: {
    gates: [
      { ratings: 1, userBias: 0.94, votes: 0.13 },
      { ratings: 2, userBias: 0.91, votes: 0.17 },
      { ratings: 5, userBias: 0.92, votes: 0.15 },
      { ratings: 10, userBias: 0.97, votes: 0.41 },
      { ratings: 20, userBias: 1.05, votes: 0.57 },
      { ratings: 50, userBias: 1.16, votes: 0.86 },
      { ratings: 100, userBias: 1.21, votes: 0.92 },
    ],
  },
};

/** Chosen for nDCG@10 in 16 trials each: npm run fit:rivals -- --models wisard-lists, and with --feedback clicks */
export const WISARD_LISTS: ChosenOptions<WisardOptions> = {
  stars: { ...WISARD_RATINGS.stars, width: 8, classes: 'verdict', prior: 0.4 },
  clicks: { width: 12, prior: 0.7 },
};

/**
 * WiSARD with bleaching, the plain ancestor: two discriminators, of likes and of dislikes, of RAM nodes on random tuples of
 * the retina. The vote is the difference of their responses over the number of nodes; a rating is forgotten by counting down.
 */
export function createWisard(
  chosen: ChosenOptions<WisardOptions> = WISARD_RATINGS,
  own: Partial<WisardOptions> = {},
): Recommender {
  const optionsOf = ({ feedback }: Training) => optionsFor(chosen, feedback, own);
  return createVoting('wisard', optionsOf, (training, options) => {
    const { catalogue, effects, feedback, seed } = training;
    const { retina } = retinaBits(catalogue);
    const tuples = dealTuples(retina, options.width, createRandom(deriveSeed(seed, 'wisard')));
    const expected = expectedOfFilms(effects, feedback);
    return (history) => {
      const { item: films, like } = classesOf(history, options.classes, expected, training);
      const memory = new Discriminators(tuples);
      films.forEach((film, r) => {
        memory.readFilm(tuples, film);
        memory.learn(like[r] === 1 ? LIKE : DISLIKE);
      });
      return (item) => {
        memory.readFilm(tuples, item);
        return memory.answer() / tuples.tuples;
      };
    };
  });
}
