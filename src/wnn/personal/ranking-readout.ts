import type { Network } from '../network/network';
import { cellCount, NO_CELL, type NodeBank } from '../network/node-bank';
import { COUNT, LIKES, type Memory, STRIDE } from './memory';

/** Fixed point of recalls: integer sums are exact in any order, so a changed cell can be replaced without drift. */
export const RECALL_UNITS = 2 ** 20;

/**
 * What a node recalls of a cell's likes, in 1/RECALL_UNITS, at least 0. Together with `recallOfDislikes`:
 *
 *   s_t [ log(1 + L / (a bg)) - d log(1 + D / (a bg')) ]
 *
 * with L likes and D dislikes of the user in the cell and bg, bg' the public's shares there. This is the log-ratio
 * log(((L + a bg) / (N + a)) / bg) of evaluation.md (top-n recipe) less a term that all films share, so every like
 * adds and every dislike subtracts.
 */
export function recallOfLikes(model: Network, memory: Memory, node: number, cell: number): number {
  const likes = memory.cells[STRIDE * cell + LIKES];
  if (likes === 0) return 0;
  const { strength, smoothing } = model.ranking;
  return Math.round(
    strength[node] * RECALL_UNITS * Math.log1p(likes / (smoothing * model.likeBackground[cell])),
  );
}

/** What a node recalls of a cell's dislikes, in 1/RECALL_UNITS, at most 0. */
export function recallOfDislikes(model: Network, memory: Memory, node: number, cell: number): number {
  const dislikes = memory.cells[STRIDE * cell + COUNT] - memory.cells[STRIDE * cell + LIKES];
  if (dislikes === 0) return 0;
  const { strength, smoothing, dislikeWeight } = model.ranking;
  const recall = Math.log1p(dislikes / (smoothing * model.dislikeBackground[cell]));
  return -Math.round(strength[node] * dislikeWeight * RECALL_UNITS * recall);
}

/** Where a film starts before any click of the user: how well liked and known it is. */
export function startingPoint(model: Network, item: number): number {
  return model.startingPoints[item];
}

/**
 * Ranking scores of the whole catalogue, the larger the better.
 * @returns length itemCount; multiples of 2^-20, so that sums are exact and ties are real.
 */
export function rankingScores(model: Network, memory: Memory): Float64Array {
  const { itemCount, nodeCount, cell, firstCell } = model.bank;
  const { cells } = memory;
  const recalled = new Int32Array(itemCount);
  const size = largestNode(model.bank) + 1;
  // Nodes in pairs: half as many passes over the films.
  const tables = [new Int32Array(size), new Int32Array(size)];
  let waiting = -1;
  for (let t = 0; t < nodeCount; t++) {
    if (model.ranking.strength[t] === 0) continue;
    const table = tables[waiting < 0 ? 0 : 1];
    const first = firstCell[t];
    let silent = true;
    for (let local = 1; local <= firstCell[t + 1] - first; local++) {
      const written = cells[STRIDE * (first + local) + COUNT] > 0;
      table[local] = written
        ? recallOfLikes(model, memory, t, first + local) + recallOfDislikes(model, memory, t, first + local)
        : 0;
      if (written) silent = false;
    }
    if (silent) continue;
    if (waiting < 0) {
      waiting = t;
      continue;
    }
    addRecalls(recalled, tables, rowOf(cell, waiting, itemCount), rowOf(cell, t, itemCount));
    waiting = -1;
  }
  if (waiting >= 0) {
    tables[1].fill(0);
    const last = rowOf(cell, waiting, itemCount);
    addRecalls(recalled, tables, last, last);
  }
  const scores = new Float64Array(itemCount);
  for (let i = 0; i < itemCount; i++) scores[i] = startingPoint(model, i) + recalled[i] / RECALL_UNITS;
  return scores;
}

function rowOf(cell: Uint16Array, node: number, itemCount: number): Uint16Array {
  return cell.subarray(node * itemCount, (node + 1) * itemCount);
}

/** The hot loop, by itself so that engines compile it alone: what two nodes recall of every film. */
function addRecalls(
  recalled: Int32Array,
  [a, b]: Int32Array[],
  cellA: Uint16Array,
  cellB: Uint16Array,
): void {
  for (let i = 0; i < recalled.length; i++) recalled[i] += a[cellA[i]] + b[cellB[i]];
}

function largestNode({ firstCell, nodeCount }: NodeBank): number {
  let largest = 0;
  for (let t = 0; t < nodeCount; t++) largest = Math.max(largest, firstCell[t + 1] - firstCell[t]);
  return largest;
}

/** Ranking score of one film; equals rankingScores(...)[item] exactly. */
export function rankingScore(model: Network, memory: Memory, item: number): number {
  const { bank } = model;
  let recalled = 0;
  for (let t = 0; t < bank.nodeCount; t++) {
    const local = bank.cell[t * bank.itemCount + item];
    if (local === NO_CELL) continue;
    const id = bank.firstCell[t] + local;
    recalled += recallOfLikes(model, memory, t, id) + recallOfDislikes(model, memory, t, id);
  }
  return startingPoint(model, item) + recalled / RECALL_UNITS;
}

/** Number of cells the user has written, and of all there are. */
export function memoryUse(model: Network, memory: Memory): { written: number; total: number } {
  const total = cellCount(model.bank);
  let written = 0;
  for (let id = 1; id <= total; id++) if (memory.cells[STRIDE * id + COUNT] > 0) written++;
  return { written, total };
}
