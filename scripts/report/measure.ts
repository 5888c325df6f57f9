import { computeParts } from '../../src/cli/compute-parts';
import { loadBundledData, loadMovieLensFolder } from '../../src/cli/load-data';
import { readOptions } from '../../src/cli/options';
import { createProgressBar } from '../../src/cli/progress-bar';
import type { Dataset } from '../../src/data/dataset';
import { datasetChecksum } from '../../src/evaluation/checksum';
import { combineParts, resultsOf } from '../../src/evaluation/merge';
import { metricsOf } from '../../src/evaluation/metric-table';
import { planTasks } from '../../src/evaluation/runner';
import { metricIntervals } from '../../src/evaluation/significance';
import type { Measured } from './section';
import type { ReportSettings } from './settings';

/** Few and quick, and of every kind: what `--quick` measures. */
const QUICK_MODELS = [
  ...['constant', 'user-constant', 'popularity', 'bias', 'wnn', 'hybrid', 'wnn-paper', 'weighted-paper'],
  ...['ridge', 'item-knn', 'ease', 'ease-recent'],
];

/**
 * Measures by the command line's own functions: the same options, runner, threads and kept fits. Equal arguments are
 * measured once.
 * @param say receives a line when a run begins and when it ends.
 */
export function createMeasure(
  settings: ReportSettings,
  clock: () => number,
  say: (line: string) => void,
): (args: readonly string[]) => Promise<Measured> {
  const known = new Map<string, Promise<Measured>>();
  let dataset: Promise<Dataset> | undefined;
  return (args) => {
    const all = settings.quick ? quickened(args) : [...args];
    if (settings.data !== undefined) all.push('--data', settings.data);
    const command = `npm run --silent evaluate -- ${all.join(' ')}`;
    const measured =
      known.get(command) ??
      run(command, all, () => {
        dataset ??=
          settings.data === undefined
            ? Promise.resolve(loadBundledData())
            : loadMovieLensFolder(settings.data, { skipSingleRatings: false });
        return dataset;
      });
    known.set(command, measured);
    return measured;
  };

  async function run(command: string, args: string[], load: () => Promise<Dataset>): Promise<Measured> {
    const options = readOptions(args)?.evaluation;
    if (!options) throw new Error(`Nothing is measured by ${command}`);
    const begun = clock();
    say(command);
    const data = await load();
    const tasks = planTasks(data, options);
    const bar = createProgressBar(process.stderr, tasks);
    const cacheFor = settings.cache ? datasetChecksum(data).toString(16).padStart(8, '0') : null;
    const parts = await computeParts({ dataset: data, options, cacheFor }, tasks, settings.jobs, bar.show);
    bar.clear();
    const [main] = metricsOf(options.protocol, options.feedback);
    const result = combineParts(parts, options, data.catalogue.count);
    say(`  took ${Math.round((clock() - begun) / 1000)} s`);
    return { command, options, result, intervals: metricIntervals(resultsOf(parts, options.models), main) };
  }
}

/** The same arguments with fewer folds, seeds, users and models. */
function quickened(args: readonly string[]): string[] {
  const values = new Map<string, string>();
  for (let at = 0; at < args.length; at++) {
    const isFlag = args[at + 1] === undefined || args[at + 1].startsWith('--');
    values.set(args[at], isFlag ? '' : args[++at]);
  }
  const protocol = values.get('--protocol') ?? '';
  const models = readOptions([...args])?.evaluation.models ?? [];
  values.set('--models', models.filter((name) => QUICK_MODELS.includes(name)).join(','));
  if (protocol === 'paper') {
    for (const [name, value] of [
      ['--users', '10'],
      ['--ratings', '10'],
      ['--seeds', '2'],
    ])
      values.set(name, value);
  } else values.set('--fit', 'quick');
  values.set('--folds', '2');
  return [...values].flatMap(([name, value]) => (value === '' ? [name] : [name, value]));
}
