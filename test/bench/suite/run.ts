import { refuseUnwritable, writeWhole } from '../../../src/cli/write-file';
import { compareResults } from './compare';
import { writeDocuments } from './documents';
import { evaluationGroup } from './groups/evaluation';
import type { Group } from './groups/group';
import { logGroup } from './groups/log';
import { modelGroup } from './groups/model';
import { screensGroup } from './groups/screens';
import { wisardGroup } from './groups/wisard';
import { checkSink } from './harness';
import { describeMachine, loadNow } from './machine';
import { type BenchOptions, readBenchOptions } from './options';
import { type BenchResult, type Figure, readResult, resultOf, writeResult } from './result';
import { comparisonText, longTables, shortTable, toText } from './tables';
import { bundledFilms } from './world';

/** All groups, in the order of the output. */
const GROUPS: readonly Group[] = [modelGroup, screensGroup, logGroup, wisardGroup, evaluationGroup];

/** The bench as a command. @throws EvaluationError with one message for a person. */
export async function runBench(args: readonly string[]): Promise<void> {
  const options = readBenchOptions(args, GROUPS, bundledFilms());
  if (options?.kind === 'measure') await measureAll(options);
  else if (options) {
    const result = readResult(options.file);
    if (options.kind === 'document') writeDocuments(result);
    else console.log(`${shortTable(result)}\n\n${longTables(result)}`);
  }
}

async function measureAll(options: Extract<BenchOptions, { kind: 'measure' }>): Promise<void> {
  const { groups, sizes, json, out, against } = options;
  // Before minutes of work: what cannot be read or written afterwards.
  const stored = against === undefined ? null : readResult(against);
  if (out !== undefined) refuseUnwritable(out);
  const result = await measure(groups, sizes);
  if (out !== undefined) writeWhole(out, new TextEncoder().encode(writeResult(result)));
  if (json) process.stdout.write(writeResult(result));
  else if (stored) console.log(comparisonText(compareResults(result, stored), result, stored));
  else console.log(toText(result));
  if (json && stored) console.error(comparisonText(compareResults(result, stored), result, stored));
}

async function measure(
  groups: readonly Group[],
  sizes: Parameters<Group['measure']>[0],
): Promise<BenchResult> {
  const loadBefore = loadNow();
  const figures: Figure[] = [];
  for (const group of groups) {
    figures.push(...(await group.measure(sizes, (doing) => process.stderr.write(`bench: ${doing}\n`))));
  }
  checkSink();
  return resultOf(describeMachine(loadBefore), figures);
}
