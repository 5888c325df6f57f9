import { type SeenAnswer, taughtBy } from '../../data/opinion';
import { ByteWriter } from '../../lib/bytes';
import { placeOf } from '../network/answer-order';
import type { Network } from '../network/network';
import { answerVerdict, type Verdict } from '../network/verdict';
import { createGramSums, type GramSums, writeGram } from './gram-memory';
import { LiveRanking } from './live-ranking';
import { cloneMemory, createMemory, encodeMemory, learn, type Memory, unlearn } from './memory';
import { latestOf, StarsReadout } from './stars-readout';

/** What a model was taught of one film, and when: what it takes to forget it. */
export interface Held extends Verdict {
  /** Any unit that grows: answers are recent by it. */
  time: number;
}

/** An answer with its film. */
interface Answered extends Held {
  item: number;
}

/** What a model has written: cells, and sums along the coordinates of taste. */
export interface State {
  memory: Memory;
  sums: GramSums;
}

/** A state in which nothing is written. */
export function emptyState(network: Network): State {
  return {
    memory: createMemory(network.bank),
    sums: createGramSums(network.rating?.gram ?? { dimensions: 0 }),
  };
}

/**
 * One person's model: the network and a personal state, with the answers that were written into it.
 * A state machine: every change of an answer is one transition, applied at once and exactly reversible.
 */
export class PersonalModel {
  readonly network: Network;
  readonly memory: Memory;
  readonly sums: GramSums;
  private held: Map<number, Held>;
  /** Ascending by compareAnswers. */
  private readonly inTime: Answered[] = [];
  /** Made when a ranking is first asked for. */
  private ranking: LiveRanking | undefined;
  /** Made when first asked for, good until the next change. */
  private stars: StarsReadout | undefined;

  /** @param state holds just the answers, by item; from now on it is the model's. */
  constructor(
    network: Network,
    { memory, sums }: State = emptyState(network),
    answers: ReadonlyMap<number, Held> = new Map(),
  ) {
    this.network = network;
    this.memory = memory;
    this.sums = sums;
    this.held = new Map(answers);
    for (const [item, held] of answers) this.place({ item, ...held });
  }

  /** What was answered of each film, by item, in the order in which the model came to learn it. */
  get opinions(): ReadonlyMap<number, SeenAnswer> {
    return new Map([...this.held].map(([item, { answer }]) => [item, answer]));
  }

  /** The same with what was written and when. */
  get answers(): ReadonlyMap<number, Held> {
    return this.held;
  }

  /** Time of the latest answer; 0 before the first. */
  get latest(): number {
    return this.inTime.at(-1)?.time ?? 0;
  }

  /**
   * Learns what was answered of a film, whatever was answered before. What is said of films seen teaches; any other
   * answer leaves nothing of the film. The app's every click and the evaluation of clicks come through here.
   * @param time answers are recent by it; where left out, this is the latest.
   */
  answer(item: number, answer: string, time: number = this.latest + 1): void {
    const taught = taughtBy(answer);
    const held = this.held.get(item);
    if (!taught) this.forget(item);
    else if (held?.answer !== taught || held.time !== time)
      this.teach(item, answerVerdict(this.network, item, taught), time);
  }

  /** Learns a verdict; an earlier one of the same film is unlearned first. */
  teach(item: number, { answer, deviation }: Verdict, time: number): void {
    this.forget(item);
    const held = { answer, deviation, time };
    this.held.set(item, held);
    this.write(item, held, learn);
  }

  /** Forgets what was said of a film, exactly. Does nothing where nothing was said. */
  forget(item: number): void {
    const held = this.held.get(item);
    if (held === undefined) return;
    this.held.delete(item);
    this.write(item, held, unlearn);
  }

  /** Writes a verdict into the state, or takes it out, and lets the ranking follow. */
  private write(item: number, held: Held, write: typeof learn): void {
    const { network, memory, sums } = this;
    const sign = write === learn ? 1 : -1;
    if (sign > 0) this.place({ item, ...held });
    else this.inTime.splice(placeOf(this.inTime, { item, ...held }), 1);
    write(memory, network.bank, item, held);
    if (network.rating) writeGram(sums, network.rating.gram, item, held.deviation, sign);
    this.stars = undefined;
    this.ranking?.update(item);
  }

  private place(answered: Answered): void {
    this.inTime.splice(placeOf(this.inTime, answered), 0, answered);
  }

  /** What stars are expected by, as the state is now; null where the network has no part for it. */
  readout(): StarsReadout | null {
    const { network, memory, sums, inTime } = this;
    if (!network.rating) return null;
    this.stars ??= new StarsReadout(network.rating, {
      cells: memory.cells,
      sums,
      answers: inTime.slice().sort((a, b) => a.item - b.item),
      recent: latestOf(inTime),
    });
    return this.stars;
  }

  /** Ranking scores of the whole catalogue (see `LiveRanking`), brought up to date click by click; length itemCount. */
  rankingScores(): Float64Array {
    this.ranking ??= new LiveRanking(this.network, this.memory);
    return this.ranking.scores();
  }

  /**
   * Looks at the model as if it had never learned the given films; it is as before when this returns, byte for byte and
   * in the order of its answers. Costs a few writes a film, where rebuilding would cost one learning of everything.
   * @param look reads the model; what it returns must not read it later.
   */
  without<T>(items: readonly number[], look: () => T): T {
    const before = this.held;
    const taken = [...new Set(items)].flatMap((item) => {
      const held = before.get(item);
      return held === undefined ? [] : [{ item, held }];
    });
    this.held = new Map(before);
    for (const { item } of taken) this.forget(item);
    try {
      return look();
    } finally {
      for (const { item, held } of taken) this.teach(item, held, held.time);
      this.held = before;
    }
  }

  /** Canonical bytes of the state: equal states have equal bytes. */
  stateBytes(): Uint8Array<ArrayBuffer> {
    const writer = new ByteWriter();
    writer.varint(this.inTime.length);
    for (const { item, time } of this.inTime) {
      writer.varint(item);
      writer.varint(time);
    }
    for (const sum of this.sums) writer.signed(sum);
    writer.bytes(encodeMemory(this.memory));
    return writer.finish();
  }

  clone(): PersonalModel {
    const state = { memory: cloneMemory(this.memory), sums: this.sums.slice() };
    return new PersonalModel(this.network, state, this.held);
  }
}
