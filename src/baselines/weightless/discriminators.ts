import { lowestBit, type TupleAddresses, type TupleMapping } from './tuples';

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
 * Both counters of a cell stand side by side, so that an answer reads one line of the processor's cache a node.
 */
export class Discriminators {
  readonly tuples: number;
  readonly width: number;
  /** Counters: cell a of node t has those of the two classes at 2 * (t * 2^width + a). */
  readonly counts: Uint16Array;
  /** Where the counters of the input at hand stand, those of dislikes; length tuples. */
  private readonly at: Int32Array;
  /** The same of an input without a bit. */
  private readonly origin: Int32Array;
  private readonly dislikes: Uint16Array;
  private readonly likes: Uint16Array;

  /** @param tuples nodes of a discriminator @param width bits that a node reads, 1..16; tuples * 2^width is below 2^30 */
  constructor({ tuples, width }: Pick<TupleMapping, 'tuples' | 'width'>) {
    this.tuples = tuples;
    this.width = width;
    this.counts = new Uint16Array(tuples << (width + 1));
    this.origin = Int32Array.from({ length: tuples }, (_, t) => t << (width + 1));
    this.at = this.origin.slice();
    this.dislikes = new Uint16Array(tuples);
    this.likes = new Uint16Array(tuples);
  }

  /**
   * Turns to an input: computes the address that each node is shown.
   * @param words the input's bits: bit b is bit (b & 31) of words[from + (b >>> 5)]; those beyond the mapping's are 0
   */
  read({ bits, node, value }: TupleMapping, words: Uint32Array, from: number): void {
    const { at } = this;
    at.set(this.origin);
    for (let first = 0, w = from; first < bits; first += 32, w++) {
      for (let word = words[w] | 0; word !== 0; word &= word - 1) {
        const bit = first + lowestBit(word);
        at[node[bit]] += value[bit] << 1;
      }
    }
  }

  /** Turns to a film whose addresses are known. */
  readFilm({ tuples, address }: TupleAddresses, item: number): void {
    const { at, origin } = this;
    for (let t = 0, a = item * tuples; t < tuples; t++, a++) at[t] = origin[t] + (address[a] << 1);
  }

  /** Learns the input at hand in a class. @throws RangeError, with nothing learned, where a counter is full */
  learn(kind: Class): void {
    const { at, counts, tuples } = this;
    for (let t = 0; t < tuples; t++) {
      const cell = at[t] + kind;
      const count = counts[cell];
      if (count === MOST) throw this.refusal(t, kind, -1, `A counter holds ${MOST} at most.`);
      counts[cell] = count + 1;
    }
  }

  /** Takes the input at hand back. @throws RangeError, with nothing changed, where it cannot have been learned in that class */
  unlearn(kind: Class): void {
    const { at, counts, tuples } = this;
    for (let t = 0; t < tuples; t++) {
      const cell = at[t] + kind;
      const count = counts[cell];
      if (count === 0) throw this.refusal(t, kind, 1, 'What was never learned cannot be unlearned.');
      counts[cell] = count - 1;
    }
  }

  /** Takes back what was written of the input at hand in the first nodes. */
  private refusal(written: number, kind: Class, step: 1 | -1, why: string): RangeError {
    for (let t = 0; t < written; t++) this.counts[this.at[t] + kind] += step;
    return new RangeError(why);
  }

  /**
   * Answers of the input at hand: the response of likes less that of dislikes, -tuples .. tuples, at the least b at which
   * they differ; 0 for a tie. Above 0 it is taken for a like, below for a dislike.
   */
  answer(): number {
    const { at, counts, tuples, dislikes, likes } = this;
    let difference = 0;
    for (let t = 0; t < tuples; t++) {
      const cell = at[t];
      const dislike = counts[cell];
      const like = counts[cell + LIKE];
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
