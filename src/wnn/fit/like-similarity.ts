import { LIKE_HALF_STARS, type Ratings } from '../../data/ratings';

/** The films that enough people like to say which films go together, and who likes them. */
export interface LikedFilms {
  /** Catalogue indices, ascending. */
  items: Uint32Array;
  /** Place in `items` of a catalogue index, or -1; length itemCount. */
  place: Int32Array;
  /** Likes of each film in `items`. */
  likes: Float64Array;
  /** Per user, the places of the films liked. */
  users: Uint16Array[];
}

/** Films with fewer likes say nothing of others (docs/model.md, Anchor nodes). */
const LEAST_LIKES = 2;
/** The similarity matrix is dense: with more films than this, the least liked share the cell of the unknown. */
const MOST_FILMS = 5000;

/** Collects the training users' likes. @param most films, the most liked ones. */
export function collectLikes(ratings: Ratings, itemCount: number, most: number = MOST_FILMS): LikedFilms {
  const count = new Float64Array(itemCount);
  for (let r = 0; r < ratings.count; r++)
    if (ratings.halfStars[r] >= LIKE_HALF_STARS) count[ratings.item[r]]++;
  const enough = Array.from({ length: itemCount }, (_, i) => i).filter((i) => count[i] >= LEAST_LIKES);
  enough.sort((a, b) => count[b] - count[a] || a - b);
  const items = Uint32Array.from(enough.slice(0, Math.min(most, MOST_FILMS))).sort();
  const place = new Int32Array(itemCount).fill(-1);
  items.forEach((item, p) => {
    place[item] = p;
  });
  const users = Array.from({ length: ratings.userCount }, (_, user) => {
    const liked: number[] = [];
    for (let r = ratings.offsets[user]; r < ratings.offsets[user + 1]; r++) {
      const p = place[ratings.item[r]];
      if (p >= 0 && ratings.halfStars[r] >= LIKE_HALF_STARS) liked.push(p);
    }
    return Uint16Array.from(liked);
  });
  return { items, place, likes: Float64Array.from(items, (item) => count[item]), users };
}

/** Common likes below this many count less. */
const SHRINKAGE = 10;

/** S = G / sqrt(d_i d_j) * G / (G + 10), G the users who like both; row-major over `items`, 1-ish on the diagonal. */
export function likeSimilarity({ items, likes, users }: LikedFilms): Float32Array {
  const n = items.length;
  const similarity = new Float32Array(n * n);
  for (const liked of users) {
    for (const a of liked) for (const b of liked) similarity[a * n + b]++;
  }
  for (let a = 0; a < n; a++) {
    for (let b = 0; b < n; b++) {
      const common = similarity[a * n + b];
      if (common > 0) {
        similarity[a * n + b] = ((common / Math.sqrt(likes[a] * likes[b])) * common) / (common + SHRINKAGE);
      }
    }
  }
  return similarity;
}
