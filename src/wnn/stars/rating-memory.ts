import { deviationOf, type Scale, USER_LAMBDA } from '../../data/deviation';
import type { ItemEffects } from '../../data/item-effects';
import { LIKE_HALF_STARS } from '../../data/ratings';
import { AXIS_UNITS, SLOPE_LAMBDA } from '../network/axes';
import { type Gate, gateAt } from '../network/gate';
import { NO_CELL } from '../network/node-bank';
import type { RatingPart } from '../network/rating-part';
import { likeVerdict, UNITS } from '../network/verdict';

/** What one click adds to a prediction: exact, and adding up to it. */
export interface RatingContribution {
  item: number;
  /** Stars, or likes. */
  amount: number;
}

/**
 * One user's memory for the rating readout: sums of integers in cells and along axes. Writing commutes, and `unlearn` takes
 * a click back exactly.
 */
export class RatingMemory {
  private readonly model: RatingPart;
  private readonly effects: ItemEffects;
  private readonly feedback: Scale;
  /** Per cell, deviations in 1/UNITS and their number; cell 0 is the whole network's. */
  private readonly sum: Int32Array;
  private readonly count: Int32Array;
  /** Per axis, sums of z d, z and z², d in 1/UNITS and z in 1/AXIS_UNITS; whole numbers. */
  private readonly along: Float64Array;

  constructor(model: RatingPart, effects: ItemEffects, feedback: Scale) {
    this.model = model;
    this.effects = effects;
    this.feedback = feedback;
    const cells = model.bank.firstCell[model.bank.nodeCount] + 1;
    this.sum = new Int32Array(cells);
    this.count = new Int32Array(cells);
    this.along = new Float64Array(3 * model.axes.length);
  }

  learn(item: number, halfStars: number): void {
    this.write(item, halfStars, 1);
  }

  /** The memory is then as if the rating had never been learned. */
  unlearn(item: number, halfStars: number): void {
    this.write(item, halfStars, -1);
  }

  /** The state as bytes: equal states have equal bytes. */
  bytes(): Uint8Array {
    const views = [this.sum, this.count, this.along];
    return Uint8Array.from(views.flatMap((view) => [...new Uint8Array(view.buffer)]));
  }

  private write(item: number, halfStars: number, sign: 1 | -1): void {
    const { bank, axes } = this.model;
    const deviation = sign * this.deviationOf(item, halfStars);
    this.sum[0] += deviation;
    this.count[0] += sign;
    for (let t = 0, at = item; t < bank.nodeCount; t++, at += bank.itemCount) {
      if (bank.cell[at] === NO_CELL) continue;
      const c = bank.firstCell[t] + bank.cell[at];
      this.sum[c] += deviation;
      this.count[c] += sign;
    }
    for (let a = 0; a < axes.length; a++) {
      const z = axes[a][item] * AXIS_UNITS;
      this.along[3 * a] += z * deviation;
      this.along[3 * a + 1] += sign * z;
      this.along[3 * a + 2] += sign * z * z;
    }
  }

  /** Whole units: what the click says beyond what the public expects. */
  private deviationOf(item: number, halfStars: number): number {
    return this.feedback === 'stars'
      ? Math.round(deviationOf(this.effects, 'stars', item, halfStars) * UNITS)
      : likeVerdict(this.effects, item, halfStars >= LIKE_HALF_STARS ? 'like' : 'dislike').deviation;
  }

  private gate(): Gate {
    return gateAt(this.model.fit.gate, this.count[0]);
  }

  private userBias(): number {
    return this.sum[0] / UNITS / (this.count[0] + USER_LAMBDA);
  }

  /** What is expected of a film before any click, gate included: where explanations start. */
  startOf(item: number): number {
    return this.expected(item) + this.gate().offset;
  }

  private expected(item: number): number {
    const { globalMean, bias, likeRate } = this.effects;
    return this.feedback === 'stars' ? globalMean + bias[item] : likeRate[item];
  }

  /** Expected stars, or the chance of a like; not clipped. */
  predict(items: ArrayLike<number>): Float64Array {
    const { bank, fit, axes } = this.model;
    const gate = this.gate();
    const userBias = this.userBias();
    const { lambda } = fit;
    const own = gate.userBias * userBias;
    const slopes = axes.map((_, a) => gate.slope * fit.axisStrength[a] * this.slope(a, userBias));
    return Float64Array.from(items, (item) => {
      let voted = 0;
      for (let t = 0, at = item; t < bank.nodeCount; t++, at += bank.itemCount) {
        const c = bank.firstCell[t] + bank.cell[at];
        const hasCell = bank.cell[at] !== NO_CELL;
        const vote = hasCell
          ? (this.sum[c] / UNITS - this.count[c] * userBias) / (this.count[c] + lambda)
          : 0;
        voted += fit.strength[t] * vote;
      }
      let sloped = 0;
      for (let a = 0; a < axes.length; a++) sloped += slopes[a] * axes[a][item];
      return this.expected(item) + gate.offset + own + gate.votes * voted + sloped;
    });
  }

  /** The user's slope on an axis: stars a unit of z. */
  private slope(axis: number, userBias: number): number {
    const moment = (this.along[3 * axis] / UNITS - userBias * this.along[3 * axis + 1]) / AXIS_UNITS;
    return moment / (this.along[3 * axis + 2] / AXIS_UNITS ** 2 + SLOPE_LAMBDA);
  }

  /**
   * Splits a prediction over the clicks that made it: `startOf(item)` plus all amounts is `predict([item])[0]`. Every term is
   * linear in the clicks' deviations once counts are known (docs/model.md, Explanations).
   * @param clicks everything this memory has learned.
   */
  explain(item: number, clicks: readonly { item: number; halfStars: number }[]): RatingContribution[] {
    const { bank, fit, axes } = this.model;
    const gate = this.gate();
    const { lambda } = fit;
    const perDeviation = new Float64Array(bank.nodeCount);
    // Every click moves the user bias, and the bias moves every term.
    let perBias = gate.userBias;
    for (let t = 0, at = item; t < bank.nodeCount; t++, at += bank.itemCount) {
      const c = bank.cell[at] === NO_CELL ? -1 : bank.firstCell[t] + bank.cell[at];
      const weight = gate.votes * fit.strength[t];
      if (c < 0) continue;
      perDeviation[t] = weight / (this.count[c] + lambda);
      perBias -= perDeviation[t] * this.count[c];
    }
    const perMoment = axes.map((axis, a) => {
      const squares = this.along[3 * a + 2] / AXIS_UNITS ** 2 + SLOPE_LAMBDA;
      const weight = (gate.slope * fit.axisStrength[a] * axis[item]) / squares;
      perBias -= (weight * this.along[3 * a + 1]) / AXIS_UNITS;
      return weight;
    });
    const always = perBias / (this.count[0] + USER_LAMBDA);
    return clicks.map((click) => {
      let share = always;
      for (let t = 0, row = 0; t < bank.nodeCount; t++, row += bank.itemCount) {
        const local = bank.cell[row + item];
        if (local !== NO_CELL && local === bank.cell[row + click.item]) share += perDeviation[t];
      }
      for (let a = 0; a < axes.length; a++) share += perMoment[a] * axes[a][click.item];
      return { item: click.item, amount: (share * this.deviationOf(click.item, click.halfStars)) / UNITS };
    });
  }
}
