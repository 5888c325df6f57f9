import type { History, PersonalRecommender, Recommender, Training } from '../../baselines/recommender';
import { LIKE_HALF_STARS } from '../../data/ratings';
import { createMemory, learn, type Memory, STRIDE, unlearn } from '../../wnn/memory';
import { buildPublicModel, likeVerdict, type PublicModel, starsVerdict } from '../../wnn/public-model';
import { rankingScores } from '../../wnn/ranking-readout';
import { rawMatch } from '../../wnn/rating-readout';
import { gateAt } from './wnn-gate';
import { kindVotes, type TunedReadout, tuneReadout } from './wnn-readout';

/** The personal weightless model on public facts alone. */
export const wnn: Recommender = {
  name: 'wnn',
  fit(training) {
    const shared = buildPublicModel(training.catalogue, training.effects);
    const readout = training.feedback === 'stars' ? tuneReadout(training, shared) : null;
    const spare: Memory[] = [];
    return {
      personalize: (history) => createPersonal(shared, readout, training, history, spare),
    };
  },
};

/** @param spare empty memories of models that were released. */
function createPersonal(
  shared: PublicModel,
  readout: TunedReadout | null,
  { feedback }: Training,
  history: History,
  spare: Memory[],
): PersonalRecommender {
  const { bank } = shared;
  const memory = spare.pop() ?? createMemory(bank);
  const learned: { item: number; halfStars: number }[] = [];
  const verdict = (item: number, halfStars: number) =>
    feedback === 'stars'
      ? starsVerdict(shared, item, halfStars / 2)
      : likeVerdict(shared, item, halfStars >= LIKE_HALF_STARS);
  const learnOne = (item: number, halfStars: number) => {
    learn(memory, bank, item, verdict(item, halfStars));
    learned.push({ item, halfStars });
  };
  for (let r = 0; r < history.item.length; r++) learnOne(history.item[r], history.halfStars[r]);
  const predictStars = (items: Uint32Array, { strength, gates }: TunedReadout) => {
    const { effects } = shared;
    const gate = gateAt(gates, learned.length);
    const votes = new Float64Array(strength.length);
    return Float64Array.from(items, (item) => {
      const userBias = kindVotes(shared, memory, item, votes);
      let voted = 0;
      for (let k = 0; k < votes.length; k++) voted += strength[k] * votes[k];
      return effects.globalMean + effects.bias[item] + gate[0] + gate[1] * userBias + gate[2] * voted;
    });
  };
  return {
    predict: (items) =>
      readout
        ? predictStars(items, readout)
        : Float64Array.from(items, (item) => rawMatch(shared, memory, item)),
    rank: () => rankingScores(shared, memory),
    learn: learnOne,
    release() {
      // Taking everything out again leaves the memory empty to the last bit.
      for (const { item, halfStars } of learned) unlearn(memory, bank, item, verdict(item, halfStars));
      if (memory.cells.length === STRIDE * (bank.firstCell[bank.nodeCount] + 1)) spare.push(memory);
    },
  };
}
