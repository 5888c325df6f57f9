import type { CompareSettings } from '../../../state/compare/settings';
import * as words from '../../../words/en/compare/figures';
import type { ModelView } from '../../../worker/contract';
import type { FigureRow } from './RowFigure';

/** What every figure is given. */
export interface FigureProps {
  width: number;
  settings: CompareSettings;
  /** Models that are shown, in the order of the legend. */
  views: readonly ModelView[];
  focus: string | null;
  /** Whether every model's band is drawn, or only those in focus. */
  allBands: boolean;
}

/** Height of a line chart, in pixels. */
export const LINE_HEIGHT = 340;

/** Drawn with their bands where not all are: what this project is about. */
const MAIN_MODELS = ['wnn', 'hybrid'];

/** Shares, chances and gains end at 1; errors do not end. */
export function mostOf({ lowerIsBetter }: { lowerIsBetter: boolean }): number {
  return lowerIsBetter ? Number.POSITIVE_INFINITY : 1;
}

/** The models whose 95 % bands are drawn: all where that is asked for, else the one in focus, else the main ones. */
export function bandedOf({ views, focus, allBands }: FigureProps): string[] {
  const names = views.map(({ model }) => model);
  if (allBands) return names;
  return names.filter((name) => (focus ? name === focus : MAIN_MODELS.includes(name)));
}

/** A row for a system of which there is nothing to draw yet: its place is kept, so that no other row jumps. */
export function withWaiting(rows: FigureRow[], views: FigureProps['views']): FigureRow[] {
  const known = new Set(rows.map(({ model }) => model));
  const waiting = views.filter(({ model }) => !known.has(model));
  return [...rows, ...waiting.map(({ model }) => ({ model, says: [words.notMeasured], draw: () => null }))];
}
