import { addendOf, lowestBit, nodeOf, type TupleAddresses, type TupleMapping } from './tuples';

/** The two classes; their numbers are the places of their counters in a cell. */
export const DISLIKE = 0;
/** See DISLIKE. */
export const LIKE = 1;
/** One of the two. */
export type Class = typeof DISLIKE | typeof LIKE;

/** What a counter holds at most. */
const MOST = 65_535;

/**
 * WiSARD (Aleksander, Thomas and Bowden 1984) for two classes: two discriminators of RAM nodes, each cell a counter of how
 * often its pattern was learned in a class.
 *
 * - Learning counts one cell a node up, unlearning counts the same ones down: what was learned can be taken back in any
 *   order, and leaves the bytes of a memory that never held it. No counter goes below 0 or beyond 65,535: what would take
 *   it there is refused whole.
 * - An answer is bleached (Grieco et al. 2010; Carvalho et al. 2013): a discriminator's response is the number of its nodes
 *   whose counter is b or more; b rises from 1 until the two responses differ. Where they never do, it is a tie, answered
 *   with 0, as by a memory that was taught nothing.
 *
 * Where things stand is chosen for the processor's cache. Both counters of a cell are neighbours, and so are the cells of all
 * nodes for one address: inputs are sparse, so that most nodes are shown one of few addresses. Node after node, the same
 * addresses of all nodes would lie a power of two apart and drive each other out of the cache.
 */
export class Discriminators {
  readonly tuples: number;
  readonly width: number;
  /** Counters: the cell of node t for address a has those of the two classes at 2 * (a * tuples + t). */
  readonly counts: Uint16Array;
  /** The address that each node is shown by the input at hand; length tuples. */
  private readonly address: Uint16Array;
  private readonly dislikes: Uint16Array;
  private readonly likes: Uint16Array;

  /** @param tuples nodes of a discriminator @param width bits that a node reads, 1..16; tuples * 2^width is below 2^30 */
  constructor({ tuples, width }: Pick<TupleMapping, 'tuples' | 'width'>) {
    this.tuples = tuples;
    this.width = width;
    this.counts = new Uint16Array(tuples << (width + 1));
    this.address = new Uint16Array(tuples);
    this.dislikes = new Uint16Array(tuples);
    this.likes = new Uint16Array(tuples);
  }

  /**
   * Turns to an input: computes the address that each node is shown.
   * @param words the input's bits: bit b is bit (b & 31) of words[from + (b >>> 5)]; those beyond the mapping's are 0
   */
  read({ bits, reading }: TupleMapping, words: Uint32Array, from: number): void {
    const { address } = this;
    address.fill(0);
    for (let first = 0, w = from; first < bits; first += 32, w++) {
      for (let word = words[w] | 0; word !== 0; word &= word - 1) {
        const own = reading[first + lowestBit(word)];
        address[nodeOf(own)] += addendOf(own);
      }
    }
  }

  /** Turns to a film whose addresses are known. */
  readFilm({ tuples, address }: TupleAddresses, item: number): void {
    const from = item * tuples;
    for (let t = 0; t < tuples; t++) this.address[t] = address[from + t];
  }

  /** Learns the input at hand in a class. @throws RangeError, with nothing learned, where a counter is full */
  learn(kind: Class): void {
    const { address, counts, tuples } = this;
    for (let t = 0; t < tuples; t++) {
      const at = 2 * (address[t] * tuples + t) + kind;
      const count = counts[at];
      if (count === MOST) throw this.refusal(t, kind, -1, `A counter holds ${MOST} at most.`);
      counts[at] = count + 1;
    }
  }

  /** Takes the input at hand back. @throws RangeError, with nothing changed, where it cannot have been learned in that class */
  unlearn(kind: Class): void {
    const { address, counts, tuples } = this;
    for (let t = 0; t < tuples; t++) {
      const at = 2 * (address[t] * tuples + t) + kind;
      const count = counts[at];
      if (count === 0) throw this.refusal(t, kind, 1, 'What was never learned cannot be unlearned.');
      counts[at] = count - 1;
    }
  }

  /** Takes back what was written of the input at hand in the first nodes. */
  private refusal(written: number, kind: Class, step: 1 | -1, why: string): RangeError {
    const { address, counts, tuples } = this;
    for (let t = 0; t < written; t++) counts[2 * (address[t] * tuples + t) + kind] += step;
    return new RangeError(why);
  }

  /**
   * Answers of the input at hand: the response of likes less that of dislikes, -tuples .. tuples, at the least b at which
   * they differ; 0 for a tie. Above 0 it is taken for a like, below for a dislike.
   */
  answer(): number {
    const { address, counts, tuples, dislikes, likes } = this;
    let difference = 0;
    for (let t = 0; t < tuples; t++) {
      const at = 2 * (address[t] * tuples + t);
      const dislike = counts[at + DISLIKE];
      const like = counts[at + LIKE];
      dislikes[t] = dislike;
      likes[t] = like;
      difference += (like > 0 ? 1 : 0) - (dislike > 0 ? 1 : 0);
    }
    return difference === 0 ? this.bleached() : difference;
  }

  /** The difference beyond b = 1. The responses change where b passes a count that occurs: others are skipped. */
  private bleached(): number {
    const { tuples, dislikes, likes } = this;
    // The least count of all that are above the last one passed.
    let least = 0;
    for (;;) {
      let next = MOST + 1;
      let difference = 0;
      for (let t = 0; t < tuples; t++) {
        const dislike = dislikes[t];
        const like = likes[t];
        if (like > least) {
          difference++;
          if (like < next) next = like;
        }
        if (dislike > least) {
          difference--;
          if (dislike < next) next = dislike;
        }
      }
      if (difference !== 0 || next > MOST) return difference;
      least = next;
    }
  }
}
