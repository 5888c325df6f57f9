import { COUNT, LIKES, type Memory, STRIDE } from './memory';
import { cellCount, NO_CELL } from './node-bank';
import type { PublicModel } from './public-model';

/** Fixed point of recalls: integer sums are exact in any order, so a changed cell can be replaced without drift. */
const RECALL_UNITS = 2 ** 20;

/**
 * What a node recalls for a cell, in 1/RECALL_UNITS:
 *
 *   s_t [ log(1 + L / (a bg)) - d log(1 + D / (a bg')) ]
 *
 * with L likes and D dislikes of the user in the cell and bg, bg' the public's shares there. This is the log-ratio
 * log(((L + a bg) / (N + a)) / bg) of evaluation.md (top-n recipe) less a term that all films share, so every like
 * adds and every dislike subtracts. Likes' part and dislikes' part are returned apart, for explanations.
 */
export function recallOf(model: PublicModel, memory: Memory, node: number, cell: number): [number, number] {
  const { strength, smoothing, dislikeWeight } = model.ranking;
  const likes = memory.cells[STRIDE * cell + LIKES];
  const dislikes = memory.cells[STRIDE * cell + COUNT] - likes;
  const scale = strength[node] * RECALL_UNITS;
  const pro = likes === 0 ? 0 : scale * Math.log1p(likes / (smoothing * model.likeBackground[cell]));
  const contra =
    dislikes === 0
      ? 0
      : scale * dislikeWeight * Math.log1p(dislikes / (smoothing * model.dislikeBackground[cell]));
  return [Math.round(pro), -Math.round(contra)];
}

/** Where a film starts before any click of the user: how well liked and known it is. */
export function startingPoint(model: PublicModel, item: number): number {
  const { popularityWeight } = model.ranking;
  return Math.round(popularityWeight * Math.log1p(model.effects.likes[item]) * RECALL_UNITS) / RECALL_UNITS;
}

/**
 * Ranking scores of the whole catalogue, the larger the better.
 * @returns length itemCount; multiples of 2^-20, so that sums are exact and ties are real.
 */
export function rankingScores(model: PublicModel, memory: Memory): Float64Array {
  const { bank } = model;
  const { itemCount, nodeCount, cell, firstCell } = bank;
  const { cells } = memory;
  const recalled = new Int32Array(itemCount);
  const table = new Int32Array(Math.max(...nodeSizes(model)) + 1);
  for (let t = 0; t < nodeCount; t++) {
    const size = firstCell[t + 1] - firstCell[t];
    let silent = true;
    for (let local = 1; local <= size; local++) {
      const id = firstCell[t] + local;
      if (cells[STRIDE * id + COUNT] === 0) {
        table[local] = 0;
        continue;
      }
      const [pro, contra] = recallOf(model, memory, t, id);
      table[local] = pro + contra;
      silent = false;
    }
    if (silent) continue;
    const row = t * itemCount;
    for (let i = 0; i < itemCount; i++) recalled[i] += table[cell[row + i]];
  }
  const scores = new Float64Array(itemCount);
  for (let i = 0; i < itemCount; i++) scores[i] = startingPoint(model, i) + recalled[i] / RECALL_UNITS;
  return scores;
}

function nodeSizes(model: PublicModel): number[] {
  const { firstCell, nodeCount } = model.bank;
  return Array.from({ length: nodeCount }, (_, t) => firstCell[t + 1] - firstCell[t]);
}

/** Ranking score of one film; equals rankingScores(...)[item] exactly. */
export function rankingScore(model: PublicModel, memory: Memory, item: number): number {
  const { bank } = model;
  let recalled = 0;
  for (let t = 0; t < bank.nodeCount; t++) {
    const local = bank.cell[t * bank.itemCount + item];
    if (local === NO_CELL) continue;
    const [pro, contra] = recallOf(model, memory, t, bank.firstCell[t] + local);
    recalled += pro + contra;
  }
  return startingPoint(model, item) + recalled / RECALL_UNITS;
}

/** Number of cells the user has written, and of all there are. */
export function memoryUse(model: PublicModel, memory: Memory): { written: number; total: number } {
  const total = cellCount(model.bank);
  let written = 0;
  for (let id = 1; id <= total; id++) if (memory.cells[STRIDE * id + COUNT] > 0) written++;
  return { written, total };
}

export { RECALL_UNITS };
