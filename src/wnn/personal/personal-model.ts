import { type SeenAnswer, taughtBy } from '../../data/opinion';
import type { Network } from '../network/network';
import { likeVerdict, type Verdict } from '../network/verdict';
import { LiveRanking } from './live-ranking';
import { cloneMemory, createMemory, encodeMemory, learn, type Memory, unlearn } from './memory';

/** What a model was taught of one film, and when: what it takes to forget it. */
export interface Held extends Verdict {
  /** Any unit that grows: answers are recent by it. */
  time: number;
}

/**
 * One person's model: the network and a personal memory, with the answers that were written into it.
 * A state machine: every change of an answer is one transition, applied at once and exactly reversible.
 */
export class PersonalModel {
  readonly network: Network;
  readonly memory: Memory;
  private held: Map<number, Held>;
  /** Made when a ranking is first asked for. */
  private ranking: LiveRanking | undefined;

  /** @param memory holds just the answers, by item. */
  constructor(
    network: Network,
    memory: Memory = createMemory(network.bank),
    answers?: ReadonlyMap<number, Held>,
  ) {
    this.network = network;
    this.memory = memory;
    this.held = new Map(answers);
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
    let latest = 0;
    for (const { time } of this.held.values()) latest = Math.max(latest, time);
    return latest;
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
      this.teach(item, likeVerdict(this.network.effects, item, taught), time);
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

  /** Writes a verdict into the memory, or takes it out, and lets the ranking follow. */
  private write(item: number, held: Held, write: typeof learn): void {
    write(this.memory, this.network.bank, item, held);
    this.ranking?.update(item);
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
    return encodeMemory(this.memory);
  }

  clone(): PersonalModel {
    return new PersonalModel(this.network, cloneMemory(this.memory), this.held);
  }
}
