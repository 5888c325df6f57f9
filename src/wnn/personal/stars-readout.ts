import { USER_LAMBDA } from '../../data/deviation';
import { gateAt } from '../network/gate';
import type { StarsNetwork } from '../network/network';
import type { FilmCells } from '../network/node-bank';
import { NEIGHBOUR_LAMBDA } from '../network/rating-neighbours';
import { ANCHOR_LAMBDA, type RatingTerm, RECENT_ANSWERS, RECENT_LAMBDA } from '../network/rating-part';
import { UNITS } from '../network/verdict';
import { answeredNeighbours } from './answered-neighbours';
import { type GramSums, influenceOn, type Taste, tasteFor, tasteOf } from './gram-memory';
import { COUNT, STRIDE, SUM } from './memory';
import { type RatingCells, ratingCells, weightShared } from './rating-cells';

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
  /** By film, on what taste leaves over of its answer: the film's neighbours. */
  perNeighbour: ReadonlyMap<number, number>;
  /** By coordinate, on what answers say beyond the films' offsets. */
  perCoordinate: Float64Array;
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
  private readonly filmCells: RatingCells;
  /** What taste leaves over of every answer, in stars; and the sum of that per cell as `FilmCells` counts them. */
  private readonly over: Float64Array;
  private readonly leftover: Float64Array;
  private readonly recent: number;

  /** Reads the state once; it must not change while this is in use. */
  constructor(network: StarsNetwork, state: StarsState) {
    const { gram, gate } = network;
    this.network = network;
    this.state = state;
    this.filmCells = ratingCells(network);
    const n = state.cells[COUNT];
    this.gate = gateAt(gate, n);
    this.userBias = state.cells[SUM] / UNITS / (n + USER_LAMBDA);
    this.taste = tasteOf(state.sums, gram);
    this.over = Float64Array.from(
      state.answers,
      ({ item, deviation }) => deviation / UNITS - tasteFor(gram, this.taste, item),
    );
    this.leftover = this.leftovers();
    let sum = 0;
    for (const { deviation } of state.recent) sum += deviation;
    const { length } = state.recent;
    this.recent = (sum / UNITS - length * this.userBias) / (length + RECENT_LAMBDA);
  }

  private leftovers(): Float64Array {
    const { content } = this.filmCells;
    const left = new Float64Array(content.size + 1);
    this.state.answers.forEach(({ item }, n) => {
      const row = content.of(item);
      // What belongs to no cell is gathered at 0, and never read.
      for (let k = 0; k < row.length; k++) left[row[k]] += this.over[n];
    });
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
      gate.neighbours * this.neighboured(item) +
      gate.recent * this.recent
    );
  }

  private votes(item: number): number {
    const { content, lambda } = this.network;
    const { cells } = this.state;
    const { before } = this.filmCells.content;
    const row = this.filmCells.content.of(item);
    let sum = 0;
    for (let k = 0; k < row.length; k++) {
      const c = row[k];
      if (c === 0) continue;
      sum += (content.strength[k] * this.leftover[c]) / (cells[STRIDE * (before + c) + COUNT] + lambda);
    }
    return sum;
  }

  private neighboured(item: number): number {
    let sum = 0;
    let total = NEIGHBOUR_LAMBDA;
    for (const { place, weight } of answeredNeighbours(this.network.neighbours, this.state.answers, item)) {
      sum += weight * this.over[place];
      total += weight;
    }
    return sum / total;
  }

  private anchored(item: number): number {
    const { cells } = this.state;
    const { before } = this.filmCells.anchors;
    const row = this.filmCells.anchors.of(item);
    let sum = 0;
    for (let k = 0; k < row.length; k++) {
      if (row[k] === 0) continue;
      const c = STRIDE * (before + row[k]);
      const n = cells[c + COUNT];
      sum += (cells[c + SUM] / UNITS - n * this.userBias) / (n + ANCHOR_LAMBDA);
    }
    return row.length === 0 ? 0 : sum / row.length;
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
    const { content, anchors } = this.filmCells;
    return {
      direct: weightShared(anchors.of(item), anchors.of(film), perDeviation),
      leftover: weightShared(content.of(item), content.of(film), perLeftover) + (perNeighbour.get(film) ?? 0),
    };
  }

  private sharesOf(item: number): Shares {
    const { content, anchors, gram, lambda } = this.network;
    const { cells, answers, recent } = this.state;
    const { gate, filmCells } = this;
    const counts = (films: FilmCells) =>
      Array.from(films.of(item), (c) => (c === 0 ? null : cells[STRIDE * (films.before + c) + COUNT]));
    const [ofContent, ofAnchors] = [counts(filmCells.content), counts(filmCells.anchors)];
    const perLeftover = content.strength.map((strength, k) => {
      const n = ofContent[k];
      return n === null ? 0 : (gate.votes * strength) / (n + lambda);
    });
    // Every answer moves the user bias, and the bias moves what is measured against it.
    let perBias = gate.userBias;
    const perDeviation = Float64Array.from({ length: anchors.count }, (_, k) => {
      const n = ofAnchors[k];
      if (n === null) return 0;
      const weight = gate.anchors / anchors.count / (n + ANCHOR_LAMBDA);
      perBias -= weight * n;
      return weight;
    });
    const similar = answeredNeighbours(this.network.neighbours, this.state.answers, item);
    const total = similar.reduce((sum, { weight }) => sum + weight, NEIGHBOUR_LAMBDA);
    const perNeighbour = new Map(
      similar.map(({ place, weight }) => [answers[place].item, (gate.neighbours * weight) / total]),
    );
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
    for (const { item: film } of answers) {
      const { leftover } = this.cellsShared(item, film, shares);
      for (let a = 0; a < d; a++) moved[a] -= leftover * coordinates[film * d + a];
    }
    return { ...shares, perCoordinate: influenceOn(moved, gram, this.taste) };
  }
}

/** The latest answers that count as recent, out of all in the order in which they were given. */
export function latestOf<T>(answers: readonly T[]): readonly T[] {
  return answers.slice(Math.max(0, answers.length - RECENT_ANSWERS));
}
