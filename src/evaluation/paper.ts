import type { Catalogue } from '../data/catalogue';
import type { Dataset } from '../data/dataset';
import type { Ratings } from '../data/ratings';
import { selectUsers } from '../data/select/select-users';
import { createRandom, deriveSeed } from '../lib/random';
import { truncatedOnes, withinOneStar } from './metrics';
import {
  createTraining,
  everyUnit,
  type FoldCase,
  type ProtocolDefinition,
  type Subject,
  subjectSeed,
  timed,
} from './protocol';
import { historyAt, splitHistory, taughtParts } from './splits';
import { EvaluationError, type EvaluationOptions, type Unit } from './types';

/** Users outside the sample that suffice to fit what is shared; with fewer, it is cross-fitted over the sample. */
const ENOUGH_OUTSIDE = 200;
/** Of more users outside the sample a random choice takes part. */
export const MOST_OUTSIDE = 5000;
/** A user needs this many ratings where all are taken: one to learn, one to ask. */
const LEAST_JOINED = 2;

/**
 * The paper's table: a sample of users with enough joined ratings, a random choice of those, 80 % learned; stars
 * truncated to whole ones. What is shared is fitted on users outside the sample, or cross-fitted in folds over it.
 */
export const paper: ProtocolDefinition = {
  plan(dataset, options) {
    const available = joinedPositions(dataset, options);
    const enough = [...available.values()].length;
    if (enough < options.users) {
      const wanted = options.ratings === 0 ? `at least ${LEAST_JOINED}` : `${options.ratings} or more`;
      throw new EvaluationError(
        `${options.users} users with ${wanted} ratings were asked for, but only ${enough} exist ` +
          `(join "${options.join}").`,
      );
    }
    const crossFitted = dataset.ratings.userCount - options.users < ENOUGH_OUTSIDE;
    if (crossFitted && options.users < options.folds) {
      throw new EvaluationError(
        `${options.users} users cannot be divided into ${options.folds} folds, and fewer than ${ENOUGH_OUTSIDE} ` +
          'others remain to fit the shared parts on.',
      );
    }
    return everyUnit(options, crossFitted ? options.folds : 1);
  },

  prepare(dataset, options, unit) {
    const sample = drawSample(dataset, options, unit.seed);
    const { ratings } = dataset;
    const crossFitted = ratings.userCount - options.users < ENOUGH_OUTSIDE;
    const inFold = (place: number) => !crossFitted || place % options.folds === unit.fold - 1;
    const held = new Set(sample.filter((_, place) => inFold(place)).map(({ user }) => user));
    // A joint system learns everybody's training parts at once: one unit does it for the whole sample.
    const all = unit.fold === 1 ? sample : [];
    const sampled = crossFitted ? held : new Set(sample.map(({ user }) => user));
    const others = outsideOf(ratings.userCount, sampled, unit.seed);
    return toCase(dataset, options, unit, sample, held, all, others);
  },

  measure(subject, index, fitted, _foldCase, clock) {
    const { item, halfStars } = subject.test;
    const { value, trainMs, predictMs } = timed(
      clock,
      () => fitted.personalize(subject.train, subject.seed, index),
      (personal) => personal.predictFor?.('within1Star', item) ?? personal.predict(item),
    );
    const hits = withinOneStar(value, halfStars);
    return {
      tallies: {
        within1Star: [hits / item.length, 1],
        within1StarRatings: [hits, item.length],
      },
      ratings: item.length,
      trainMs,
      predictMs,
    };
  },
};

/** Users outside the sample, ascending; of very many a random choice, which is enough for all that is shared. */
function outsideOf(userCount: number, sampled: ReadonlySet<number>, seed: number): number[] {
  const others = Array.from({ length: userCount }, (_, user) => user).filter((user) => !sampled.has(user));
  if (others.length <= MOST_OUTSIDE) return others;
  const chosen = createRandom(deriveSeed(seed, 'outside the sample')).shuffle(others);
  return chosen.slice(0, MOST_OUTSIDE).sort((a, b) => a - b);
}

interface Sampled {
  user: number;
  subject: Subject;
}

function toCase(
  dataset: Dataset,
  options: EvaluationOptions,
  unit: Unit,
  sample: Sampled[],
  held: ReadonlySet<number>,
  all: Sampled[],
  others: number[],
): FoldCase {
  const training = createTraining(dataset, truncate(selectUsers(dataset.ratings, others)), options, unit);
  return {
    training,
    subjects: sample.filter(({ user }) => held.has(user)).map(({ subject }) => subject),
    joint: {
      subjects: all.map(({ subject }) => subject),
      together: all.map(({ subject }) => subject.train),
    },
  };
}

/** The sample, in random order, each user with a random choice of joined ratings. */
function drawSample(dataset: Dataset, options: EvaluationOptions, seed: number): Sampled[] {
  const available = joinedPositions(dataset, options);
  const users = createRandom(deriveSeed(seed, 'sample'))
    .shuffle([...available.keys()])
    .slice(0, options.users);
  return users.map((user) => {
    const userId = dataset.ratings.userId[user];
    const positions = Uint32Array.from(available.get(user) ?? []);
    createRandom(deriveSeed(seed, 'split', userId)).shuffle(positions);
    const chosen = options.ratings === 0 ? positions : positions.subarray(0, options.ratings);
    const history = historyAt(dataset.ratings, chosen);
    history.halfStars = history.halfStars.map(truncatedOnes);
    const parts = taughtParts(splitHistory(history), options);
    return { user, subject: { user: userId, seed: subjectSeed(seed, userId), ...parts } };
  });
}

/** Positions of the ratings that find a TMDB row, of all users who have enough of them. */
function joinedPositions({ catalogue, ratings }: Dataset, options: EvaluationOptions): Map<number, number[]> {
  const isJoined = joinOf(catalogue, options);
  const least = leastJoined(options);
  const positions = new Map<number, number[]>();
  for (let user = 0; user < ratings.userCount; user++) {
    const found: number[] = [];
    for (let r = ratings.offsets[user]; r < ratings.offsets[user + 1]; r++) {
      if (isJoined(ratings.item[r])) found.push(r);
    }
    if (found.length >= least) positions.set(user, found);
  }
  return positions;
}

/** How many ratings that find a TMDB row a user of the sample has at least. */
export function leastJoined({ ratings }: EvaluationOptions): number {
  return Math.max(LEAST_JOINED, ratings);
}

/** Tells which films find a TMDB row. @throws EvaluationError where the data lack the join that is asked for */
export function joinOf(
  { published, tmdbId }: Catalogue,
  { join }: EvaluationOptions,
): (item: number) => boolean {
  if (join === 'published') {
    if (!published) {
      throw new EvaluationError('The data have no published join: leave out --join published.');
    }
    return (item) => published.found[item] === 1;
  }
  // Data without any TMDB ids are taken as they are: their features are simply absent.
  const anyId = tmdbId.some((id) => id > 0);
  return (item) => !anyId || tmdbId[item] > 0;
}

/** Ratings cut to whole stars, as the paper reads them: half a star becomes none. */
function truncate(ratings: Ratings): Ratings {
  return { ...ratings, halfStars: ratings.halfStars.map(truncatedOnes) };
}
