import { createContext } from 'react';
import type { LineRow } from './chart-data';

/** A model's figure from elsewhere. */
export interface PublishedMark {
  model: string;
  value: number;
  /** Short enough to stand beside the plot. */
  label: string;
}

/** What is drawn inside the frame; it changes far more often than the frame does. */
export interface LiveLines {
  rows: LineRow[];
  models: readonly string[];
  banded: readonly string[];
  focus: string | null;
  markers: boolean;
  marks: readonly PublishedMark[];
  tooltipTitle: (x: number) => string;
  lowerIsBetter: boolean;
}

/** Leads what changes often past the frame, which then need not be drawn again; null outside a line figure. */
export const LiveContext = createContext<LiveLines | null>(null);
