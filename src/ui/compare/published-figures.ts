import { publishedWithin1Star } from '../../evaluation/published-figures';
import type { CompareSettings } from '../../state/compare/settings';

/** The paper's figure for a model under these settings; undefined where it gives none. */
export function publishedFigure(settings: CompareSettings, model: string): number | undefined {
  if (settings.protocol !== 'paper') return undefined;
  return publishedWithin1Star(settings, model);
}
