import { choleskyInPlace, solveFactored } from '../../../lib/linear-algebra';
import { compareAnswers } from '../../network/answer-order';
import type { NodeBank } from '../../network/node-bank';
import { NEIGHBOUR_LAMBDA, type RatingNeighbours } from '../../network/rating-neighbours';
import { ANCHOR_LAMBDA, RECENT_ANSWERS, RECENT_LAMBDA } from '../../network/rating-part';
import type { GramPart } from '../../network/taste/gram-part';
import { COORDINATE_UNITS } from '../../network/taste/gram-part';
import { UNITS } from '../../network/verdict';
import type { Cases } from './cases';
import { nodeVotes } from './node-votes';

/** What the regression on coordinates of taste says of cases (`tasteFor`). */
export interface CaseTastes {
  /** Of every row, in stars. */
  targets: Float32Array;
  /** What it leaves over of every entry of the histories, in stars. */
  leftover: Float32Array;
}

/** Each case's own regression on its history. */
export function caseTastes(cases: Cases, gram: GramPart): CaseTastes {
  const { historyOffsets, historyItem, historyDeviation, targetOffsets, targetItem } = cases;
  const { dimensions: d, coordinates, offset, precision, noise } = gram;
  const tastes = {
    targets: new Float32Array(targetItem.length),
    leftover: new Float32Array(historyItem.length),
  };
  const square = COORDINATE_UNITS * COORDINATE_UNITS * noise;
  const system = new Float64Array(d * d);
  const v = new Float64Array(d);
  const told = (item: number) => {
    let sum = offset[item] / UNITS;
    for (let a = 0, at = item * d; a < d; a++, at++) sum += coordinates[at] * v[a];
    return sum;
  };
  for (let c = 0; c < cases.count; c++) {
    system.fill(0);
    v.fill(0);
    for (let h = historyOffsets[c]; h < historyOffsets[c + 1]; h++) {
      const from = historyItem[h] * d;
      const residual = historyDeviation[h] - offset[historyItem[h]] / UNITS;
      for (let a = 0; a < d; a++) {
        const z = coordinates[from + a];
        v[a] += z * residual;
        for (let b = 0; b <= a; b++) system[a * d + b] += z * coordinates[from + b];
      }
    }
    for (let a = 0; a < d; a++) {
      v[a] /= square;
      for (let b = 0; b <= a; b++) system[a * d + b] /= square;
      system[a * d + a] += precision[a];
    }
    choleskyInPlace(system, d);
    // One step of a coordinate is 1 / COORDINATE_UNITS: the squares of both are in `square`.
    solveFactored(system, d, v);
    for (let k = targetOffsets[c]; k < targetOffsets[c + 1]; k++) tastes.targets[k] = told(targetItem[k]);
    for (let h = historyOffsets[c]; h < historyOffsets[c + 1]; h++) {
      tastes.leftover[h] = historyDeviation[h] - told(historyItem[h]);
    }
  }
  return tastes;
}

/** What every entry of the histories says beyond its case's user bias, in stars. */
function beyondBias({ count, historyOffsets, historyDeviation, userBias }: Cases): Float32Array {
  const said = historyDeviation.slice();
  for (let c = 0; c < count; c++) {
    for (let h = historyOffsets[c]; h < historyOffsets[c + 1]; h++) said[h] -= userBias[c];
  }
  return said;
}

/** Mean of all anchor nodes' votes on every row, in stars. */
export function anchorVotes(cases: Cases, bank: NodeBank): Float32Array {
  const said = beyondBias(cases);
  const sum = new Float32Array(cases.targetItem.length);
  const votes = new Float32Array(sum.length);
  for (let node = 0; node < bank.nodeCount; node++) {
    nodeVotes(cases, said, bank, node, ANCHOR_LAMBDA, votes);
    for (let k = 0; k < sum.length; k++) sum[k] += votes[k] / bank.nodeCount;
  }
  return sum;
}

/**
 * What the films rated like each row's film say, in stars: sum of weight times what taste leaves over / (sum of weights + lambda).
 * @param leftover of every entry of the histories, in stars.
 */
export function neighbourVotes(
  { count, historyOffsets, historyItem, targetOffsets, targetItem }: Cases,
  leftover: Float32Array,
  neighbours: RatingNeighbours,
  itemCount: number,
): Float32Array {
  const votes = new Float32Array(targetItem.length);
  const caseOf = new Uint32Array(targetItem.length);
  for (let c = 0; c < count; c++) caseOf.fill(c, targetOffsets[c], targetOffsets[c + 1]);
  // Film by film, so that each film's likenesses are laid out once.
  const rows = Uint32Array.from(targetItem.keys()).sort((a, b) => targetItem[a] - targetItem[b] || a - b);
  const weight = new Float32Array(itemCount);
  let film = -1;
  for (const k of rows) {
    if (targetItem[k] !== film) {
      if (film >= 0) for (const item of neighbours(film).items) weight[item] = 0;
      film = targetItem[k];
      const { items, weight: likeness } = neighbours(film);
      for (let n = 0; n < items.length; n++) weight[items[n]] = likeness[n];
    }
    let sum = 0;
    let total = NEIGHBOUR_LAMBDA;
    for (let h = historyOffsets[caseOf[k]]; h < historyOffsets[caseOf[k] + 1]; h++) {
      sum += weight[historyItem[h]] * leftover[h];
      total += weight[historyItem[h]];
    }
    votes[k] = sum / total;
  }
  return votes;
}

/** How the latest answers of each case differ from its user bias, in stars; one value a case. */
export function recentMoods({
  count,
  historyOffsets,
  historyItem,
  historyTime,
  historyDeviation,
  userBias,
}: Cases): Float32Array {
  const moods = new Float32Array(count);
  for (let c = 0; c < count; c++) {
    const order = Array.from(
      { length: historyOffsets[c + 1] - historyOffsets[c] },
      (_, k) => historyOffsets[c] + k,
    );
    const timed = (h: number) => ({ item: historyItem[h], time: historyTime[h] });
    order.sort((a, b) => compareAnswers(timed(a), timed(b)));
    const latest = order.slice(Math.max(0, order.length - RECENT_ANSWERS));
    const sum = latest.reduce((total, h) => total + historyDeviation[h] - userBias[c], 0);
    moods[c] = sum / (latest.length + RECENT_LAMBDA);
  }
  return moods;
}
