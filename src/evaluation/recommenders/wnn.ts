import type { History, PersonalRecommender, Recommender, Training } from '../../baselines/recommender';
import { LIKE_HALF_STARS } from '../../data/ratings';
import { createMemory, learn, type Memory, unlearn } from '../../wnn/memory';
import { buildPublicModel, likeVerdict, type PublicModel, starsVerdict } from '../../wnn/public-model';
import { rankingScores } from '../../wnn/ranking-readout';
import { rawMatch } from '../../wnn/rating-readout';
import { gateAt } from './wnn-gate';
import { kindVotes, type TunedReadout, tuneReadout } from './wnn-readout';
import { createWindowReadout, levelStep } from './wnn-window';

/** What all users' models share. */
interface Shared {
  model: PublicModel;
  /** Absent when taught by likes. */
  readout: TunedReadout | null;
  /** See `levelStep`. */
  step: number;
  feedback: Training['feedback'];
  /** Empty memories of models that were released. */
  spare: Memory[];
}

/** Fits that are alive, so that systems built on the wnn share one. */
const fits = new WeakMap<Training, Shared>();

/** The personal weightless model on public facts alone. */
export const wnn: Recommender = {
  name: 'wnn',
  fit(training) {
    const shared = fits.get(training) ?? fitShared(training);
    fits.set(training, shared);
    return { personalize: (history) => createPersonal(shared, history) };
  },
};

function fitShared(training: Training): Shared {
  const { catalogue, effects, feedback, ratings } = training;
  const model = buildPublicModel(catalogue, effects);
  const readout = feedback === 'stars' ? tuneReadout(training, model) : null;
  return { model, readout, step: levelStep(ratings), feedback, spare: [] };
}

function createPersonal(shared: Shared, history: History): PersonalRecommender {
  const { model, readout, feedback, spare } = shared;
  const { bank } = model;
  const memory = spare.pop() ?? createMemory(bank);
  const learned: { item: number; halfStars: number }[] = [];
  const window = createWindowReadout(shared.step);
  const verdict = (item: number, halfStars: number) =>
    feedback === 'stars'
      ? starsVerdict(model, item, halfStars / 2)
      : likeVerdict(model, item, halfStars >= LIKE_HALF_STARS);
  const learnOne = (item: number, halfStars: number) => {
    learn(memory, bank, item, verdict(item, halfStars));
    learned.push({ item, halfStars });
    window.count(halfStars);
  };
  for (let r = 0; r < history.item.length; r++) learnOne(history.item[r], history.halfStars[r]);
  const predict = (items: Uint32Array) =>
    readout
      ? expectedStars(model, memory, readout, learned.length, items)
      : Float64Array.from(items, (item) => rawMatch(model, memory, item));
  return {
    predict,
    predictFor: (metric, items) => (metric === 'within1Star' ? window.read(predict(items)) : predict(items)),
    rank: () => rankingScores(model, memory),
    learn: learnOne,
    release() {
      // Taking everything out again leaves the memory empty to the last bit.
      for (const { item, halfStars } of learned) unlearn(memory, bank, item, verdict(item, halfStars));
      spare.push(memory);
    },
  };
}

function expectedStars(
  model: PublicModel,
  memory: Memory,
  { strength, gates }: TunedReadout,
  ratings: number,
  items: Uint32Array,
): Float64Array {
  const { effects } = model;
  const [offset, ofUserBias, ofVotes] = gateAt(gates, ratings);
  const votes = new Float64Array(strength.length);
  return Float64Array.from(items, (item) => {
    const userBias = kindVotes(model, memory, item, votes);
    let voted = 0;
    for (let k = 0; k < votes.length; k++) voted += strength[k] * votes[k];
    return effects.globalMean + effects.bias[item] + offset + ofUserBias * userBias + ofVotes * voted;
  });
}
