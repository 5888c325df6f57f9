import type { SeenAnswer } from '../../data/opinion';
import { type FilmRows, filmRows } from '../network/film-rows';
import { RANKING_UNITS } from '../network/lists/ranking-part';
import { NO_CELL } from '../network/node-bank';
import type { CellCounts } from '../personal/cell-recall';
import type { RankingTerm, TermPart } from '../personal/list-terms';
import { DISLIKES, LIKES, STRIDE } from '../personal/memory';
import type { PersonalModel } from '../personal/personal-model';
import { recallIn, recallingNodes } from '../personal/ranking-readout';

/** One past answer's exact part in one term of a score. */
export interface Contribution {
  item: number;
  answer: SeenAnswer;
  /** In cells, what an answer says of films that share its patterns; the other terms: see `ListTerms`. */
  term: RankingTerm;
  /** In the score's unit; in cells at least 0 for a like or a film watched, and at most 0 for a dislike. */
  amount: number;
}

/** A score taken apart: start + sum of amounts = score. Contributions by magnitude, largest first. */
export interface Explanation {
  score: number;
  start: number;
  contributions: Contribution[];
}

/**
 * Splits a film's ranking score over the person's answers and the terms. What a cell recalls is not linear in its films, so
 * those that wrote it share its likes', its watched and its dislikes' part evenly (docs/model.md, Explanations); all other
 * terms are sums over answers. All amounts are whole numbers of 1/RANKING_UNITS, so the sum is exact.
 */
export function explainRanking(model: PersonalModel, item: number): Explanation {
  const { terms } = model;
  const parts = [...cellParts(model, item), ...terms.partsOf(item)];
  const start = terms.startOf(item);
  const score = parts.reduce((sum, { units }) => sum + units, start) / RANKING_UNITS;
  parts.sort((a, b) => Math.abs(b.units) - Math.abs(a.units) || a.item - b.item);
  const contributions = parts.map(({ term, item: film, answer, units }) => ({
    term,
    item: film,
    answer,
    amount: units / RANKING_UNITS,
  }));
  return { score, start: start / RANKING_UNITS, contributions };
}

const KINDS = ['likes', 'watched', 'dislikes'] as const;

function cellParts(model: PersonalModel, film: number): TermPart[] {
  const { all } = model.terms;
  const rows = filmRows(model.network.bank);
  const recent = model.terms.watchedItems();
  const { likes, watched, dislikes } = sharesOf(model, rows, film);
  const parts: TermPart[] = [];
  for (const { item, answer } of all) {
    const row = rows.at(item);
    let units = 0;
    if (answer === 'like') units += takeShares(likes, rows.cell, row);
    if (answer === 'dislike') units += takeShares(dislikes, rows.cell, row);
    if (recent.has(item)) units += takeShares(watched, rows.cell, row);
    if (units !== 0) parts.push({ term: 'cells', item, answer, units });
  }
  return parts;
}

/**
 * What a film's cells recall of one kind, to be shared evenly among the answers in them: whole numbers that differ by one at
 * most; those of the oldest answers are the larger.
 */
interface CellShares {
  /** Nodes that recall anything of the kind, the first `count` of them, and the film's local cells there. */
  count: number;
  nodes: Uint16Array;
  locals: Uint16Array;
  /** Each answer's share, and what is left over: so many of the next ones have one more, or one less where it is below 0. */
  each: Int32Array;
  left: Int32Array;
}

function sharesOf(model: PersonalModel, rows: FilmRows, film: number): Record<keyof CellCounts, CellShares> {
  const { memory, network } = model;
  const all = recallingNodes(network.ranking);
  const none = (): CellShares => ({
    count: 0,
    nodes: new Uint16Array(all.length),
    locals: new Uint16Array(all.length),
    each: new Int32Array(all.length),
    left: new Int32Array(all.length),
  });
  const shared = { likes: none(), watched: none(), dislikes: none() };
  const row = rows.at(film);
  for (const t of all) {
    const local = rows.cell[row + t];
    if (local === NO_CELL) continue;
    const id = rows.firstCell[t] + local;
    const recalled = recallIn(model, t, id);
    const inside: CellCounts = {
      likes: memory.cells[STRIDE * id + LIKES],
      watched: model.watched[id],
      dislikes: memory.cells[STRIDE * id + DISLIKES],
    };
    for (const kind of KINDS) {
      if (recalled[kind] === 0) continue;
      const { nodes, locals, each, left } = shared[kind];
      const k = shared[kind].count++;
      nodes[k] = t;
      locals[k] = local;
      each[k] = Math.trunc(recalled[kind] / inside[kind]);
      left[k] = recalled[kind] - each[k] * inside[kind];
    }
  }
  return shared;
}

/** The hot loop, by itself so that engines compile it alone: the next answer's shares in the cells that it wrote. */
function takeShares(
  { count, nodes, locals, each, left }: CellShares,
  cell: Uint16Array,
  row: number,
): number {
  let units = 0;
  for (let k = 0; k < count; k++) {
    if (cell[row + nodes[k]] !== locals[k]) continue;
    const one = left[k] === 0 ? 0 : left[k] > 0 ? 1 : -1;
    left[k] -= one;
    units += each[k] + one;
  }
  return units;
}
