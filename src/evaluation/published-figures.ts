/** The results file of the paper (arXiv 2511.05499): means of its five runs, within one star; by users/ratings, 0 for all. */
const PUBLISHED: Record<string, { 'wnn-paper': number; 'weighted-paper': number; 'cf-paper': number }> = {
  '100/0': { 'wnn-paper': 0.726, 'weighted-paper': 0.761, 'cf-paper': 0.812 },
  '200/0': { 'wnn-paper': 0.792, 'weighted-paper': 0.814, 'cf-paper': 0.795 },
  '100/50': { 'wnn-paper': 0.76, 'weighted-paper': 0.814, 'cf-paper': 0.795 },
  '100/200': { 'wnn-paper': 0.67, 'weighted-paper': 0.742, 'cf-paper': 0.73 },
  '100/500': { 'wnn-paper': 0.671, 'weighted-paper': 0.735, 'cf-paper': 0.764 },
  '100/1000': { 'wnn-paper': 0.65, 'weighted-paper': 0.708, 'cf-paper': 0.753 },
  '500/50': { 'wnn-paper': 0.769, 'weighted-paper': 0.822, 'cf-paper': 0.796 },
  '500/200': { 'wnn-paper': 0.702, 'weighted-paper': 0.768, 'cf-paper': 0.779 },
  '500/500': { 'wnn-paper': 0.675, 'weighted-paper': 0.736, 'cf-paper': 0.786 },
  '1000/50': { 'wnn-paper': 0.776, 'weighted-paper': 0.826, 'cf-paper': 0.809 },
  '1000/200': { 'wnn-paper': 0.716, 'weighted-paper': 0.781, 'cf-paper': 0.795 },
  '1000/500': { 'wnn-paper': 0.676, 'weighted-paper': 0.741, 'cf-paper': 0.791 },
};

/** The paper's figure for a model of this name on so many users with so many ratings; undefined where it gives none. */
export function publishedWithin1Star(
  { users, ratings }: { users: number; ratings: number },
  model: string,
): number | undefined {
  const row = PUBLISHED[`${users}/${ratings}`];
  return row?.[model as keyof typeof row];
}
