import { LIST_LENGTH } from './metrics';

/** So many of the most liked films count as famous. */
const FAMOUS = 50;

/** What a hit is worth where famous films earn little: 1 / sqrt(1 + likes of the film among the training users). */
export function tailGain(likes: Uint32Array): (item: number) => number {
  return (item) => 1 / Math.sqrt(1 + likes[item]);
}

/**
 * nDCG@10 in which a hit is worth 1 / sqrt(1 + likes of the film among the training users), 0..1, the ideal list by the same
 * gain: a list of famous films earns little.
 * @param relevant not empty. @param likes of each item.
 */
export function tailNdcg10(
  list: readonly number[],
  relevant: ReadonlySet<number>,
  likes: Uint32Array,
): number {
  const gain = tailGain(likes);
  const discounted = (gains: number[]) =>
    gains.slice(0, LIST_LENGTH).reduce((sum, value, place) => sum + value / Math.log2(place + 2), 0);
  const ideal = [...relevant].map(gain).sort((a, b) => b - a);
  return discounted(list.map((item) => (relevant.has(item) ? gain(item) : 0))) / discounted(ideal);
}

/** The 50 films that most training users like, fewer where fewer are liked; equals by index. @param likes of each item. */
export function famousFilms(likes: Uint32Array): ReadonlySet<number> {
  const liked = Array.from(likes.keys()).filter((item) => likes[item] > 0);
  return new Set(liked.sort((a, b) => likes[b] - likes[a] || a - b).slice(0, FAMOUS));
}

/** Share of a list's films that are famous; 0 for an empty list. */
export function fameShare(list: readonly number[], famous: ReadonlySet<number>): number {
  return list.length === 0 ? 0 : list.filter((item) => famous.has(item)).length / list.length;
}
