import type { History, PersonalRecommender, Recommender, Training } from '../../baselines/recommender';
import { LIKE_HALF_STARS } from '../../data/ratings';
import { createMemory, learn, type Memory } from '../../wnn/memory';
import { buildPublicModel, likeVerdict, type PublicModel, starsVerdict } from '../../wnn/public-model';
import { rankingScores } from '../../wnn/ranking-readout';
import { rawMatch } from '../../wnn/rating-readout';
import { addressByFilm, readVotes, type StarAddresses, type StarState, writeStars } from './star-cells';
import { gateAt } from './wnn-gate';
import { type TunedReadout, tuneReadout } from './wnn-readout';
import { createWindowReadout, levelStep } from './wnn-window';

/** The personal weightless model on public facts alone. */
export const wnn: Recommender = {
  name: 'wnn',
  fit(training) {
    const model = buildPublicModel(training.catalogue, training.effects);
    if (training.feedback === 'likes') return { personalize: (history) => learnLikes(model, history) };
    const shared = shareStars(training, model);
    return { personalize: (history) => learnStars(shared, history) };
  },
};

/** What models that are taught stars share. */
interface StarsShared {
  model: PublicModel;
  addresses: StarAddresses;
  readout: TunedReadout;
  /** What the public expects of each film, in stars; length count. */
  expected: Float64Array;
  /** See `levelStep`. */
  step: number;
  /** Empty states of models that were released. */
  spare: StarState[];
}

function shareStars(training: Training, model: PublicModel): StarsShared {
  const { globalMean, bias } = training.effects;
  const addresses = addressByFilm(model);
  return {
    model,
    addresses,
    readout: tuneReadout(training, model, addresses),
    expected: bias.map((value) => globalMean + value),
    step: levelStep(training.ratings),
    spare: [],
  };
}

function learnStars(shared: StarsShared, history: History): PersonalRecommender {
  const { model, addresses, spare, expected, readout } = shared;
  const state = spare.pop() ?? new Int32Array(addresses.stateLength);
  const window = createWindowReadout(shared.step);
  const items: number[] = [];
  const halves: number[] = [];
  const write = (item: number, halfStars: number, sign: 1 | -1) =>
    writeStars(addresses, state, item, starsVerdict(model, item, halfStars / 2).deviation, sign);
  const learnOne = (item: number, halfStars: number) => {
    write(item, halfStars, 1);
    items.push(item);
    halves.push(halfStars);
    window.count(halfStars);
  };
  for (let r = 0; r < history.item.length; r++) learnOne(history.item[r], history.halfStars[r]);
  const votes = new Float64Array(readout.strength.length);
  const predict = (asked: Uint32Array) => {
    const [offset, ofUserBias, ofVotes] = gateAt(readout.gates, items.length);
    return Float64Array.from(asked, (item) => {
      const userBias = readVotes(addresses, state, item, votes);
      let voted = 0;
      for (let k = 0; k < votes.length; k++) voted += readout.strength[k] * votes[k];
      return expected[item] + offset + ofUserBias * userBias + ofVotes * voted;
    });
  };
  return {
    predict,
    predictFor: (metric, asked) => (metric === 'within1Star' ? window.read(predict(asked)) : predict(asked)),
    rank: () => rankingScores(model, memoryOf(model, items, halves)),
    learn: learnOne,
    release() {
      items.forEach((item, r) => {
        write(item, halves[r], -1);
      });
      spare.push(state);
    },
  };
}

function learnLikes(model: PublicModel, history: History): PersonalRecommender {
  const memory = createMemory(model.bank);
  const learnOne = (item: number, halfStars: number) =>
    learn(memory, model.bank, item, likeVerdict(model, item, halfStars >= LIKE_HALF_STARS));
  for (let r = 0; r < history.item.length; r++) learnOne(history.item[r], history.halfStars[r]);
  return {
    predict: (items) => Float64Array.from(items, (item) => rawMatch(model, memory, item)),
    rank: () => rankingScores(model, memory),
    learn: learnOne,
  };
}

function memoryOf(model: PublicModel, items: readonly number[], halves: readonly number[]): Memory {
  const memory = createMemory(model.bank);
  items.forEach((item, r) => {
    learn(memory, model.bank, item, starsVerdict(model, item, halves[r] / 2));
  });
  return memory;
}
