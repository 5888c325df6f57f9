import type { EvaluationOptions, EvaluationResult } from '../../src/evaluation/types';
import type { DeviceFigures } from './device';

/** Bounds of a 95 % interval. */
export interface Interval {
  low: number;
  high: number;
}

/** One run of the evaluation, with what its command line prints. */
export interface Measured {
  /** What is typed to have the same figures. */
  command: string;
  options: EvaluationOptions;
  result: EvaluationResult;
  /** The main metric's interval of each model by itself, from the resamples that the comparisons use. */
  intervals: ReadonlyMap<string, Interval>;
}

/** What a section is given to write with. */
export interface SectionContext {
  /** Runs the evaluation with these arguments of its command line; the same arguments are run once. */
  measure(args: readonly string[]): Promise<Measured>;
  /** What the shipped model takes and how fast it is here. */
  device(): DeviceFigures;
}

/** A section as it is written. */
interface Written {
  /** Markdown below the heading, without an empty line at its ends. */
  text: string;
  /** Charts by file name; the text links to them as `images/NAME`. */
  charts: Record<string, string>;
}

/** A section of the report. */
export interface Section {
  /** Short name, for --only and for the marks around the section. */
  name: string;
  title: string;
  write(context: SectionContext): Promise<Written>;
}
