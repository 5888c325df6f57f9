import { LIKE_HALF_STARS } from '../../data/ratings';
import { hashIntegers } from '../../lib/hash';
import { NO_CELL } from '../network/node-bank';
import { type RankingPart, WATCHED_WINDOW } from '../network/ranking-part';

/** Likes a year apart count .6, two years .14; beyond four nothing. */
const ERA_SECONDS = 365.25 * 86_400;
const ERA_REACH = 4;
/** Share of a film's likes that must lie near for these to count one unit. */
const ERA_FLOOR = 0.1;

interface Click {
  item: number;
  halfStars: number;
  timestamp: number;
}

/** By time; at the same second by a fixed shuffle of the films, never by the order of arrival. */
function compareClicks(a: Click, b: Click): number {
  return a.timestamp - b.timestamp || hashIntegers(a.item, 1) - hashIntegers(b.item, 1) || a.item - b.item;
}

/**
 * One user's memory for the ranking readout: how many likes, and how many recently watched films, each cell holds. The
 * window depends on the clicks' times alone: forgetting a click lets the next older one back in.
 */
export class RankingMemory {
  private readonly model: RankingPart;
  /** Ascending by compareClicks. */
  private readonly clicks: Click[] = [];
  private readonly liked: Int32Array;
  private readonly watched: Int32Array;

  constructor(model: RankingPart) {
    this.model = model;
    const cells = model.bank.firstCell[model.bank.nodeCount] + 1;
    this.liked = new Int32Array(cells);
    this.watched = new Int32Array(cells);
  }

  learn(item: number, halfStars: number, timestamp: number): void {
    const click = { item, halfStars, timestamp };
    const place = this.placeOf(click);
    this.clicks.splice(place, 0, click);
    if (halfStars >= LIKE_HALF_STARS) this.write(this.liked, item, 1);
    if (place < this.clicks.length - WATCHED_WINDOW) return;
    this.write(this.watched, item, 1);
    const leaving = this.clicks[this.clicks.length - 1 - WATCHED_WINDOW];
    if (leaving) this.write(this.watched, leaving.item, -1);
  }

  /** @throws RangeError if this was never learned. */
  unlearn(item: number, halfStars: number, timestamp: number): void {
    const click = { item, halfStars, timestamp };
    const place = this.placeOf(click);
    const found = this.clicks[place];
    if (!found || compareClicks(found, click) !== 0 || found.halfStars !== halfStars) {
      throw new RangeError('What was never learned cannot be unlearned.');
    }
    const returning = this.clicks[this.clicks.length - 1 - WATCHED_WINDOW];
    const wasRecent = place >= this.clicks.length - WATCHED_WINDOW;
    this.clicks.splice(place, 1);
    if (halfStars >= LIKE_HALF_STARS) this.write(this.liked, item, -1);
    if (!wasRecent) return;
    this.write(this.watched, item, -1);
    if (returning) this.write(this.watched, returning.item, 1);
  }

  /** The state as bytes: equal states have equal bytes. */
  bytes(): Uint8Array {
    return Uint8Array.from([this.liked, this.watched].flatMap((view) => [...new Uint8Array(view.buffer)]));
  }

  /** First place whose click is not before this one. */
  private placeOf(click: Click): number {
    let low = 0;
    let high = this.clicks.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (compareClicks(this.clicks[middle], click) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  private write(counts: Int32Array, item: number, sign: 1 | -1): void {
    const { cell, firstCell, itemCount, nodeCount } = this.model.bank;
    for (let t = 0, at = item; t < nodeCount; t++, at += itemCount) {
      if (cell[at] !== NO_CELL) counts[firstCell[t] + cell[at]] += sign;
    }
  }

  /**
   * Scores of the whole catalogue: start + era + sum over nodes of w log(1 + likes / (a bg)) + w' log(1 + watched / (a bg')).
   */
  rank(): Float64Array {
    const { bank, liked, watched, smoothing, likeShare, ratingShare, start } = this.model;
    const scores = start.slice();
    this.addEra(scores);
    let largest = 0;
    for (let t = 0; t < bank.nodeCount; t++)
      largest = Math.max(largest, bank.firstCell[t + 1] - bank.firstCell[t]);
    const recall = new Float64Array(largest + 1);
    for (let t = 0; t < bank.nodeCount; t++) {
      const first = bank.firstCell[t];
      for (let local = 1; local <= bank.firstCell[t + 1] - first; local++) {
        const c = first + local;
        recall[local] = 0;
        if (this.liked[c] > 0)
          recall[local] += liked[t] * Math.log1p(this.liked[c] / (smoothing * likeShare[c]));
        if (this.watched[c] > 0) {
          recall[local] += watched[t] * Math.log1p(this.watched[c] / (smoothing * ratingShare[c]));
        }
      }
      for (let i = 0, at = t * bank.itemCount; i < scores.length; i++, at++)
        scores[i] += recall[bank.cell[at]];
    }
    return scores;
  }

  /**
   * w log(1 + near / (.1 (1 + likes))): near are the public's likes of the film, each by how near it lies in time to the
   * user's last click. For clicks long after all of the public's it adds nothing.
   */
  private addEra(scores: Float64Array): void {
    const { era, eraWeight, start } = this.model;
    const last = this.clicks.at(-1);
    if (!era || !last || eraWeight === 0) return;
    const near = new Float64Array(scores.length);
    for (let r = 0; r < era.item.length; r++) {
      const apart = (era.timestamp[r] - last.timestamp) / ERA_SECONDS;
      if (Math.abs(apart) < ERA_REACH) near[era.item[r]] += Math.exp(-0.5 * apart * apart);
    }
    for (let i = 0; i < scores.length; i++) {
      if (near[i] > 0) scores[i] += eraWeight * Math.log1p(near[i] / (ERA_FLOOR * Math.exp(start[i])));
    }
  }
}
