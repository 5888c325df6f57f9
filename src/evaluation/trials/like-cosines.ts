import type { Training } from '../../baselines/recommender';
import { likesMatrix } from '../../data/rating-matrix';
import { transpose } from '../../lib/sparse-matrix';

/** How alike the people who like two films are: the cosine of each film's likes with those of one film, 0..1; length count. */
export type LikeCosines = (item: number) => Float64Array;

const known = new WeakMap<Training, LikeCosines>();

/** The same as `likeCosines`, made once for each. */
export function cosinesOf(training: Training): LikeCosines {
  const cosines = known.get(training) ?? likeCosines(training);
  known.set(training, cosines);
  return cosines;
}

/** Cosines of likes among the training users; a film that nobody likes is like none. */
export function likeCosines({ catalogue, ratings, effects }: Training): LikeCosines {
  const likes = likesMatrix(ratings, catalogue.count);
  const byItem = transpose(likes);
  return (item) => {
    const common = new Float64Array(catalogue.count);
    for (let k = byItem.offsets[item]; k < byItem.offsets[item + 1]; k++) {
      const user = byItem.column[k];
      for (let r = likes.offsets[user]; r < likes.offsets[user + 1]; r++) common[likes.column[r]]++;
    }
    return common.map((both, other) =>
      both === 0 ? 0 : both / Math.sqrt(effects.likes[item] * effects.likes[other]),
    );
  };
}
