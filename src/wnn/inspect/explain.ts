import type { SeenAnswer } from '../../data/opinion';
import { RANKING_UNITS } from '../network/lists/ranking-part';
import { NO_CELL } from '../network/node-bank';
import type { TimedAnswer } from '../personal/answer-windows';
import type { CellCounts } from '../personal/cell-recall';
import { type RankingTerm, splitEvenly } from '../personal/list-terms';
import type { PersonalModel } from '../personal/personal-model';
import { recallIn } from '../personal/ranking-readout';

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
  const contributions = parts.map(({ term, item: film, answer, units }) => ({
    ...{ term, item: film, answer },
    amount: units / RANKING_UNITS,
  }));
  contributions.sort((a, b) => Math.abs(b.amount) - Math.abs(a.amount) || a.item - b.item);
  return { score, start: start / RANKING_UNITS, contributions };
}

const KINDS = ['likes', 'watched', 'dislikes'] as const;

function cellParts(model: PersonalModel, film: number) {
  const { network, terms } = model;
  const { bank } = network;
  const recent = terms.watchedItems();
  const all = terms.all;
  const speaks: Record<keyof CellCounts, (one: TimedAnswer) => boolean> = {
    likes: ({ answer }) => answer === 'like',
    watched: ({ item }) => recent.has(item),
    dislikes: ({ answer }) => answer === 'dislike',
  };
  const units = new Float64Array(all.length);
  for (const kind of KINDS) {
    const speakers = Uint32Array.from(all.keys()).filter((place) => speaks[kind](all[place]));
    if (speakers.length === 0) continue;
    const films = speakers.map((place) => all[place].item);
    for (let t = 0, row = 0; t < bank.nodeCount; t++, row += bank.itemCount) {
      const local = bank.cell[row + film];
      if (local === NO_CELL) continue;
      const total = recallIn(model, t, bank.firstCell[t] + local)[kind];
      if (total !== 0) shareEvenly(units, speakers, films, bank.cell, row, local, total);
    }
  }
  return all.flatMap(({ item, answer }, place) =>
    units[place] === 0 ? [] : [{ term: 'cells' as const, item, answer, units: units[place] }],
  );
}

/** The hot loop, by itself so that engines compile it alone: splits a total over the speakers in the film's own cell. */
function shareEvenly(
  units: Float64Array,
  speakers: Uint32Array,
  films: Uint32Array,
  cell: Uint16Array,
  row: number,
  local: number,
  total: number,
): void {
  const inside: number[] = [];
  for (let k = 0; k < films.length; k++) if (cell[row + films[k]] === local) inside.push(speakers[k]);
  splitEvenly(total, inside.length).forEach((part, k) => {
    units[inside[k]] += part;
  });
}
