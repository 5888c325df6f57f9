import { USER_LAMBDA } from '../../data/deviation';
import { gateAt } from '../network/gate';
import type { StarsNetwork } from '../network/network';
import { NEIGHBOUR_LAMBDA } from '../network/rating-neighbours';
import { ANCHOR_LAMBDA, type RatingTerm, RECENT_LAMBDA } from '../network/rating-part';
import { UNITS } from '../network/verdict';
import { type GramSums, influenceOn, type Taste, tasteFor, tasteOf } from './gram-memory';
import { COUNT, STRIDE, SUM } from './memory';
import type { AnsweredFilms } from './stars/answered-films';
import {
  ABREAST,
  addAbreast,
  addLeftover,
  type Shares,
  type StarsCells,
  starsCells,
  weightShared,
} from './stars/stars-shares';

/** A person's state, as far as expected stars are read from it. */
export interface StarsState {
  /** As in `Memory`. */
  cells: Int32Array;
  sums: GramSums;
  /** All answers; its room is the readout's until the next one of the same answers is made. */
  answered: AnsweredFilms;
  /** The latest RECENT_ANSWERS of them in any order. */
  recent: readonly { item: number; deviation: number }[];
}

/**
 * Expected stars beyond mu + b_i: with the weights of the gate by number of answers,
 *
 *   offset + userBias b_u + votes sum_t s_t v_t + gram g_i + anchors mean_a v_a + neighbours k_i
 *     + recent (sum of the latest - n b_u) / (n + 3)
 *
 * g is the regression on the coordinates of taste (`tasteFor`). A content node votes on what that leaves over of the answers in
 * the film's cell, v_t = sum (d - g) / (n + lambda), and so do the answers to films that are rated like it,
 * k = sum w (d - g) / (sum w + lambda); an anchor node votes by how its cell differs from b_u. Everything is linear in
 * the deviations d once counts, second-order sums and the window are known, so `explain` is exact. All sums run in a fixed
 * order: equal states give equal doubles.
 */
export class StarsReadout {
  private readonly network: StarsNetwork;
  private readonly state: StarsState;
  private readonly gate: Record<RatingTerm, number>;
  private readonly userBias: number;
  private readonly taste: Taste;
  private readonly starsCells: StarsCells;
  private readonly recent: number;

  /** Reads the state once; it must not change while this is in use. */
  constructor(network: StarsNetwork, state: StarsState) {
    const { gram, gate } = network;
    this.network = network;
    this.state = state;
    this.starsCells = starsCells(network);
    const n = state.cells[COUNT];
    this.gate = gateAt(gate, n);
    this.userBias = state.cells[SUM] / UNITS / (n + USER_LAMBDA);
    this.taste = tasteOf(state.sums, gram);
    this.leaveOver();
    let sum = 0;
    for (const { deviation } of state.recent) sum += deviation;
    const { length } = state.recent;
    this.recent = (sum / UNITS - length * this.userBias) / (length + RECENT_LAMBDA);
  }

  /** Writes what taste leaves over of every answer, and the sum of that in every cell of content nodes. */
  private leaveOver(): void {
    const { network, taste, starsCells } = this;
    const { count, items, deviations, over, overOf, leftover } = this.state.answered;
    for (let n = 0; n < count; n++) {
      over[n] = deviations[n] / UNITS - tasteFor(network.gram, taste, items[n]);
      overOf[items[n]] = over[n];
    }
    this.state.answered.lookAround(network.neighbours);
    const rowOf = (n: number) => starsCells.rows.at(items[n]) + network.content.first;
    leftover.fill(0);
    let n = 0;
    for (; n + ABREAST <= count; n += ABREAST) {
      addAbreast(leftover, starsCells, [rowOf(n), rowOf(n + 1), rowOf(n + 2), rowOf(n + 3)], over, n);
    }
    for (; n < count; n++) addLeftover(leftover, starsCells, rowOf(n), over[n]);
  }

  /** What is expected beyond mu + b_i before any answer is looked at, in stars: where explanations start. */
  start(item: number): number {
    const { gram } = this.network;
    return this.gate.offset + (this.gate.gram * gram.offset[item]) / UNITS;
  }

  /** Expected stars beyond mu + b_i. */
  shift(item: number): number {
    const { gate } = this;
    const { answered } = this.state;
    // Before the first answer no cell says anything, and no film's row need be made for that.
    const isSilent = answered.count === 0;
    return (
      gate.offset +
      gate.userBias * this.userBias +
      gate.votes * (isSilent ? 0 : this.votes(item)) +
      gate.gram * tasteFor(this.network.gram, this.taste, item) +
      gate.anchors * (isSilent ? 0 : this.anchored(item)) +
      gate.neighbours * answered.near(item, this.network.neighbours) +
      gate.recent * this.recent
    );
  }

  private votes(item: number): number {
    const { lambda, content } = this.network;
    const { strength, first } = content;
    const { cells, answered } = this.state;
    const { rows, base } = this.starsCells;
    const row = rows.at(item) + first;
    let sum = 0;
    for (let k = 0; k < strength.length; k++) {
      const local = rows.cell[row + k];
      if (local === 0) continue;
      const count = cells[STRIDE * (rows.firstCell[first + k] + local) + COUNT];
      sum += (strength[k] * answered.leftover[base[k] + local]) / (count + lambda);
    }
    return sum;
  }

  private anchored(item: number): number {
    const { first, count } = this.network.anchors;
    const { cells } = this.state;
    const { rows } = this.starsCells;
    const row = rows.at(item) + first;
    let sum = 0;
    for (let k = 0; k < count; k++) {
      const local = rows.cell[row + k];
      if (local === 0) continue;
      const c = STRIDE * (rows.firstCell[first + k] + local);
      const n = cells[c + COUNT];
      sum += (cells[c + SUM] / UNITS - n * this.userBias) / (n + ANCHOR_LAMBDA);
    }
    return count === 0 ? 0 : sum / count;
  }

  /**
   * Splits `shift`: `start(item)` plus `general` plus all amounts, one an answer as in `StarsState.answered`, is `shift(item)`. In
   * stars; an amount is 0 where an answer says just what was to be expected.
   */
  explain(item: number): { general: number; amounts: Float64Array } {
    const { gram } = this.network;
    const { answered, recent } = this.state;
    const shares = this.sharesOf(item);
    const isRecent = new Set(recent.map((one) => one.item));
    let general = 0;
    const amounts = Float64Array.from(answered.items.subarray(0, answered.count), (film, place) => {
      const deviation = answered.deviations[place];
      const { direct, leftover } = this.cellsShared(item, film, shares);
      let beyond = leftover;
      for (let a = 0, at = film * gram.dimensions; a < gram.dimensions; a++, at++) {
        beyond += shares.perCoordinate[a] * gram.coordinates[at];
      }
      // Whatever the film was: how this person answers, in all and of late.
      general += ((shares.always + (isRecent.has(film) ? shares.recent : 0)) * deviation) / UNITS;
      return (direct * deviation + beyond * (deviation - gram.offset[film])) / UNITS;
    });
    return { general, amounts };
  }

  /** What two films' common cells, and likeness, pass on of the other one's deviation, and of what taste leaves over of it. */
  private cellsShared(
    item: number,
    film: number,
    {
      perDeviation,
      perLeftover,
      perNeighbour,
    }: Pick<Shares, 'perDeviation' | 'perLeftover' | 'perNeighbour'>,
  ): { direct: number; leftover: number } {
    const { starsCells } = this;
    const { content, anchors } = this.network;
    const common = (first: number, weights: Float64Array) =>
      weightShared(starsCells, first, item, film, weights);
    return {
      direct: common(anchors.first, perDeviation),
      leftover: common(content.first, perLeftover) + (perNeighbour.get(film) ?? 0),
    };
  }

  private sharesOf(item: number): Shares {
    const { content, anchors, gram, lambda } = this.network;
    const { cells, answered, recent } = this.state;
    const { gate } = this;
    const { rows } = this.starsCells;
    const row = rows.at(item);
    /** Answers in the film's cell of a node; null without one. */
    const countIn = (t: number) => {
      const local = rows.cell[row + t];
      return local === 0 ? null : cells[STRIDE * (rows.firstCell[t] + local) + COUNT];
    };
    const perLeftover = content.strength.map((strength, k) => {
      const n = countIn(content.first + k);
      return n === null ? 0 : (gate.votes * strength) / (n + lambda);
    });
    // Every answer moves the user bias, and the bias moves what is measured against it.
    let perBias = gate.userBias;
    const perDeviation = Float64Array.from({ length: anchors.count }, (_, k) => {
      const n = countIn(anchors.first + k);
      if (n === null) return 0;
      const weight = gate.anchors / anchors.count / (n + ANCHOR_LAMBDA);
      perBias -= weight * n;
      return weight;
    });
    const perNeighbour = this.neighbourShares(item);
    const perRecent = gate.recent / (recent.length + RECENT_LAMBDA);
    perBias -= perRecent * recent.length;
    const shares = {
      always: perBias / (cells[COUNT] + USER_LAMBDA),
      recent: perRecent,
      perDeviation,
      perLeftover,
      perNeighbour,
    };
    // The coefficients move the film's own g, and what is left over of every answer in its cells.
    const { dimensions: d, coordinates } = gram;
    const moved = Float64Array.from({ length: d }, (_, a) => gate.gram * coordinates[item * d + a]);
    for (const film of answered.items.subarray(0, answered.count)) {
      const { leftover } = this.cellsShared(item, film, shares);
      for (let a = 0; a < d; a++) moved[a] -= leftover * coordinates[film * d + a];
    }
    return { ...shares, perCoordinate: influenceOn(moved, gram, this.taste) };
  }

  private neighbourShares(item: number): Map<number, number> {
    const { items, weight } = this.network.neighbours?.(item) ?? { items: [], weight: [] };
    const { overOf } = this.state.answered;
    const similar = Array.from(items, (film, n) => ({ film, weight: weight[n] }));
    const known = similar.filter(({ film }) => !Number.isNaN(overOf[film]));
    const total = known.reduce((sum, { weight }) => sum + weight, NEIGHBOUR_LAMBDA);
    return new Map(known.map(({ film, weight }) => [film, (this.gate.neighbours * weight) / total]));
  }
}
