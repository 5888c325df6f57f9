import { publishedWithin1Star } from '../../evaluation/published-figures';
import type { CompareSettings } from '../../state/compare/settings';

/** The paper's figure for a model under these settings; undefined where it gives none. */
export function publishedFigure(settings: CompareSettings, model: string): number | undefined {
  if (settings.protocol !== 'paper') return undefined;
  return publishedWithin1Star(settings, model);
}

/** Why the paper's figures are not those that its systems come to here, for whoever reads them side by side. */
export function whyPublishedDiffer({ readout }: CompareSettings): string {
  const answered = readout === 'window' ? 'were answered without a window, and ' : '';
  return `The paper’s own figures (arXiv 2511.05499, means of five runs) ${answered}come from other data: samples out of 270,000 users, with facts joined by the wrong number to most films. wnn-paper is a reconstruction, since its source is not public; the published code of the other two, run unchanged on these data, gives about what weighted-paper and cf-paper do under the published join and “As published”.`;
}
