import type { ItemEffects } from '../../data/item-effects';
import { LIKE_HALF_STARS, type Ratings } from '../../data/ratings';
import type { Random } from '../../lib/random';

/** What personal models are taught. */
export type Feedback = 'stars' | 'likes';

/**
 * Histories, each with ratings that were not in it: the rows on which a readout is fitted.
 * Ragged arrays side by side: case c holds history entries historyOffsets[c] .. historyOffsets[c + 1] and rows (targets)
 * targetOffsets[c] .. targetOffsets[c + 1].
 */
export interface Cases {
  count: number;
  historyOffsets: Uint32Array;
  historyItem: Uint32Array;
  /** Rating minus what the public expects of the film: stars, or likes (1 or 0 minus the like rate). */
  historyDeviation: Float32Array;
  /** What the write weighs: 1 when taught by stars, the deviation's magnitude when taught by likes. */
  historyMass: Float32Array;
  targetOffsets: Uint32Array;
  targetItem: Uint32Array;
  targetDeviation: Float32Array;
  /** User bias of each case: sum of deviations / (sum of masses + userLambda). */
  userBias: Float32Array;
}

/** One case before it is laid out: positions in `ratings`. */
export interface CaseDraft {
  history: ArrayLike<number>;
  targets: ArrayLike<number>;
  /** Effects that were fitted without this user. */
  effects: ItemEffects;
}

/** Lays cases out. @param userLambda shrinkage of the user bias, in the unit of `historyMass`. */
export function layOutCases(
  ratings: Ratings,
  drafts: readonly CaseDraft[],
  feedback: Feedback,
  userLambda: number,
): Cases {
  const total = (size: (draft: CaseDraft) => number) => drafts.reduce((sum, draft) => sum + size(draft), 0);
  const histories = total(({ history }) => history.length);
  const targets = total((draft) => draft.targets.length);
  const cases: Cases = {
    count: drafts.length,
    historyOffsets: new Uint32Array(drafts.length + 1),
    historyItem: new Uint32Array(histories),
    historyDeviation: new Float32Array(histories),
    historyMass: new Float32Array(histories),
    targetOffsets: new Uint32Array(drafts.length + 1),
    targetItem: new Uint32Array(targets),
    targetDeviation: new Float32Array(targets),
    userBias: new Float32Array(drafts.length),
  };
  let h = 0;
  let k = 0;
  drafts.forEach(({ history, targets, effects }, c) => {
    const deviation = (r: number) => deviationOf(ratings, r, effects, feedback);
    let sum = 0;
    let mass = 0;
    for (let n = 0; n < history.length; n++, h++) {
      const d = deviation(history[n]);
      const m = feedback === 'stars' ? 1 : Math.abs(d);
      cases.historyItem[h] = ratings.item[history[n]];
      cases.historyDeviation[h] = d;
      cases.historyMass[h] = m;
      sum += d;
      mass += m;
    }
    for (let n = 0; n < targets.length; n++, k++) {
      cases.targetItem[k] = ratings.item[targets[n]];
      cases.targetDeviation[k] = deviation(targets[n]);
    }
    cases.historyOffsets[c + 1] = h;
    cases.targetOffsets[c + 1] = k;
    cases.userBias[c] = sum / (mass + userLambda);
  });
  return cases;
}

/** Rating r minus what the public expects of its film: in stars, or as a like. */
function deviationOf(ratings: Ratings, r: number, effects: ItemEffects, feedback: Feedback): number {
  const item = ratings.item[r];
  return feedback === 'stars'
    ? ratings.halfStars[r] / 2 - effects.globalMean - effects.bias[item]
    : Number(ratings.halfStars[r] >= LIKE_HALF_STARS) - effects.likeRate[item];
}

/** How much of a user's ratings a history holds, and in which order they are taken. */
export interface HistoryPlan {
  share: number;
  order: 'random' | 'time';
}

/** Histories of several lengths, so that strengths serve beginners and veterans (evaluation.md, recipe 6). */
export const HISTORY_PLANS: readonly HistoryPlan[] = [
  { share: 0.8, order: 'random' },
  { share: 0.4, order: 'random' },
  { share: 0.1, order: 'random' },
  { share: 0.8, order: 'time' },
  { share: 0.4, order: 'time' },
];

/**
 * A training user's histories by the plans, each with a sample of the ratings left out of it.
 * @param targetShare targets of a history, as a share of the user's ratings.
 */
export function draftCases(
  ratings: Ratings,
  user: number,
  effects: ItemEffects,
  random: Random,
  plans: readonly HistoryPlan[] = HISTORY_PLANS,
  targetShare = 0.2,
): CaseDraft[] {
  const start = ratings.offsets[user];
  const n = ratings.offsets[user + 1] - start;
  const inTime = Uint32Array.from({ length: n }, (_, k) => start + k);
  return plans.map(({ share, order }) => {
    const sequence = order === 'time' ? inTime : random.shuffle(inTime.slice());
    const cut = Math.max(1, Math.floor(share * n));
    const rest = random.shuffle(sequence.slice(cut));
    return {
      history: sequence.slice(0, cut),
      targets: rest.slice(0, Math.max(1, Math.ceil(targetShare * n))),
      effects,
    };
  });
}
