import { createRandom, deriveSeed, type Random } from '../../lib/random';
import { type ChosenOptions, optionsFor } from '../chosen-options';
import { expectedOfFilms, historyOf } from '../deviations';
import type { History, Recommender, Training } from '../recommender';
import { retinaBits } from '../retina-bits';
import { dealTuples, type TupleAddresses } from './tuples';
import { type Classes, classesOf, createVoting, type VoterOptions } from './voter';

/** Filters, classes, and how votes are read. */
export interface BthowenOptions extends VoterOptions {
  /** Retina bits that a filter reads. */
  width: number;
  /** Counters a filter, a power of 2. */
  counters: number;
  /** Hash functions, shared by all filters. */
  hashes: number;
  classes: Classes;
  /** Share of the mean vote of training users that is taken off a film's vote. */
  publicShare: number;
}

/**
 * Chosen for RMSE in 16 trials each, the gate with each: npm run fit:rivals -- --models bthowen, and with
 * --feedback clicks
 */
export const BTHOWEN_RATINGS: ChosenOptions<BthowenOptions> = {
  stars: {
    ...{ width: 13, counters: 128, hashes: 2, classes: 'deviation', publicShare: 0 },
    gates: [
      { ratings: 1, userBias: 1.07, votes: -0.02 },
      { ratings: 2, userBias: 1.2, votes: -0.2 },
      { ratings: 5, userBias: 0.84, votes: 0.23 },
      { ratings: 10, userBias: 0.86, votes: 0.43 },
      { ratings: 20, userBias: 0.9, votes: 0.6 },
      { ratings: 50, userBias: 1, votes: 1.08 },
      { ratings: 100, userBias: 1.03, votes: 1.58 },
    ],
    prior: 0,
  },
  clicks: {
    publicShare: 1,
    gates: [
      { ratings: 1, userBias: 0.93, votes: 0.12 },
      { ratings: 2, userBias: 0.93, votes: 0.11 },
      { ratings: 5, userBias: 0.87, votes: 0.24 },
      { ratings: 10, userBias: 0.92, votes: 0.49 },
      { ratings: 20, userBias: 1.03, votes: 0.43 },
      { ratings: 50, userBias: 1.14, votes: 0.88 },
      { ratings: 100, userBias: 1.19, votes: 1.13 },
    ],
  },
};

/** Chosen for nDCG@10 in 16 trials each: npm run fit:rivals -- --models bthowen-lists, and with --feedback clicks */
export const BTHOWEN_LISTS: ChosenOptions<BthowenOptions> = {
  stars: {
    ...BTHOWEN_RATINGS.stars,
    ...{ width: 12, classes: 'verdict', publicShare: 1, prior: 1 },
  },
  clicks: { width: 10, counters: 256, hashes: 3, classes: 'deviation', prior: 0.7 },
};

/** Thresholds tried; parts of a history that are left out in turn, and users whose mean vote is the public's. */
const LARGEST_THRESHOLD = 4;
const PARTS = 10;
const PUBLIC_USERS = 60;

/**
 * BTHOWeN (Susskind et al. 2022, "Weightless neural networks for efficient edge inference", PACT): WiSARD whose RAM nodes
 * are counting Bloom filters. Two discriminators, of likes and of dislikes, of filters on random tuples of the retina;
 * hash functions of the H3 family, the XOR of one random word for each set bit. A filter answers for a film where the least of
 * the counters addressed is b or more; the vote is the difference of answers over the number of filters. b is the one of
 * 1 to 4 that tells best the class of ratings left out (each alone up to ten, then a tenth at a time).
 *
 * `conservative`, as published: learning raises only the least of the counters addressed. That tells frequent from rare
 * patterns more sharply, but a counter then does not say who raised it: nothing can be forgotten without learning the rest
 * again. Plain counting, every counter addressed by 1, can be counted down exactly.
 */
export function createBthowen(
  conservative: boolean,
  chosen: ChosenOptions<BthowenOptions> = BTHOWEN_RATINGS,
  own: Partial<BthowenOptions> = {},
): Recommender {
  const name = conservative ? 'bthowen' : 'bthowen-counting';
  const optionsOf = ({ feedback }: Training) => optionsFor(chosen, feedback, own);
  return createVoting(name, optionsOf, (training, options) => {
    const { catalogue, effects, feedback, ratings, seed } = training;
    const filters = new FilterAddresses(training, options, createRandom(deriveSeed(seed, 'bthowen')));
    const expected = expectedOfFilms(effects, feedback);
    const publicVotes = new Float64Array(catalogue.count);
    const vote = (history: History) => {
      const { item: films, like } = classesOf(history, options.classes, expected, training);
      const threshold = bestThreshold(filters, films, like, conservative);
      const counters = learnClicks(filters, films, like, () => true, conservative);
      return (item: number) => differenceAt(filters, counters, item, threshold) - publicVotes[item];
    };
    if (options.publicShare > 0) {
      const step = Math.max(1, Math.floor(ratings.userCount / PUBLIC_USERS));
      const users = Array.from({ length: Math.ceil(ratings.userCount / step) }, (_, k) => k * step);
      const usual = new Float64Array(catalogue.count);
      for (const user of users) {
        const own = vote(historyOf(ratings, user));
        for (let i = 0; i < usual.length; i++) usual[i] += own(i) / users.length;
      }
      usual.forEach((value, i) => {
        publicVotes[i] = options.publicShare * value;
      });
    }
    return vote;
  });
}

/** Which counters each film addresses: filter f, hash h at (item * filters + f) * hashes + h. */
export class FilterAddresses {
  readonly filters: number;
  readonly hashes: number;
  /** Counters of one discriminator. */
  readonly size: number;
  readonly counter: Uint32Array;

  constructor(
    { catalogue }: Pick<Training, 'catalogue'>,
    { width, counters, hashes }: Pick<BthowenOptions, 'width' | 'counters' | 'hashes'>,
    random: Random,
  ) {
    const tuples = dealTuples(retinaBits(catalogue).retina, width, random);
    const words = Uint16Array.from({ length: hashes * width }, () => random.integer(counters));
    this.filters = tuples.tuples;
    this.hashes = hashes;
    this.size = tuples.tuples * counters;
    this.counter = addressCounters(tuples, words, hashes, counters);
  }
}

function addressCounters(
  { tuples, width, address }: TupleAddresses,
  words: Uint16Array,
  hashes: number,
  counters: number,
): Uint32Array {
  const counter = new Uint32Array(address.length * hashes);
  address.forEach((pattern, at) => {
    for (let h = 0; h < hashes; h++) {
      let hash = 0;
      for (let bit = 0; bit < width; bit++) if ((pattern >>> bit) & 1) hash ^= words[h * width + bit];
      counter[at * hashes + h] = (at % tuples) * counters + hash;
    }
  });
  return counter;
}

/** The counters of dislikes, then of likes, after these clicks; length 2 * size. @param takes whether click r counts. */
export function learnClicks(
  filters: FilterAddresses,
  items: Uint32Array,
  like: Uint8Array,
  takes: (r: number) => boolean,
  conservative: boolean,
): Uint16Array {
  const counters = new Uint16Array(2 * filters.size);
  for (let r = 0; r < items.length; r++) {
    if (takes(r)) addClick(filters, counters.subarray(like[r] * filters.size), items[r], conservative);
  }
  return counters;
}

function addClick(
  { filters, hashes, counter }: FilterAddresses,
  counters: Uint16Array,
  item: number,
  conservative: boolean,
) {
  for (let f = item * filters; f < (item + 1) * filters; f++) {
    if (!conservative) {
      for (let k = f * hashes; k < (f + 1) * hashes; k++) counters[counter[k]]++;
      continue;
    }
    const raised = leastCounter(counters, counter, f * hashes, hashes) + 1;
    for (let k = f * hashes; k < (f + 1) * hashes; k++) {
      counters[counter[k]] = Math.max(counters[counter[k]], raised);
    }
  }
}

function leastCounter(counters: Uint16Array, counter: Uint32Array, from: number, hashes: number): number {
  let least = counters[counter[from]];
  for (let k = from + 1; k < from + hashes; k++) least = Math.min(least, counters[counter[k]]);
  return least;
}

/** Answers of likes less answers of dislikes at a threshold, over the number of filters. */
export function differenceAt(
  { filters, hashes, size, counter }: FilterAddresses,
  counters: Uint16Array,
  item: number,
  threshold: number,
): number {
  const [dislikes, likes] = [counters.subarray(0, size), counters.subarray(size)];
  let difference = 0;
  for (let f = item * filters; f < (item + 1) * filters; f++) {
    if (leastCounter(likes, counter, f * hashes, hashes) >= threshold) difference++;
    if (leastCounter(dislikes, counter, f * hashes, hashes) >= threshold) difference--;
  }
  return difference / filters;
}

/** The threshold that tells the class of clicks left out most often, an undecided one half; the least of equals. */
export function bestThreshold(
  filters: FilterAddresses,
  items: Uint32Array,
  like: Uint8Array,
  conservative: boolean,
): number {
  const right = new Float64Array(LARGEST_THRESHOLD);
  for (let part = 0; part < Math.min(PARTS, items.length); part++) {
    const counters = learnClicks(filters, items, like, (r) => r % PARTS !== part, conservative);
    for (let r = part; r < items.length; r += PARTS) {
      for (let b = 1; b <= LARGEST_THRESHOLD; b++) {
        const sign = Math.sign(differenceAt(filters, counters, items[r], b));
        right[b - 1] += (1 + sign * (2 * like[r] - 1)) / 2;
      }
    }
  }
  return right.indexOf(Math.max(...right)) + 1;
}
