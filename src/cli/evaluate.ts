// The command line of the evaluation: npm run evaluate -- --protocol new-user
import { readFileSync } from 'node:fs';
import { CsvError } from '../data/csv-table';
import { datasetChecksum } from '../evaluation/checksum';
import { combineParts } from '../evaluation/merge';
import { planTasks } from '../evaluation/runner';
import { EvaluationError, type EvaluationResult, RESULT_VERSION } from '../evaluation/types';
import { DamagedBytesError } from '../lib/bytes';
import { codeVersion } from './code-version';
import { readBytes } from './files';
import { createFitCache } from './fit-cache';
import { loadBundledData, loadMovieLensFolder } from './load-data';
import { type CliOptions, readOptions } from './options';
import { partLine, type RunIdentity, readParts } from './parts';
import { toJsonLines, toTables } from './print-result';
import { createProgressBar } from './progress-bar';
import { type Job, type OnProgress, runHere, runInWorkers } from './run-tasks';

/** What went wrong lies in the request or its data. */
const EXIT_BAD_INPUT = 2;

async function main(): Promise<void> {
  const cli = readOptions(process.argv.slice(2));
  if (!cli) return;
  if (cli.merge) {
    const files = cli.merge.map((name) => ({
      name: name === '-' ? 'standard input' : name,
      text: readText(name),
    }));
    const { run, parts } = readParts(files);
    print(combineParts(parts, run.options, run.films), { ...cli, evaluation: run.options });
    return;
  }
  const options = cli.evaluation;
  const dataset = loadData(cli);
  const tasks = planTasks(dataset, options);
  const units = [...new Set(tasks.map(({ unit }) => `${unit.seed}/${unit.fold}`))];
  const { shard } = cli;
  const mine = shard
    ? tasks.filter(({ unit }) => units.indexOf(`${unit.seed}/${unit.fold}`) % shard.count === shard.index - 1)
    : tasks;
  const run: RunIdentity = {
    version: RESULT_VERSION,
    data: datasetChecksum(dataset).toString(16).padStart(8, '0'),
    code: codeVersion(),
    films: dataset.catalogue.count,
    units: units.length,
    options,
  };
  const cacheFor = cli.cache ? run.data : null;
  const job: Job = { dataset, options, cacheFor };
  const bar = createProgressBar(process.stderr);
  const shares = new Float64Array(mine.length);
  const onProgress: OnProgress = (task, done, total) => {
    shares[task] = total === 0 ? 1 : done / total;
    const { unit, model } = mine[task];
    bar.show(
      shares.reduce((sum, share) => sum + share, 0) / mine.length,
      `${model}, seed ${unit.seed}, fold ${unit.fold}`,
    );
  };
  const cache = cacheFor === null ? undefined : createFitCache(cacheFor);
  const parts =
    cli.jobs > 1 && mine.length > 1
      ? await runInWorkers(job, mine, cli.jobs, onProgress)
      : await runHere(job, mine, cache, onProgress);
  bar.clear();
  if (shard) for (const part of parts) process.stdout.write(`${partLine(run, part)}\n`);
  else print(combineParts(parts, options, run.films), cli);
}

function loadData({ data, skipSingleRatings }: CliOptions) {
  return data === undefined ? loadBundledData() : loadMovieLensFolder(data, { skipSingleRatings });
}

function readText(name: string): string {
  return name === '-' ? readFileSync(0, 'utf8') : new TextDecoder().decode(readBytes(name));
}

function print(result: EvaluationResult, { json, evaluation }: CliOptions): void {
  process.stdout.write(json ? toJsonLines(result) : toTables(result, evaluation));
}

try {
  await main();
} catch (error) {
  const expected = [EvaluationError, CsvError, DamagedBytesError].some((kind) => error instanceof kind);
  if (!expected) throw error;
  console.error(`evaluate: ${(error as Error).message}`);
  process.exitCode = EXIT_BAD_INPUT;
}
