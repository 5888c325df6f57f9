import type { ItemEffects } from '../../data/item-effects';
import { answerOf } from '../../data/opinion';
import { ByteWriter } from '../../lib/bytes';
import { placeOf } from '../network/answer-order';
import type { StarsNetwork } from '../network/network';
import { joinBanks } from '../network/node-bank';
import type { RatingPart } from '../network/rating-part';
import { starDeviation } from '../network/star-deviation';
import { createGramSums, type GramSums, writeGram } from '../personal/gram-memory';
import { matchFigure } from '../personal/match-figure';
import { COUNT, createMemory, encodeMemory, learn, type Memory, unlearn } from '../personal/memory';
import { latestOf, StarsReadout } from '../personal/stars-readout';

/** What one click adds to a prediction: exact, and adding up to it. */
export interface RatingContribution {
  item: number;
  /** Stars. */
  amount: number;
}

/** A film, what was taught of it, and when. */
interface Click {
  item: number;
  /** 1..10; taught by clicks, one number an answer. */
  halfStars: number;
  time: number;
  /** Whole 1/UNITS star. */
  deviation: number;
}

/**
 * One user's memory for the rating readout: sums of integers in cells and along coordinates of taste, and the clicks in the
 * order of their times. Writing commutes, and `unlearn` takes a click back exactly.
 */
export class RatingMemory {
  private readonly part: RatingPart;
  private readonly effects: ItemEffects;
  private readonly network: StarsNetwork;
  private readonly memory: Memory;
  private readonly sums: GramSums;
  /** Ascending by compareAnswers. */
  private readonly clicks: Click[] = [];
  /** Made when first asked for, good until the next click. */
  private readout: StarsReadout | null = null;

  constructor(part: RatingPart, effects: ItemEffects) {
    this.part = part;
    this.effects = effects;
    this.network = networkOf(part);
    this.memory = createMemory(this.network.bank);
    this.sums = createGramSums(part.gram);
  }

  learn(item: number, halfStars: number, time: number): void {
    const deviation = starDeviation(this.effects, this.part.lines, item, halfStars);
    const click = { item, halfStars, time, deviation };
    this.clicks.splice(placeOf(this.clicks, click), 0, click);
    learn(this.memory, this.network.bank, item, { answer: answerOf(halfStars), deviation });
    writeGram(this.sums, this.part.gram, item, deviation, 1);
    this.readout = null;
  }

  /**
   * The memory is then as if the rating had never been learned.
   * @throws RangeError if it never was.
   */
  unlearn(item: number, halfStars: number): void {
    const place = this.clicks.findIndex((click) => click.item === item && click.halfStars === halfStars);
    if (place < 0) throw new RangeError('What was never learned cannot be unlearned.');
    const [{ deviation }] = this.clicks.splice(place, 1);
    unlearn(this.memory, this.network.bank, item, { answer: answerOf(halfStars), deviation });
    writeGram(this.sums, this.part.gram, item, deviation, -1);
    this.readout = null;
  }

  /** The state as bytes: equal states have equal bytes. */
  bytes(): Uint8Array<ArrayBuffer> {
    const writer = new ByteWriter();
    writer.bytes(encodeMemory(this.memory));
    for (const sum of this.sums) writer.signed(sum);
    for (const { item, halfStars, time } of this.clicks) {
      for (const value of [item, halfStars, time]) writer.varint(value);
    }
    return writer.finish();
  }

  private read(): StarsReadout {
    this.readout ??= new StarsReadout(this.network, {
      cells: this.memory.cells,
      sums: this.sums,
      answers: this.clicks.slice().sort((a, b) => a.item - b.item),
      recent: latestOf(this.clicks),
    });
    return this.readout;
  }

  private expected(item: number): number {
    return this.effects.globalMean + this.effects.bias[item];
  }

  /** What is expected of a film before any click is looked at, in stars: where explanations start. */
  startOf(item: number): number {
    return this.expected(item) + this.read().start(item);
  }

  /** Expected stars; not clipped. */
  predict(items: ArrayLike<number>): Float64Array {
    const readout = this.read();
    return Float64Array.from(items, (item) => this.expected(item) + readout.shift(item));
  }

  /** The chance, within 1 % and 99 %, that each film is liked. */
  match(items: ArrayLike<number>): Float64Array {
    const figure = matchFigure(this.part.fit.match, this.memory.cells[COUNT]);
    return this.predict(items).map((stars, k) => figure.of(stars, this.effects.likeRate[items[k]]));
  }

  /** Splits a prediction over the clicks that made it: `startOf(item)` plus all amounts is `predict([item])[0]`. */
  explain(item: number): RatingContribution[] {
    const films = this.clicks.map((click) => click.item).sort((a, b) => a - b);
    const amounts = this.read().explain(item);
    return films.map((film, k) => ({ item: film, amount: amounts[k] }));
  }
}

/** Content nodes and anchor nodes in one bank. */
function networkOf({ bank, anchorBank, fit, gram }: RatingPart): StarsNetwork {
  return {
    bank: joinBanks(bank, anchorBank),
    content: { first: 0, strength: fit.strength },
    lambda: fit.lambda,
    anchors: { first: bank.nodeCount, count: anchorBank.nodeCount },
    gram,
    gate: fit.gate,
  };
}
