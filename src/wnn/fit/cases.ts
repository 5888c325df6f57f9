import { deviationOf, type Scale, USER_LAMBDA } from '../../data/deviation';
import type { ItemEffects } from '../../data/item-effects';
import type { Ratings } from '../../data/ratings';

/**
 * Histories, each with ratings that are not in it: the rows on which a readout is fitted.
 * Ragged arrays side by side: case c holds history entries historyOffsets[c] .. historyOffsets[c + 1] and rows (targets)
 * targetOffsets[c] .. targetOffsets[c + 1].
 */
export interface Cases {
  count: number;
  historyOffsets: Uint32Array;
  historyItem: Uint32Array;
  /** By `deviationOf`: stars or likes. */
  historyDeviation: Float32Array;
  targetOffsets: Uint32Array;
  targetItem: Uint32Array;
  targetDeviation: Float32Array;
  /** User bias of each case: sum of deviations / (ratings + USER_LAMBDA). */
  userBias: Float32Array;
}

/** One case before it is laid out: positions in `ratings`. */
export interface CaseDraft {
  history: ArrayLike<number>;
  targets: ArrayLike<number>;
  /** Effects that were fitted without this user. */
  effects: ItemEffects;
}

/** Lays cases out. */
export function layOutCases(ratings: Ratings, drafts: readonly CaseDraft[], feedback: Scale): Cases {
  const total = (size: (draft: CaseDraft) => number) => drafts.reduce((sum, draft) => sum + size(draft), 0);
  const historyTotal = total(({ history }) => history.length);
  const targetTotal = total(({ targets }) => targets.length);
  const cases: Cases = {
    count: drafts.length,
    historyOffsets: new Uint32Array(drafts.length + 1),
    historyItem: new Uint32Array(historyTotal),
    historyDeviation: new Float32Array(historyTotal),
    targetOffsets: new Uint32Array(drafts.length + 1),
    targetItem: new Uint32Array(targetTotal),
    targetDeviation: new Float32Array(targetTotal),
    userBias: new Float32Array(drafts.length),
  };
  let h = 0;
  let k = 0;
  drafts.forEach(({ history, targets, effects }, c) => {
    let sum = 0;
    for (let n = 0; n < history.length; n++, h++) {
      const item = ratings.item[history[n]];
      const deviation = deviationOf(effects, feedback, item, ratings.halfStars[history[n]]);
      cases.historyItem[h] = item;
      cases.historyDeviation[h] = deviation;
      sum += deviation;
    }
    for (let n = 0; n < targets.length; n++, k++) {
      const item = ratings.item[targets[n]];
      cases.targetItem[k] = item;
      cases.targetDeviation[k] = deviationOf(effects, feedback, item, ratings.halfStars[targets[n]]);
    }
    cases.historyOffsets[c + 1] = h;
    cases.targetOffsets[c + 1] = k;
    cases.userBias[c] = sum / (history.length + USER_LAMBDA);
  });
  return cases;
}
