import type { Opinion } from '../../data/opinion';
import { NO_CELL } from '../network/node-bank';
import { DISLIKES, LIKES, STRIDE } from '../personal/memory';
import type { PersonalModel } from '../personal/personal-model';
import { RECALL_UNITS, recallOfDislikes, recallOfLikes, startingPoint } from '../personal/ranking-readout';

/** One past click's exact part in a score. */
export interface Contribution {
  item: number;
  opinion: Opinion;
  /** In the score's unit; in a ranking score at least 0 for a like and at most 0 for a dislike. */
  amount: number;
}

/** A score taken apart: start + sum of amounts = score. Contributions by magnitude, largest first. */
export interface Explanation {
  score: number;
  start: number;
  contributions: Contribution[];
}

/**
 * Splits a film's ranking score over the user's clicks. A node's recall is not linear in the clicks, so those that
 * wrote the cell share its term equally, likes the likes' part and dislikes the dislikes' part (docs/model.md, Explanations).
 */
export function explainRanking(model: PersonalModel, item: number): Explanation {
  const { network, memory } = model;
  const { bank } = network;
  const likeShare = new Float64Array(bank.nodeCount);
  const dislikeShare = new Float64Array(bank.nodeCount);
  let recalled = 0;
  for (let t = 0; t < bank.nodeCount; t++) {
    const local = bank.cell[t * bank.itemCount + item];
    if (local === NO_CELL) continue;
    const id = bank.firstCell[t] + local;
    const pro = recallOfLikes(network, memory, t, id);
    const contra = recallOfDislikes(network, memory, t, id);
    const likes = memory.cells[STRIDE * id + LIKES];
    const dislikes = memory.cells[STRIDE * id + DISLIKES];
    if (likes > 0) likeShare[t] = pro / likes / RECALL_UNITS;
    if (dislikes > 0) dislikeShare[t] = contra / dislikes / RECALL_UNITS;
    recalled += pro + contra;
  }
  const start = startingPoint(network, item);
  const contributions = splitOverClicks(model, item, { like: likeShare, dislike: dislikeShare });
  return { score: start + recalled / RECALL_UNITS, start, contributions };
}

/** Sums each click's shares over the nodes whose cell it wrote. @param share of one click, by opinion and node. */
function splitOverClicks(
  { network, answers }: PersonalModel,
  item: number,
  share: Record<Opinion, Float64Array>,
): Contribution[] {
  const { nodeCount, itemCount, cell } = network.bank;
  const contributions: Contribution[] = [];
  for (const opinion of ['like', 'dislike'] as const) {
    const films = Uint32Array.from(
      [...answers].flatMap(([click, { answer }]) => (answer === opinion ? [click] : [])),
    );
    const amounts = new Float64Array(films.length);
    // Node by node, so that a node's row of addresses stays in the cache while all clicks look into it.
    for (let t = 0, row = 0; t < nodeCount; t++, row += itemCount) {
      const local = cell[row + item];
      const amount = share[opinion][t];
      if (local !== NO_CELL && amount !== 0) addWhereEqual(amounts, films, cell, row, local, amount);
    }
    films.forEach((click, c) => {
      if (amounts[c] !== 0) contributions.push({ item: click, opinion, amount: amounts[c] });
    });
  }
  return contributions.sort((a, b) => Math.abs(b.amount) - Math.abs(a.amount) || a.item - b.item);
}

/** The hot loop, by itself so that engines compile it alone: adds to the clicks that wrote the film's own cell. */
function addWhereEqual(
  amounts: Float64Array,
  films: Uint32Array,
  cell: Uint16Array,
  row: number,
  local: number,
  amount: number,
): void {
  for (let c = 0; c < films.length; c++) if (cell[row + films[c]] === local) amounts[c] += amount;
}
