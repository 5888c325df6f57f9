import { RANKING_UNITS } from '../network/lists/ranking-part';
import type { Network } from '../network/network';
import { NO_CELL } from '../network/node-bank';
import { DISLIKES, LIKES, STRIDE } from '../personal/memory';
import type { PersonalModel } from '../personal/personal-model';
import { recallIn } from '../personal/ranking-readout';

/** What one RAM node says of one film. */
export interface NodeView {
  node: number;
  /** Bits it looks at; empty for a node that groups films the same people like. */
  bits: Uint16Array;
  /** Whether it also reads what other people's ratings say of a film. */
  readsCodes: boolean;
  /** Local number of the cell the film leads to, from 1, and the number of cells; NO_CELL: one the film has for itself. */
  cell: number;
  cells: number;
  /** What the person's clicks wrote there. */
  likes: number;
  dislikes: number;
  /** Its part of the ranking score; 0 where nothing is recalled. */
  vote: number;
}

/** A film's ranking score as the sum it is: start + all votes + beside = score, exactly. */
export interface NetworkView {
  item: number;
  start: number;
  score: number;
  /** Nodes that serve the ranking, in the bank's order. */
  nodes: NodeView[];
  /** What tables, series and the latest dislikes add to what the nodes recall. */
  beside: number;
}

/** Takes one film's ranking score apart node by node, as `explainRanking` does answer by answer. */
export function viewNetwork(model: PersonalModel, item: number): NetworkView {
  const { network, memory, terms } = model;
  const { bank, tuples, ranking } = network;
  const nodes: NodeView[] = [];
  let recalled = 0;
  for (let t = 0; t < bank.nodeCount; t++) {
    if (ranking.liked[t] === 0 && ranking.watched[t] === 0) continue;
    const cell = bank.cell[t * bank.itemCount + item];
    const view: NodeView = {
      node: t,
      readsCodes: tuples[t].readsCodes,
      bits: tuples[t].bits,
      cell,
      cells: bank.firstCell[t + 1] - bank.firstCell[t],
      likes: 0,
      dislikes: 0,
      vote: 0,
    };
    nodes.push(view);
    if (cell === NO_CELL) continue;
    const id = bank.firstCell[t] + cell;
    view.likes = memory.cells[STRIDE * id + LIKES];
    view.dislikes = memory.cells[STRIDE * id + DISLIKES];
    const { likes, watched, dislikes } = recallIn(model, t, id);
    const recall = likes + watched + dislikes;
    view.vote = recall / RANKING_UNITS;
    recalled += recall;
  }
  const start = terms.startOf(item);
  const beside = terms.partsOf(item).reduce((sum, { units }) => sum + units, 0);
  return {
    ...{ item, nodes, start: start / RANKING_UNITS, beside: beside / RANKING_UNITS },
    score: (start + recalled + beside) / RANKING_UNITS,
  };
}

/** Some nodes to show, in the bank's order, and the others in one sum. */
export interface ShownNodes {
  shown: NodeView[];
  /** Nodes not shown, those of them that recall something, and their votes together. */
  others: number;
  othersRecalling: number;
  othersVote: number;
}

/**
 * Picks the nodes with the strongest votes; where fewer recall anything, silent ones from all over the bank fill up.
 * They stand in the bank's order, so that a node keeps its neighbours while clicks come and go.
 */
export function strongestNodes({ nodes }: NetworkView, count: number): ShownNodes {
  const lit = nodes.filter(({ vote }) => vote !== 0);
  lit.sort((a, b) => Math.abs(b.vote) - Math.abs(a.vote) || a.node - b.node);
  const strongest = lit.slice(0, count);
  const silent = nodes.filter(({ vote }) => vote === 0);
  const room = Math.min(count - strongest.length, silent.length);
  const fill = Array.from({ length: room }, (_, k) => silent[Math.floor((k * silent.length) / room)]);
  const rest = lit.slice(count);
  return {
    shown: [...strongest, ...fill].sort((a, b) => a.node - b.node),
    others: nodes.length - strongest.length - fill.length,
    othersRecalling: rest.length,
    othersVote: rest.reduce((sum, { vote }) => sum + vote, 0),
  };
}

/** Whether two films lead to the same cell of a node: what is written for one then speaks of the other. */
export function shareCell({ bank }: Network, node: number, a: number, b: number): boolean {
  const row = node * bank.itemCount;
  return bank.cell[row + a] !== NO_CELL && bank.cell[row + a] === bank.cell[row + b];
}

/** The best known films that lead to the same cell of a node as the given one, itself left out. */
export function bestKnownBeside(
  network: Network,
  node: number,
  item: number,
  ratings: ArrayLike<number>,
  count: number,
): number[] {
  const best: number[] = [];
  for (let other = 0; other < network.bank.itemCount; other++) {
    if (other === item || !shareCell(network, node, item, other)) continue;
    const at = best.findIndex((known) => ratings[other] > ratings[known]);
    if (at >= 0) best.splice(at, 0, other);
    else best.push(other);
    if (best.length > count) best.pop();
  }
  return best;
}
