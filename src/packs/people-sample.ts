import type { Ratings } from '../data/ratings';
import type { Rows } from '../data/read/ratings/rating-lines';
import { hashIntegers } from '../lib/hash';

/** Ratings of some people, as parallel columns in no order. */
export interface SampleColumns {
  user: Uint32Array;
  item: Uint32Array;
  halfStars: Uint8Array;
  /** Seconds since 1970. */
  timestamp: Uint32Array;
}

/** Place of a person in the order in which people are drawn: least ranks first, 52 bits. */
export function rankOf(user: number, seed: number): number {
  return hashIntegers(seed, user) * 2 ** 20 + (hashIntegers(user, seed) >>> 12);
}

/** Above this many times the size wanted, the sample is cut back to it. */
const SLACK = 2;

/**
 * A sample of people, drawn in one pass over ratings in any order: those whose hashes are the least. Samples of parts of the
 * people, put together, are the sample of all of them, so shards draw what one run draws.
 */
export class PeopleSample {
  private readonly most: number;
  private readonly seed: number;
  /** Nobody from this hash on can be in the sample any more. */
  private bound = Number.POSITIVE_INFINITY;
  private readonly people = new Map<number, number>();
  private columns: SampleColumns = columnsOf(1024);
  private count = 0;

  /** @param most people, > 0 @param seed decides who is drawn */
  constructor(most: number, seed: number) {
    this.most = most;
    this.seed = seed;
  }

  /** Takes in one rating. */
  add(user: number, item: number, halfStars: number, timestamp: number): void {
    if (!this.people.has(user)) {
      const rank = rankOf(user, this.seed);
      if (rank >= this.bound) return;
      this.people.set(user, rank);
      if (this.people.size > SLACK * this.most) {
        this.cut();
        if (rank >= this.bound) return;
      }
    }
    if (this.count === this.columns.user.length) this.columns = grown(this.columns, this.count);
    this.columns.user[this.count] = user;
    this.columns.item[this.count] = item;
    this.columns.halfStars[this.count] = halfStars;
    this.columns.timestamp[this.count++] = timestamp;
  }

  /** Takes in ratings as they stand in a file. @param takes whether a user is of this part of the people */
  addRows(rows: Rows, takes: (user: number) => boolean): void {
    for (let r = 0; r < rows.count; r++) {
      if (takes(rows.user[r])) this.add(rows.user[r], rows.item[r], rows.halfStars[r], rows.timestamp[r]);
    }
  }

  /** The ratings of those drawn, in the order in which they came. */
  get drawn(): SampleColumns {
    this.cut();
    return cutTo(this.columns, this.count);
  }

  /** Should two people ever share a rank, they are in the sample together or not at all. */
  private cut(): void {
    if (this.people.size <= this.most) return;
    const ranks = Float64Array.from(this.people.values()).sort();
    this.bound = ranks[this.most];
    for (const [user, rank] of this.people) if (rank >= this.bound) this.people.delete(user);
    const { user, item, halfStars, timestamp } = this.columns;
    let kept = 0;
    for (let r = 0; r < this.count; r++) {
      if (!this.people.has(user[r])) continue;
      user[kept] = user[r];
      item[kept] = item[r];
      halfStars[kept] = halfStars[r];
      timestamp[kept++] = timestamp[r];
    }
    this.count = kept;
  }
}

/**
 * Ratings in columns, grouped by user and in order of time; of several ratings of one film the last counts, and people with
 * a single rating are left out, who teach nothing.
 */
export function groupSample({ user, item, halfStars, timestamp }: SampleColumns): Ratings {
  const order = Uint32Array.from(user.keys()).sort(
    (a, b) => user[a] - user[b] || timestamp[a] - timestamp[b] || item[a] - item[b] || a - b,
  );
  const users: number[] = [];
  const rows: number[] = [];
  const offsets = [0];
  for (let from = 0, to = 0; from < order.length; from = to) {
    while (to < order.length && user[order[to]] === user[order[from]]) to++;
    const last = new Map<number, number>();
    for (const r of order.subarray(from, to)) {
      last.delete(item[r]);
      last.set(item[r], r);
    }
    if (last.size < 2) continue;
    users.push(user[order[from]]);
    for (const r of last.values()) rows.push(r);
    offsets.push(rows.length);
  }
  return {
    userCount: users.length,
    count: rows.length,
    userId: Uint32Array.from(users),
    offsets: Uint32Array.from(offsets),
    item: Uint32Array.from(rows, (r) => item[r]),
    halfStars: Uint8Array.from(rows, (r) => halfStars[r]),
    timestamp: Uint32Array.from(rows, (r) => timestamp[r]),
  };
}

function columnsOf(length: number): SampleColumns {
  return {
    user: new Uint32Array(length),
    item: new Uint32Array(length),
    halfStars: new Uint8Array(length),
    timestamp: new Uint32Array(length),
  };
}

function grown(columns: SampleColumns, count: number): SampleColumns {
  const larger = columnsOf(2 * count);
  for (const name of ['user', 'item', 'halfStars', 'timestamp'] as const) larger[name].set(columns[name]);
  return larger;
}

function cutTo({ user, item, halfStars, timestamp }: SampleColumns, count: number): SampleColumns {
  return {
    user: user.slice(0, count),
    item: item.slice(0, count),
    halfStars: halfStars.slice(0, count),
    timestamp: timestamp.slice(0, count),
  };
}
