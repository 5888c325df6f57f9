import { type SeenAnswer, taughtBy } from '../../data/opinion';
import { ByteWriter } from '../../lib/bytes';
import { type FilmRows, filmRows } from '../network/film-rows';
import { RANKING_UNITS } from '../network/lists/ranking-part';
import type { Network } from '../network/network';
import { RECENT_ANSWERS } from '../network/rating-part';
import { answerVerdict, type Verdict } from '../network/verdict';
import { inTime } from './answer-windows';
import { createGramSums, type GramSums, writeGram } from './gram-memory';
import { ListTerms } from './list-terms';
import { LiveRecall } from './live-recall';
import { cloneMemory, createMemory, encodeMemory, learn, type Memory, STRIDE, unlearn } from './memory';
import { recallingNodes, sumOfRecall, watchingNodes } from './ranking-readout';
import { AnsweredFilms } from './stars/answered-films';
import { starsCells } from './stars/stars-shares';
import { StarsReadout } from './stars-readout';
import { WatchedCells } from './watched-cells';

/** A power of two, so that to multiply by it is exact, as to divide by its inverse is. */
const ONE_UNIT = 1 / RANKING_UNITS;

/** What a model was taught of one film, and when: what it takes to forget it. */
export interface Held extends Verdict {
  /** Any unit that grows: answers are recent by it. */
  time: number;
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
  /** What orders the catalogue beside cells, and the answers in the order of their times. */
  readonly terms: ListTerms;
  private readonly rows: FilmRows;
  private readonly watchedCells: WatchedCells;
  private held: Map<number, Held>;
  /** Made when a ranking is first asked for. */
  private recall: LiveRecall | undefined;
  /** Made when first asked for, good until the next change. */
  private stars: StarsReadout | undefined;
  private answered: AnsweredFilms | undefined;

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
    this.rows = filmRows(network.bank);
    this.watchedCells = new WatchedCells(
      this.rows,
      watchingNodes(network.ranking),
      memory.cells.length / STRIDE,
      (item) => this.recall?.changed(item),
    );
    this.terms = new ListTerms(network.terms, (item, sign) => this.watchedCells.add(item, sign));
    this.terms.learnAll(inTime(answers));
  }

  /** What was answered of each film, by item, in the order in which the model came to learn it. */
  get opinions(): ReadonlyMap<number, SeenAnswer> {
    return new Map([...this.held].map(([item, { answer }]) => [item, answer]));
  }

  /** The same with what was written and when. */
  get answers(): ReadonlyMap<number, Held> {
    return this.held;
  }

  /**
   * Films of the latest answers in each cell of the nodes that ask for them (`watchingNodes`), dislikes left out; follows from
   * the answers. By global cell id.
   */
  get watched(): Int32Array {
    return this.watchedCells.counts;
  }

  /** Time of the latest answer; 0 before the first. */
  get latest(): number {
    return this.terms.all.at(-1)?.time ?? 0;
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

  /**
   * Learns what was answered of many films; while nothing was learned before, at a fraction of what one after the other costs.
   * @param answers by item, each with its time
   */
  answerAll(answers: ReadonlyMap<number, { answer: SeenAnswer; time: number }>): void {
    const { network, memory, sums } = this;
    if (this.held.size > 0) {
      for (const [item, { answer, time }] of answers) this.answer(item, answer, time);
      return;
    }
    for (const [item, { answer, time }] of answers) {
      const verdict = answerVerdict(network, item, answer);
      this.held.set(item, { ...verdict, time });
      learn(memory, network.bank, item, verdict);
      if (network.rating) writeGram(sums, network.rating.gram, item, verdict.deviation, 1);
      this.follow(item);
    }
    this.terms.learnAll(inTime(this.held));
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
  private write(item: number, { answer, deviation, time }: Held, write: typeof learn): void {
    const { network, memory, sums, terms } = this;
    const sign = write === learn ? 1 : -1;
    if (sign > 0) terms.learn({ item, answer, time });
    else terms.unlearn({ item, answer, time });
    write(memory, network.bank, item, { answer, deviation });
    if (network.rating) writeGram(sums, network.rating.gram, item, deviation, sign);
    this.follow(item);
  }

  /** Lets what follows the state know that what is held of a film has changed. */
  private follow(item: number): void {
    this.stars = undefined;
    this.answered?.changed(item);
    this.recall?.changed(item);
  }

  /** What stars are expected by, as the state is now; null where the network has no part for it. */
  readout(): StarsReadout | null {
    const { network, memory, sums, terms, held } = this;
    const { rating, bank } = network;
    if (!rating) return null;
    if (this.stars) return this.stars;
    this.answered ??= new AnsweredFilms(bank.itemCount, starsCells(rating).size);
    this.answered.follow(held);
    const recent = terms.all.slice(-RECENT_ANSWERS).map(({ item }) => ({
      item,
      deviation: held.get(item)?.deviation ?? 0,
    }));
    this.stars = new StarsReadout(rating, { cells: memory.cells, sums, answered: this.answered, recent });
    return this.stars;
  }

  /**
   * Ranking scores of the whole catalogue, the larger the better, brought up to date click by click: a fresh array of length
   * itemCount; multiples of 1/RANKING_UNITS, so that they are exact sums and ties are real.
   */
  rankingScores(): Float64Array {
    const { network, memory } = this;
    // Before the recall follows, since it is told of what reading these may write.
    const read = { network, memory, watched: this.watched };
    this.recall ??= new LiveRecall(network.bank, this.rows, recallingNodes(network.ranking), (node, cell) =>
      sumOfRecall(read, node, cell),
    );
    this.recall.follow();
    const { common, recalled } = this.recall;
    const scores = new Float64Array(recalled.length);
    for (let i = 0; i < scores.length; i++) scores[i] = common + recalled[i];
    this.terms.addTo(scores);
    for (let i = 0; i < scores.length; i++) scores[i] *= ONE_UNIT;
    return scores;
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

  /**
   * Canonical bytes of the state: equal states have equal bytes. Of times only their order counts. Zeros at the end are
   * left out, so that nothing is what there is before the first answer.
   */
  stateBytes(): Uint8Array<ArrayBuffer> {
    const writer = new ByteWriter();
    const { all } = this.terms;
    writer.varint(all.length);
    for (const { item } of all) writer.varint(item);
    for (const sum of this.sums) writer.signed(sum);
    for (const sum of this.terms.state()) writer.signed(sum);
    writer.bytes(encodeMemory(this.memory));
    const bytes = writer.finish();
    return bytes.slice(0, bytes.findLastIndex((byte) => byte !== 0) + 1);
  }

  clone(): PersonalModel {
    const state = { memory: cloneMemory(this.memory), sums: this.sums.slice() };
    return new PersonalModel(this.network, state, this.held);
  }
}
