import { topK } from '../../lib/top-k';
import { LIKE_HALF_STARS, type Ratings } from '../ratings';

/** A film that people like who like another one. */
interface LikedToo {
  item: number;
  /** How many people like both, at least LEAST_PEOPLE. */
  both: number;
}

/** What people like who like a film. */
export interface LikedTogether {
  /** How many people like the film. */
  likers: number;
  /** Nearest first. */
  films: LikedToo[];
}

/** From so many people on, films are said to be liked by the same people. */
export const LEAST_PEOPLE = 3;
/** People in common below this many make a likeness count less, as in `wnn/network/rating-neighbours`. */
const FEW_IN_COMMON = 10;
/** How much it counts against a film that many like it: with 1/2, films that everybody likes would be near to every film. */
const FAME_EXPONENT = 0.8;

/**
 * The films that are liked by the people who like a film: by how many like both, for how many
 * like the other one, times m / (m + 10) for m people in common. One pass over the ratings.
 * @param itemCount films of the catalogue
 * @param most films wanted
 */
export function likedTogether(
  ratings: Ratings,
  itemCount: number,
  item: number,
  most: number,
): LikedTogether {
  const likes = new Uint32Array(itemCount);
  const both = new Uint32Array(itemCount);
  const { offsets, userCount } = ratings;
  const isLike = (r: number) => ratings.halfStars[r] >= LIKE_HALF_STARS;
  for (let user = 0; user < userCount; user++) {
    let likesIt = false;
    for (let r = offsets[user]; r < offsets[user + 1]; r++) {
      if (!isLike(r)) continue;
      likes[ratings.item[r]]++;
      if (ratings.item[r] === item) likesIt = true;
    }
    if (!likesIt) continue;
    for (let r = offsets[user]; r < offsets[user + 1]; r++) if (isLike(r)) both[ratings.item[r]]++;
  }
  const nearness = new Float64Array(itemCount).fill(Number.NaN);
  for (let other = 0; other < itemCount; other++) {
    const people = both[other];
    if (people < LEAST_PEOPLE || other === item) continue;
    nearness[other] = (people / likes[other] ** FAME_EXPONENT) * (people / (people + FEW_IN_COMMON));
  }
  const films = topK(nearness, most).map((film) => ({ item: film, both: both[film] }));
  return { likers: likes[item], films };
}
