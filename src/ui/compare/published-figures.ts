import type { CompareSettings } from '../../state/compare/settings';

/** The results file of arXiv 2511.05499: means of its five runs, share within one star, by users and ratings a user (0: all). */
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

/** The paper's figure for a model under these settings; undefined where it gives none. */
export function publishedFigure(settings: CompareSettings, model: string): number | undefined {
  if (settings.protocol !== 'paper') return undefined;
  const row = PUBLISHED[`${settings.users}/${settings.ratings}`];
  return row?.[model as keyof typeof row];
}

/** Why the paper's figures are not those that its systems come to here, for whoever reads them side by side. */
export function whyPublishedDiffer({ readout }: CompareSettings): string {
  const answered = readout === 'window' ? 'were answered without a window, and ' : '';
  return `The paper’s own figures (arXiv 2511.05499, means of five runs) ${answered}come from other data: samples out of 270,000 users, with facts joined by the wrong number to most films. wnn-paper is a reconstruction, since its source is not public; the published code of the other two, run unchanged on these data, gives about what weighted-paper and cf-paper do under the published join and “As published”.`;
}
