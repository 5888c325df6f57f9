import type { Recommender } from '../recommender';
import { encodePaperBits, PAPER_CHANNELS, RATING_BITS } from './paper-encoding';
import { readOnes, targetOnes } from './paper-rating';
import { StateMachine } from './state-machine';

/**
 * The paper's own model, one per user: a neural state machine over its 26 bits (see StateMachine; a reconstruction).
 * Its answer is a thermometer of half stars; taught by likes, all ones for a like and none for a dislike.
 */
export const wnnPaper: Recommender = {
  name: 'wnn-paper',
  fit({ catalogue, join, feedback }) {
    const bits = encodePaperBits(catalogue, join);
    return {
      personalize(history, seed) {
        const machine = new StateMachine(PAPER_CHANNELS, RATING_BITS, seed);
        const learn = (item: number, halfStars: number) =>
          machine.learn(bits[item], 2 ** targetOnes(halfStars, feedback) - 1);
        for (let r = 0; r < history.item.length; r++) learn(history.item[r], history.halfStars[r]);
        return {
          predict: (items) =>
            Float64Array.from(items, (item) => readOnes(machine.recallOnes(bits[item]), feedback)),
          learn,
        };
      },
    };
  },
};
