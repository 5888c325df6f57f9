import type { Catalogue } from '../../data/catalogue';
import { fitItemEffects, type ItemEffects } from '../../data/item-effects';
import type { Ratings } from '../../data/ratings';
import { hashIntegers } from '../../lib/hash';
import { createRandom, deriveSeed, type Random } from '../../lib/random';
import type { CaseDraft } from './ratings/cases';

/** A part of the training users, and what is fitted on all the others: nothing here has seen a row it is used for. */
export interface InnerFold {
  /** Indices into the training ratings' users, ascending. */
  users: number[];
  /** Fitted on the users of the other inner folds. */
  effects: ItemEffects;
}

/** Inner folds of a full fit. */
export const INNER_FOLDS = 5;

/** Deals the training users into inner folds and fits the effects of each without it (docs/model.md, Cross-fitting). */
export function crossFitEffects(
  catalogue: Catalogue,
  ratings: Ratings,
  seed: number,
  count: number = INNER_FOLDS,
): InnerFold[] {
  const users = Array.from({ length: ratings.userCount }, (_, user) => user);
  createRandom(deriveSeed(seed, 'inner folds')).shuffle(users);
  return Array.from({ length: count }, (_, fold) => {
    const members = users.filter((_user, place) => place % count === fold).sort((a, b) => a - b);
    const inside = new Set(members);
    return { users: members, effects: fitItemEffects(catalogue, ratings, (user) => !inside.has(user)) };
  });
}

/** How much of a user's ratings a history holds, and in which order they are taken. */
export interface HistoryPlan {
  /** A share below 1 of the user's ratings, or a number of ratings. */
  length: number;
  order: 'random' | 'time';
}

/** Long histories, drawn several times: which nodes matter shows where there is much to go by; the gate sees to beginners. */
export const STRENGTH_PLANS: readonly HistoryPlan[] = [
  { length: 0.8, order: 'random' },
  { length: 0.8, order: 'random' },
  { length: 0.8, order: 'random' },
  { length: 0.8, order: 'time' },
  { length: 0.9, order: 'time' },
];

/** One of each kind, where somebody waits. */
export const QUICK_PLANS: readonly HistoryPlan[] = [
  { length: 0.8, order: 'random' },
  { length: 0.8, order: 'time' },
];

/** Beginnings, from which the gate for short histories is fitted (docs/model.md, Gate): as they were, and drawn from a life. */
export const BEGINNING_PLANS: readonly HistoryPlan[] = [
  ...[0, 1, 2, 5, 10, 20, 50].map((length): HistoryPlan => ({ length, order: 'time' })),
  ...[5, 10, 20].map((length): HistoryPlan => ({ length, order: 'random' })),
];

/**
 * A training user's histories by the plans, each with a sample of the ratings that come after it.
 * @param targetShare targets of a history, as a share of the user's ratings; at least 1 target.
 */
function draftCases(
  ratings: Ratings,
  user: number,
  effects: ItemEffects,
  random: Random,
  plans: readonly HistoryPlan[],
  targetShare: number,
): CaseDraft[] {
  const start = ratings.offsets[user];
  const n = ratings.offsets[user + 1] - start;
  const inTime = timeOrder(ratings, start, n, random.integer(2 ** 31));
  return plans.flatMap(({ length, order }) => {
    const sequence = order === 'time' ? inTime : random.shuffle(inTime.slice());
    const cut = Number.isInteger(length) ? length : Math.max(1, Math.floor(length * n));
    if (cut >= n) return [];
    const rest = random.shuffle(sequence.slice(cut));
    const targets = rest.slice(0, Math.max(1, Math.ceil(targetShare * n)));
    return [{ history: sequence.slice(0, cut), targets, effects }];
  });
}

/** Positions start .. start + n by timestamp; ties by a seeded hash, never by the film's number. */
export function timeOrder({ timestamp, item }: Ratings, start: number, n: number, seed: number): Uint32Array {
  const tie = (r: number) => hashIntegers(seed, item[r]);
  const positions = Uint32Array.from({ length: n }, (_, k) => start + k);
  return positions.sort((a, b) => timestamp[a] - timestamp[b] || tie(a) - tie(b));
}

/** All drafts of the training users, inner fold by inner fold, each with the effects fitted without its fold. */
export function draftTraining(
  ratings: Ratings,
  folds: readonly InnerFold[],
  plans: readonly HistoryPlan[],
  targetShare: number,
  seed: number,
): CaseDraft[][] {
  return folds.map(({ users, effects }) =>
    users.flatMap((user) =>
      draftCases(
        ratings,
        user,
        effects,
        createRandom(deriveSeed(seed, 'cases', ratings.userId[user])),
        plans,
        targetShare,
      ),
    ),
  );
}
