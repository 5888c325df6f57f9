import type { ItemEffects } from '../../data/item-effects';
import { answerOf } from '../../data/opinion';
import { LIKE_HALF_STARS, type Ratings } from '../../data/ratings';
import { createRandom, deriveSeed, type Random } from '../../lib/random';
import { WATCHED_WINDOW } from '../network/lists/ranking-settings';
import { timeOrder } from './training-cases';

/**
 * Moments in training users' lives, each with films that were liked later and films drawn by how liked they are:
 * the rows on which ranking strengths are fitted.
 */
export interface RankingCases {
  count: number;
  /** Films liked so far, and the last films that were rated and not disliked. */
  likedOffsets: Uint32Array;
  liked: Uint32Array;
  watchedOffsets: Uint32Array;
  watched: Uint32Array;
  /** Films to be told apart; the first `later[c]` of a case were liked later. */
  rowOffsets: Uint32Array;
  row: Uint32Array;
  later: Uint16Array;
}

/** Moments: shares of a user's ratings that are known. */
const CUTS = [0.5, 0.8];
const MOST_LATER = 10;
const DRAWN = 80;

/** Draws the cases of all training users. */
export function drawRankingCases(ratings: Ratings, effects: ItemEffects, seed: number): RankingCases {
  const draw = drawByLikes(effects);
  const liked: number[][] = [];
  const watched: number[][] = [];
  const rows: number[][] = [];
  const later: number[] = [];
  for (let user = 0; user < ratings.userCount; user++) {
    const random = createRandom(deriveSeed(seed, 'ranking cases', ratings.userId[user]));
    const start = ratings.offsets[user];
    const order = timeOrder(ratings, start, ratings.offsets[user + 1] - start, random.integer(2 ** 31));
    const isLike = (r: number) => ratings.halfStars[r] >= LIKE_HALF_STARS;
    const isWatched = (r: number) => answerOf(ratings.halfStars[r]) !== 'dislike';
    for (const share of CUTS) {
      const cut = Math.floor(share * order.length);
      const known = order.subarray(0, cut);
      const next = [...random.shuffle(order.slice(cut))].filter(isLike).slice(0, MOST_LATER);
      if (next.length === 0 || cut === 0) continue;
      const films = (positions: Iterable<number>) => Array.from(positions, (r) => ratings.item[r]);
      const seen = new Set(films(known));
      const chosen = films(next);
      const others = Array.from({ length: DRAWN }, () => draw(random)).filter(
        (item) => !seen.has(item) && !chosen.includes(item),
      );
      liked.push(films(known.filter(isLike)));
      watched.push(films(known.filter(isWatched).slice(-WATCHED_WINDOW)));
      rows.push([...chosen, ...others]);
      later.push(chosen.length);
    }
  }
  return {
    count: rows.length,
    likedOffsets: offsetsOf(liked),
    liked: Uint32Array.from(liked.flat()),
    watchedOffsets: offsetsOf(watched),
    watched: Uint32Array.from(watched.flat()),
    rowOffsets: offsetsOf(rows),
    row: Uint32Array.from(rows.flat()),
    later: Uint16Array.from(later),
  };
}

/** Draws films in proportion to 1 + likes, which cancels their start in the ranking: log(1 + likes). */
function drawByLikes({ likes }: ItemEffects): (random: Random) => number {
  const upTo = new Float64Array(likes.length);
  let total = 0;
  for (let i = 0; i < likes.length; i++) {
    total += 1 + likes[i];
    upTo[i] = total;
  }
  return (random) => {
    const at = random.next() * total;
    let low = 0;
    let high = upTo.length - 1;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (upTo[middle] > at) high = middle;
      else low = middle + 1;
    }
    return low;
  };
}

function offsetsOf(lists: readonly number[][]): Uint32Array {
  const offsets = new Uint32Array(lists.length + 1);
  lists.forEach((list, c) => {
    offsets[c + 1] = offsets[c] + list.length;
  });
  return offsets;
}
