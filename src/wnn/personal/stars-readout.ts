import { USER_LAMBDA } from '../../data/deviation';
import { gateAt } from '../network/gate';
import type { StarsNetwork } from '../network/network';
import { NO_CELL } from '../network/node-bank';
import { ANCHOR_LAMBDA, type RatingTerm, RECENT_ANSWERS, RECENT_LAMBDA } from '../network/rating-part';
import { UNITS } from '../network/verdict';
import { type GramSums, influenceOn, type Taste, tasteFor, tasteOf } from './gram-memory';
import { COUNT, STRIDE, SUM } from './memory';

/** What was answered of a film, in whole 1/UNITS star beyond mu + b_i. */
interface Answered {
  item: number;
  deviation: number;
}

/** A person's state, as far as expected stars are read from it. */
export interface StarsState {
  /** As in `Memory`. */
  cells: Int32Array;
  sums: GramSums;
  /** All answers, ascending by film, and the latest RECENT_ANSWERS of them in any order. */
  answers: readonly Answered[];
  recent: readonly Answered[];
}

/** How one film's expected stars hang on the answers. */
interface Shares {
  /** On every answer's deviation. */
  always: number;
  /** On the deviations of the latest answers, besides. */
  recent: number;
  /** By node, on deviations in the film's cell (anchors), and on what taste leaves over of them (content). */
  perDeviation: Float64Array;
  perLeftover: Float64Array;
  /** By coordinate, on what answers say beyond the films' offsets. */
  perCoordinate: Float64Array;
}

/**
 * Expected stars beyond mu + b_i: with the weights of the gate by number of answers,
 *
 *   offset + userBias b_u + votes sum_t s_t v_t + gram g_i + anchors mean_a v_a + recent (sum of the latest - n b_u) / (n + 3)
 *
 * g is the regression on the coordinates of taste (`tasteFor`). A content node votes on what that leaves over of the answers in
 * the film's cell, v_t = sum (d - g) / (n + lambda); an anchor node by how its cell differs from b_u. Everything is linear in
 * the deviations d once counts, second-order sums and the window are known, so `explain` is exact. All sums run in a fixed
 * order: equal states give equal doubles.
 */
export class StarsReadout {
  private readonly network: StarsNetwork;
  private readonly state: StarsState;
  private readonly gate: Record<RatingTerm, number>;
  private readonly userBias: number;
  private readonly taste: Taste;
  /** Per cell of content nodes, from the first on: what taste leaves over there, in stars. */
  private readonly leftover: Float64Array;
  private readonly recent: number;

  /** Reads the state once; it must not change while this is in use. */
  constructor(network: StarsNetwork, state: StarsState) {
    const { gram, gate } = network;
    this.network = network;
    this.state = state;
    const n = state.cells[COUNT];
    this.gate = gateAt(gate, n);
    this.userBias = state.cells[SUM] / UNITS / (n + USER_LAMBDA);
    this.taste = tasteOf(state.sums, gram);
    this.leftover = this.leftovers();
    let sum = 0;
    for (const { deviation } of state.recent) sum += deviation;
    const { length } = state.recent;
    this.recent = (sum / UNITS - length * this.userBias) / (length + RECENT_LAMBDA);
  }

  private leftovers(): Float64Array {
    const { bank, content, gram } = this.network;
    const last = content.first + content.strength.length;
    const start = bank.firstCell[content.first];
    const left = new Float64Array(bank.firstCell[last] - start + 1);
    for (const { item, deviation } of this.state.answers) {
      const over = deviation / UNITS - tasteFor(gram, this.taste, item);
      for (let t = content.first; t < last; t++) {
        const local = bank.cell[t * bank.itemCount + item];
        if (local !== NO_CELL) left[bank.firstCell[t] - start + local] += over;
      }
    }
    return left;
  }

  /** What is expected beyond mu + b_i before any answer is looked at, in stars: where explanations start. */
  start(item: number): number {
    const { gram } = this.network;
    return this.gate.offset + (this.gate.gram * gram.offset[item]) / UNITS;
  }

  /** Expected stars beyond mu + b_i. */
  shift(item: number): number {
    const { gate } = this;
    return (
      gate.offset +
      gate.userBias * this.userBias +
      gate.votes * this.votes(item) +
      gate.gram * tasteFor(this.network.gram, this.taste, item) +
      gate.anchors * this.anchored(item) +
      gate.recent * this.recent
    );
  }

  private votes(item: number): number {
    const { bank, content, lambda } = this.network;
    const { cells } = this.state;
    const start = bank.firstCell[content.first];
    let sum = 0;
    content.strength.forEach((strength, k) => {
      const t = content.first + k;
      const local = bank.cell[t * bank.itemCount + item];
      if (local === NO_CELL) return;
      const c = bank.firstCell[t] + local;
      sum += (strength * this.leftover[c - start]) / (cells[STRIDE * c + COUNT] + lambda);
    });
    return sum;
  }

  private anchored(item: number): number {
    const { bank, anchors } = this.network;
    const { cells } = this.state;
    let sum = 0;
    for (let t = anchors.first; t < anchors.first + anchors.count; t++) {
      const local = bank.cell[t * bank.itemCount + item];
      if (local === NO_CELL) continue;
      const c = STRIDE * (bank.firstCell[t] + local);
      const n = cells[c + COUNT];
      sum += (cells[c + SUM] / UNITS - n * this.userBias) / (n + ANCHOR_LAMBDA);
    }
    return anchors.count === 0 ? 0 : sum / anchors.count;
  }

  /**
   * Splits `shift` over the answers: `start(item)` plus all amounts, parallel to `StarsState.answers`, is `shift(item)`. In
   * stars; an amount is 0 where an answer says just what was to be expected.
   */
  explain(item: number): Float64Array {
    const { gram } = this.network;
    const { answers, recent } = this.state;
    const shares = this.sharesOf(item);
    const isRecent = new Set(recent.map((one) => one.item));
    return Float64Array.from(answers, ({ item: film, deviation }) => {
      const { direct, leftover } = this.cellsShared(item, film, shares);
      let beyond = leftover;
      for (let a = 0, at = film * gram.dimensions; a < gram.dimensions; a++, at++) {
        beyond += shares.perCoordinate[a] * gram.coordinates[at];
      }
      const plain = direct + shares.always + (isRecent.has(film) ? shares.recent : 0);
      return (plain * deviation + beyond * (deviation - gram.offset[film])) / UNITS;
    });
  }

  /** What two films' common cells pass on of the other one's deviation, and of what taste leaves over of it. */
  private cellsShared(item: number, film: number, shares: Shares): { direct: number; leftover: number } {
    const { bank, content, anchors } = this.network;
    const shared = (first: number, weights: Float64Array) => {
      let sum = 0;
      weights.forEach((weight, k) => {
        const row = (first + k) * bank.itemCount;
        const local = bank.cell[row + item];
        if (local !== NO_CELL && local === bank.cell[row + film]) sum += weight;
      });
      return sum;
    };
    return {
      direct: shared(anchors.first, shares.perDeviation),
      leftover: shared(content.first, shares.perLeftover),
    };
  }

  private sharesOf(item: number): Shares {
    const { bank, content, anchors, gram, lambda } = this.network;
    const { cells, answers, recent } = this.state;
    const { gate } = this;
    const count = (t: number) => {
      const local = bank.cell[t * bank.itemCount + item];
      return local === NO_CELL ? null : cells[STRIDE * (bank.firstCell[t] + local) + COUNT];
    };
    const perLeftover = content.strength.map((strength, k) => {
      const n = count(content.first + k);
      return n === null ? 0 : (gate.votes * strength) / (n + lambda);
    });
    // Every answer moves the user bias, and the bias moves what is measured against it.
    let perBias = gate.userBias;
    const perDeviation = Float64Array.from({ length: anchors.count }, (_, k) => {
      const n = count(anchors.first + k);
      if (n === null) return 0;
      const weight = gate.anchors / anchors.count / (n + ANCHOR_LAMBDA);
      perBias -= weight * n;
      return weight;
    });
    const perRecent = gate.recent / (recent.length + RECENT_LAMBDA);
    perBias -= perRecent * recent.length;
    const shares = {
      always: perBias / (cells[COUNT] + USER_LAMBDA),
      recent: perRecent,
      perDeviation,
      perLeftover,
    };
    // The coefficients move the film's own g, and what is left over of every answer in its cells.
    const { dimensions: d, coordinates } = gram;
    const moved = Float64Array.from({ length: d }, (_, a) => gate.gram * coordinates[item * d + a]);
    for (const { item: film } of answers) {
      const { leftover } = this.cellsShared(item, film, { ...shares, perCoordinate: moved });
      for (let a = 0; a < d; a++) moved[a] -= leftover * coordinates[film * d + a];
    }
    return { ...shares, perCoordinate: influenceOn(moved, gram, this.taste) };
  }
}

/** The latest answers that count as recent, out of all in the order in which they were given. */
export function latestOf<T>(answers: readonly T[]): readonly T[] {
  return answers.slice(Math.max(0, answers.length - RECENT_ANSWERS));
}
