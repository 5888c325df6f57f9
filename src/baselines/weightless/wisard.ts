import { createRandom, deriveSeed } from '../../lib/random';
import { type ChosenOptions, optionsFor } from '../chosen-options';
import { expectedOfFilms } from '../deviations';
import type { Recommender, Training } from '../recommender';
import { retinaBits } from '../retina-bits';
import { dealTuples, type TupleAddresses } from './tuples';
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
 * WiSARD (Aleksander, Thomas and Bowden 1984) with bleaching (Grieco et al. 2010; Carvalho et al. 2013), the plain ancestor:
 * two discriminators, of likes and of dislikes, of RAM nodes on random tuples of the retina, each cell a counter. A
 * discriminator's response is the number of its nodes whose cell has been written b times or more; b rises from 1 until the
 * two responses differ. The vote is the difference over the number of nodes.
 *
 * A counter counts down as it counted up: a rating is forgotten exactly.
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
      const discriminators = [0, 1].map((kind) =>
        countCells(
          tuples,
          films.filter((_, r) => like[r] === kind),
        ),
      );
      return (item) => bleachedDifference(tuples, discriminators[1], discriminators[0], item);
    };
  });
}

/** How often each cell is written by these films; tuple t has cells t * 2^width onwards. */
export function countCells({ tuples, width, address }: TupleAddresses, items: Uint32Array): Uint16Array {
  const counts = new Uint16Array(tuples << width);
  for (const item of items) {
    for (let t = 0; t < tuples; t++) counts[(t << width) | address[item * tuples + t]]++;
  }
  return counts;
}

/** The difference of the responses at the least b at which they differ, over the number of tuples; 0 if there is none. */
export function bleachedDifference(
  { tuples, width, address }: TupleAddresses,
  likes: Uint16Array,
  dislikes: Uint16Array,
  item: number,
): number {
  for (let b = 1; ; b++) {
    let difference = 0;
    let spoken = false;
    for (let t = 0; t < tuples; t++) {
      const cell = (t << width) | address[item * tuples + t];
      const [like, dislike] = [likes[cell] >= b, dislikes[cell] >= b];
      difference += Number(like) - Number(dislike);
      spoken ||= like || dislike;
    }
    if (difference !== 0 || !spoken) return difference / tuples;
  }
}
