import { type Opinion, taughtBy } from '../../data/opinion';
import type { Network } from '../network/network';
import { likeVerdict } from '../network/verdict';
import { LiveRanking } from './live-ranking';
import { cloneMemory, createMemory, encodeMemory, learn, type Memory, unlearn } from './memory';

/** What a model learns, owned by data/. */
export type { Opinion };

/**
 * One person's model: the network and a personal memory, with the opinions that were written into it.
 * A state machine: every change of opinion is one transition, applied at once and exactly reversible.
 */
export class PersonalModel {
  readonly network: Network;
  readonly memory: Memory;
  private held: Map<number, Opinion>;
  /** Made when a ranking is first asked for. */
  private ranking: LiveRanking | undefined;

  constructor(
    network: Network,
    memory: Memory = createMemory(network.bank),
    opinions?: Map<number, Opinion>,
  ) {
    this.network = network;
    this.memory = memory;
    this.held = new Map(opinions);
  }

  /** The opinions the memory holds, by item. */
  get opinions(): ReadonlyMap<number, Opinion> {
    return this.held;
  }

  /** Learns an opinion; a changed opinion is unlearned first. */
  rate(item: number, opinion: Opinion): void {
    this.forget(item);
    this.write(item, opinion, learn);
    this.held.set(item, opinion);
  }

  /**
   * Learns what was answered of a film, whatever was answered before. Likes and dislikes teach; any other answer leaves
   * nothing of the film. The app's every click and the evaluation of clicks come through here.
   */
  answer(item: number, answer: string): void {
    const opinion = taughtBy(answer);
    if (!opinion) this.forget(item);
    else if (this.held.get(item) !== opinion) this.rate(item, opinion);
  }

  /** Forgets what was said of a film, exactly. Does nothing where nothing was said. */
  forget(item: number): void {
    const opinion = this.held.get(item);
    if (opinion === undefined) return;
    this.write(item, opinion, unlearn);
    this.held.delete(item);
  }

  /** Writes an opinion into the memory, or takes it out, and lets the ranking follow. */
  private write(item: number, opinion: Opinion, write: typeof learn): void {
    const { network, memory } = this;
    write(memory, network.bank, item, likeVerdict(network.effects, item, opinion === 'like'));
    this.ranking?.update(item);
  }

  /** Ranking scores of the whole catalogue (see `LiveRanking`), brought up to date click by click; length itemCount. */
  rankingScores(): Float64Array {
    this.ranking ??= new LiveRanking(this.network, this.memory);
    return this.ranking.scores();
  }

  /**
   * Looks at the model as if it had never learned the given films; it is as before when this returns, byte for byte and
   * in the order of its opinions. Costs a few writes a film, where rebuilding would cost one learning of everything.
   * @param look reads the model; what it returns must not read it later.
   */
  without<T>(items: readonly number[], look: () => T): T {
    const { held } = this;
    const taken = [...new Set(items)].flatMap((item) => {
      const opinion = held.get(item);
      return opinion === undefined ? [] : [{ item, opinion }];
    });
    this.held = new Map(held);
    for (const { item } of taken) this.forget(item);
    try {
      return look();
    } finally {
      for (const { item, opinion } of taken) this.write(item, opinion, learn);
      this.held = held;
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
