import * as v from 'valibot';
import { readBytes } from '../../../src/cli/files';
import { EvaluationError } from '../../../src/evaluation/types';
import type { Spread } from './harness';
import { type Machine, machineSchema } from './machine';

/** Says what kind of file a result is. */
const FORMAT = 'weightless-bench';
/** Raised where a figure comes to mean something else. */
const VERSION = 1;

const figureSchema = v.object({
  group: v.string(),
  /** What was measured, for a person; with ratings, films and group it tells figures apart. */
  name: v.string(),
  unit: v.picklist(['µs', 'ms', 's', 'bytes', 'times']),
  /** Ratings of the person, and films of the catalogue, where it was measured at several. */
  ratings: v.optional(v.number()),
  films: v.optional(v.number()),
  median: v.number(),
  low: v.number(),
  high: v.number(),
  runs: v.number(),
});

/** One figure: median and quartiles of many runs. Of every figure less is better, but of 'times' (how many times as fast). */
export type Figure = v.InferOutput<typeof figureSchema>;

const resultSchema = v.object({
  format: v.literal(FORMAT),
  version: v.literal(VERSION),
  machine: machineSchema,
  figures: v.array(figureSchema),
});

/** What a run of the bench gives. */
export type BenchResult = v.InferOutput<typeof resultSchema>;

/** What a figure is, without its value. */
export type FigureName = Pick<Figure, 'group' | 'name' | 'unit' | 'ratings' | 'films'>;

/** A figure, to four digits; bytes are whole. */
export function figureOf(name: FigureName, { median, low, high, runs }: Spread): Figure {
  const rounded = (value: number) => (name.unit === 'bytes' ? value : Number(value.toPrecision(4)));
  return { ...name, median: rounded(median), low: rounded(low), high: rounded(high), runs };
}

/** Puts a result together. */
export function resultOf(machine: Machine, figures: Figure[]): BenchResult {
  return { format: FORMAT, version: VERSION, machine, figures };
}

/** The file of a result: JSON, formatted as the repository's files are. */
export function writeResult(result: BenchResult): string {
  return `${JSON.stringify(result, null, 2)}\n`;
}

/** @throws EvaluationError naming the file where it cannot be read or is no result of this bench. */
export function readResult(path: string): BenchResult {
  const fail = (why: string) => new EvaluationError(`${path} ${why}`);
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder().decode(readBytes(path)));
  } catch (error) {
    if (error instanceof EvaluationError) throw error;
    throw fail('is no result of this bench: it is not JSON.');
  }
  const head = v.safeParse(v.object({ format: v.literal(FORMAT), version: v.number() }), value);
  if (!head.success) throw fail(`is no result of this bench: it does not say that it is ${FORMAT}.`);
  const { version } = head.output;
  if (version !== VERSION) {
    throw fail(
      `is a result of version ${version}, and this bench reads version ${VERSION}: measure it anew.`,
    );
  }
  const { success, output, issues } = v.safeParse(resultSchema, value);
  if (!success)
    throw fail(`is a damaged result of this bench: ${v.getDotPath(issues[0])} is not as it should be.`);
  return output;
}
