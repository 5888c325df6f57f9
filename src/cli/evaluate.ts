// The command line of the evaluation: npm run evaluate -- --protocol new-user
import { readFileSync, writeFileSync } from 'node:fs';
import type { Dataset } from '../data/dataset';
import { readPlainText } from '../data/read/plain-text';
import { RefusalError } from '../data/read/refusal';
import { datasetChecksum } from '../evaluation/checksum';
import { combineParts } from '../evaluation/merge';
import { planTasks, type Task, unitsOf } from '../evaluation/runner';
import { EvaluationError, type EvaluationResult, type ModelPart, RESULT_VERSION } from '../evaluation/types';
import { DamagedBytesError } from '../lib/bytes';
import { codeVersion } from './code-version';
import { computeParts } from './compute-parts';
import { readBytes, reasonOf } from './files';
import { guardOutput } from './guard-output';
import { loadBundledData, loadMovieLensFolder, loadSample } from './load-data';
import { type CliOptions, readOptions } from './options';
import { partLine, type RunIdentity, readParts } from './parts';
import { toJsonLines, toTables } from './print-result';
import { createProgressBar } from './progress-bar';
import { userLines } from './user-lines';

/** What went wrong lies in the request or its data. */
const EXIT_BAD_INPUT = 2;

async function main(): Promise<void> {
  const cli = readOptions(process.argv.slice(2));
  if (!cli) return;
  if (cli.merge) {
    const { run, parts } = readParts(
      cli.merge.map((name) => ({ name: name === '-' ? 'standard input' : name, text: readText(name) })),
    );
    writePerUser(cli.perUser, parts, run.options.models);
    print(combineParts(parts, run.options, run.films), { ...cli, evaluation: run.options });
    return;
  }
  const options = cli.evaluation;
  const dataset = await loadData(cli);
  const tasks = planTasks(dataset, options);
  const run: RunIdentity = {
    version: RESULT_VERSION,
    data: datasetChecksum(dataset).toString(16).padStart(8, '0'),
    code: codeVersion(),
    films: dataset.catalogue.count,
    units: unitsOf(tasks).length,
    options,
  };
  const own = shardOf(tasks, cli.shard);
  const bar = createProgressBar(process.stderr, own);
  const cacheFor = cli.cache ? run.data : null;
  const parts = await computeParts({ dataset, options, cacheFor }, own, cli.jobs, bar.show);
  bar.clear();
  writePerUser(cli.perUser, parts, options.models);
  if (cli.shard) for (const part of parts) process.stdout.write(`${partLine(run, part)}\n`);
  else print(combineParts(parts, options, run.films), cli);
}

/** The tasks of every n-th unit, or all where no shard was asked for. */
function shardOf(tasks: readonly Task[], shard: CliOptions['shard']): readonly Task[] {
  if (!shard) return tasks;
  const units = unitsOf(tasks);
  return tasks.filter(({ unit }) => units.indexOf(unit) % shard.count === shard.index - 1);
}

async function loadData({ data, skipSingleRatings, people, evaluation }: CliOptions): Promise<Dataset> {
  if (data === undefined) return loadBundledData();
  const dataset =
    (await loadSample(data, people, evaluation)) ?? (await loadMovieLensFolder(data, { skipSingleRatings }));
  for (const notice of dataset.notices) console.error(`evaluate: ${notice}`);
  return dataset;
}

function writePerUser(
  file: string | undefined,
  parts: readonly ModelPart[],
  models: readonly string[],
): void {
  if (file === undefined) return;
  try {
    writeFileSync(file, userLines(parts, models));
  } catch (error) {
    throw new EvaluationError(`${file} cannot be written: ${reasonOf(error)}`);
  }
}

/** @throws EvaluationError or RefusalError where there is no text. */
function readText(name: string): string {
  if (name !== '-') return readPlainText(readBytes(name), name);
  try {
    return readPlainText(readFileSync(0), 'standard input');
  } catch (error) {
    if (error instanceof RefusalError) throw error;
    throw new EvaluationError(`standard input cannot be read: ${reasonOf(error)}`);
  }
}

function print(result: EvaluationResult, { json, evaluation }: CliOptions): void {
  process.stdout.write(json ? toJsonLines(result) : toTables(result, evaluation));
}

guardOutput(process.stdout, (code, sentence) => {
  if (sentence !== null) console.error(`evaluate: ${sentence}`);
  process.exit(code);
});
// Where nobody reads what is said besides, the work goes on.
process.stderr.on('error', () => {});

try {
  await main();
} catch (error) {
  const expected = [EvaluationError, RefusalError, DamagedBytesError].some((kind) => error instanceof kind);
  if (!expected) throw error;
  console.error(`evaluate: ${(error as Error).message}`);
  process.exitCode = EXIT_BAD_INPUT;
}
