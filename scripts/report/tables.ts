import { knownLeaks } from '../../src/cli/print-result';
import { COLUMNS } from '../../src/evaluation/format';
import { metricsOf } from '../../src/evaluation/metric-table';
import { modelsOf } from '../../src/evaluation/recommenders/registry';
import type { CompareLine, EvaluationOptions, ModelLine } from '../../src/evaluation/types';
import { blocks, figure, listed, shell, table, whole, withInterval } from './markdown';
import { type Chart, rankChart } from './rank-chart';
import type { Measured } from './section';

/** This project's models, the one that the app uses first. */
export const OWN = ['hybrid', 'wnn'];

/** Metrics as the report calls them. */
export const METRIC_WORDS: Record<string, string> = {
  rmse: 'RMSE',
  mae: 'MAE',
  auc: 'AUC',
  likeAccuracy: 'like accuracy',
  within1Star: 'within one star',
  within1StarMedian: 'median user',
  within1StarRatings: 'over ratings',
  ndcg10: 'nDCG@10',
  recall10: 'recall@10',
  tailNdcg10: 'tail nDCG@10',
  fameShare: 'fame share',
  coverage: 'coverage',
  novelty: 'novelty',
  diversity: 'diversity',
  traitShare: 'trait share',
  seriesHit10: 'series found',
  seriesHit10All: 'series found, all',
  seriesMax10: 'most of a series',
  mostAlikeGone: 'most alike gone',
  leastAlikeGone: 'least alike gone',
  ndcg10After: 'nDCG@10 after',
  mutedMostAlikeGone: 'most alike gone',
  mutedLeastAlikeGone: 'least alike gone',
  mutedNdcg10After: 'nDCG@10 after',
  removedMostAlikeGone: 'most alike gone',
  removedLeastAlikeGone: 'least alike gone',
  removedNdcg10After: 'nDCG@10 after',
};

const DIGITS = new Map(COLUMNS.map(([key, digits]) => [key as string, digits]));
const digitsOf = (metric: string) => DIGITS.get(metric) ?? 4;

const wordOf = (metric: string) => METRIC_WORDS[metric] ?? metric;

/** Whether the smallest value of a metric is the best. */
function lowerIsBetter(metric: string): boolean {
  return metric === 'rmse' || metric === 'mae' || metric === 'fameShare';
}

/** The main metric of a run, the one that has intervals. */
export function mainMetric({ options }: Measured): string {
  return metricsOf(options.protocol, options.feedback)[0].name;
}

/** The figures of every model of a run: the main metric with its interval, then the others. Models without any are left out. */
export function figuresTable(run: Measured, metrics: readonly (keyof ModelLine & string)[]): string {
  const main = mainMetric(run);
  const rows = run.result.models.map((line) => [
    line.model,
    withInterval(metricOf(line, main), run.intervals.get(line.model), digitsOf(main)),
    ...metrics.map((metric) => figure(metricOf(line, metric), digitsOf(metric))),
  ]);
  return tableOfFilled([`model`, `${wordOf(main)}, 95 %`, ...metrics.map(wordOf)], rows);
}

/** Own models against every other: for each metric the ratio or difference with its interval. */
export function comparisonTable(run: Measured, metrics: readonly string[]): string {
  const { comparisons } = run.result;
  const own = OWN.filter((name) => run.options.models.includes(name));
  const columns = metrics.flatMap((metric) => own.map((name) => ({ metric, name })));
  const isRatio = (metric: string) =>
    comparisons.some((line) => line.metric === metric && line.ratio !== undefined);
  const rows = run.options.models.map((other) => [
    other,
    ...columns.map(({ metric, name }) => comparison(run, name, other, metric)),
  ]);
  const heads = columns.map(
    ({ metric, name }) => `${name} ${isRatio(metric) ? 'over' : 'less'} it, ${wordOf(metric)}`,
  );
  return tableOfFilled(['model', ...heads], rows);
}

/** A table of the rows that have any figure; nothing where none has. */
function tableOfFilled(head: string[], rows: string[][]): string {
  const filled = rows.filter(([, ...cells]) => cells.some((text) => text !== ''));
  return filled.length === 0 ? '' : table(head, filled);
}

/** "1.033 [.955, 1.116]": A over B, or A less B; empty where they are not compared. */
export function comparison(run: Measured, a: string, b: string, metric: string): string {
  const line = lineOf(run, a, b, metric);
  return line ? withInterval(line.ratio ?? line.difference, line) : '';
}

function lineOf(run: Measured, a: string, b: string, metric: string): CompareLine | undefined {
  return run.result.comparisons.find(
    (line) => line.metric === metric && line.compare[0] === a && line.compare[1] === b,
  );
}

/** One sentence: whom a model is ahead of, level with and behind, by whether the interval holds "no difference". */
function verdict(run: Measured, own: string, metric = mainMetric(run)): string {
  const standing: Record<'ahead of' | 'level with' | 'behind', string[]> = {
    'ahead of': [],
    'level with': [],
    behind: [],
  };
  for (const other of run.options.models) {
    const line = lineOf(run, own, other, metric);
    if (!line) continue;
    const same = line.ratio === undefined ? 0 : 1;
    if (line.low <= same && line.high >= same) standing['level with'].push(other);
    else standing[line.high < same === lowerIsBetter(metric) ? 'ahead of' : 'behind'].push(other);
  }
  const told = Object.entries(standing).flatMap(([word, names]) =>
    names.length === 0 ? [] : [`${word} ${listed(names)}`],
  );
  return told.length === 0 ? '' : `By ${wordOf(metric)}, ${own} is ${told.join('; ')}.`;
}

/** The verdicts on both own models. */
export function verdicts(run: Measured, metric = mainMetric(run)): string {
  return OWN.map((name) => verdict(run, name, metric))
    .filter((sentence) => sentence !== '')
    .join(' ');
}

/** Who was measured, and what must be said beside the figures. */
export function circumstances({ options, result }: Measured): string {
  const { folds, protocol, seed, seeds, split } = options;
  const [line] = result.models;
  const facts = [
    protocol === 'probes'
      ? `${whole(line.users)} films, each probed in every fold`
      : `${whole(line.users)} users`,
    ...(protocol === 'probes' || protocol === 'steering' ? [] : [`${whole(line.ratings)} test ratings`]),
    seeds === 1 ? `seed ${seed}` : `seeds ${seed} to ${seed + seeds - 1}, means over them`,
    ...(protocol === 'paper' ? [] : [`${folds} folds`]),
  ];
  const left = [
    ...(line.usersWithoutRelevant
      ? [`${whole(line.usersWithoutRelevant)} with nothing relevant to find`]
      : []),
    ...(line.usersOneSided
      ? [`${whole(line.usersOneSided)} with all ratings on one side of the moment`]
      : []),
  ];
  return [
    `${facts.join(', ')}.`,
    ...(left.length > 0 ? [`Left out: ${left.join(', ')}.`] : []),
    knownLeaks(options),
    ...(protocol !== 'paper' && protocol !== 'probes' && split !== 'random' ? [FORM] : []),
  ].join(' ');
}

const FORM =
  'MovieLens times are when people filled in a form: part of what recency gains is the order in which the site showed films.';

/** Which systems a run left out that could have taken part; nothing where it had all. */
export function absent({ options }: Measured): string {
  const names = modelsOf(options.protocol).filter((name) => !options.models.includes(name));
  return names.length === 0 ? '' : `Not run here, but with \`--models\`: ${listed(names)}.`;
}

/** A run told whole: command, circumstances, figures, comparisons, verdicts. */
export function runBlocks(
  run: Measured,
  metrics: readonly (keyof ModelLine & string)[],
  compared: readonly string[],
): string {
  return blocks(
    shell(run.command),
    circumstances(run),
    figuresTable(run, metrics),
    comparisonTable(run, compared),
    compared
      .map((metric) => verdicts(run, metric))
      .filter((text) => text !== '')
      .join(' '),
  );
}

/** Where smaller is better, what is so much larger than the best is left out of a chart, or the others could not be told apart. */
const LARGEST_OVER_BEST = 1.3;

/** The chart of a run's main metric. @param title of the chart. */
export function runChart(run: Measured, title: string): string {
  const metric = mainMetric(run);
  const rows = run.result.models.flatMap((line): Chart['rows'][number][] => {
    const value = metricOf(line, metric);
    if (value === undefined) return [];
    return [{ name: line.model, value, ...run.intervals.get(line.model), own: OWN.includes(line.model) }];
  });
  const best = Math.min(...rows.map(({ value }) => value));
  const far = lowerIsBetter(metric) ? rows.filter(({ value }) => value > LARGEST_OVER_BEST * best) : [];
  const format = (value: number) => figure(value, 3);
  return rankChart({
    title: `${wordOf(metric)}: ${title}`,
    description: `${wordOf(metric)} of every model with the 95 % interval of the bootstrap over users; ${sampleOf(run.options)}.`,
    rows: rows.filter((row) => !far.includes(row)),
    leftOut: far.map(({ name, value }) => `${name} ${format(value)}`),
    lowerIsBetter: lowerIsBetter(metric),
    format,
  });
}

function sampleOf({ protocol, split, feedback }: EvaluationOptions): string {
  return `protocol ${protocol}, split ${split}, taught ${feedback}`;
}

/** A model's value of a metric; undefined where it has none. */
export function metricOf(line: ModelLine, metric: string): number | undefined {
  const value = line[metric as keyof ModelLine];
  return typeof value === 'number' ? value : undefined;
}
