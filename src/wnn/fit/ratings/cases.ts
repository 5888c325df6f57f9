import type { AnswerLines } from '../../../data/answer-lines';
import { USER_LAMBDA } from '../../../data/deviation';
import type { ItemEffects } from '../../../data/item-effects';
import { LIKE_HALF_STARS, type Ratings } from '../../../data/ratings';
import { starDeviation } from '../../network/star-deviation';
import { UNITS } from '../../network/verdict';

/**
 * Histories, each with ratings that are not in it: the rows on which a readout is fitted.
 * Ragged arrays side by side: case c holds history entries historyOffsets[c] .. historyOffsets[c + 1] and rows (targets)
 * targetOffsets[c] .. targetOffsets[c + 1].
 */
export interface Cases {
  count: number;
  historyOffsets: Uint32Array;
  historyItem: Uint32Array;
  /** What was taught beyond mu + b_i, in stars: whole multiples of 1 / UNITS. */
  historyDeviation: Float32Array;
  /** Seconds since 1970. */
  historyTime: Uint32Array;
  targetOffsets: Uint32Array;
  targetItem: Uint32Array;
  /** The real stars beyond mu + b_i, whatever was taught. */
  targetDeviation: Float32Array;
  /** Whether the target is liked (1) or not (0). */
  targetLiked: Uint8Array;
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

/** Lays cases out. @param lines what answers stand for; null where stars are taught. */
export function layOutCases(
  ratings: Ratings,
  drafts: readonly CaseDraft[],
  lines: AnswerLines | null,
): Cases {
  const total = (size: (draft: CaseDraft) => number) => drafts.reduce((sum, draft) => sum + size(draft), 0);
  const historyTotal = total(({ history }) => history.length);
  const targetTotal = total(({ targets }) => targets.length);
  const cases: Cases = {
    count: drafts.length,
    historyOffsets: new Uint32Array(drafts.length + 1),
    historyItem: new Uint32Array(historyTotal),
    historyDeviation: new Float32Array(historyTotal),
    historyTime: new Uint32Array(historyTotal),
    targetOffsets: new Uint32Array(drafts.length + 1),
    targetItem: new Uint32Array(targetTotal),
    targetDeviation: new Float32Array(targetTotal),
    targetLiked: new Uint8Array(targetTotal),
    userBias: new Float32Array(drafts.length),
  };
  let h = 0;
  let k = 0;
  drafts.forEach(({ history, targets, effects }, c) => {
    let sum = 0;
    for (let n = 0; n < history.length; n++, h++) {
      const r = history[n];
      const deviation = starDeviation(effects, lines, ratings.item[r], ratings.halfStars[r]) / UNITS;
      cases.historyItem[h] = ratings.item[r];
      cases.historyDeviation[h] = deviation;
      cases.historyTime[h] = ratings.timestamp[r];
      sum += deviation;
    }
    for (let n = 0; n < targets.length; n++, k++) {
      const r = targets[n];
      cases.targetItem[k] = ratings.item[r];
      cases.targetDeviation[k] = starDeviation(effects, null, ratings.item[r], ratings.halfStars[r]) / UNITS;
      cases.targetLiked[k] = Number(ratings.halfStars[r] >= LIKE_HALF_STARS);
    }
    cases.historyOffsets[c + 1] = h;
    cases.targetOffsets[c + 1] = k;
    cases.userBias[c] = sum / (history.length + USER_LAMBDA);
  });
  return cases;
}
