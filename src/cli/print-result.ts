import { columnsOf, formatFigure, nothingMeasured, withNulls } from '../evaluation/format';
import { metricsOf } from '../evaluation/metric-table';
import type { GroupLine } from '../evaluation/trials/trial-lines';
import type {
  CompareLine,
  EvaluationOptions,
  EvaluationResult,
  ModelLine,
  StepLine,
} from '../evaluation/types';

/** NDJSON: the models' lines, then the comparisons'. A metric that no model has a value of is null. */
export function toJsonLines({ models, comparisons, groups = [] }: EvaluationResult): string {
  return [...withNulls(models), ...comparisons, ...groups]
    .map((line) => `${JSON.stringify(line)}\n`)
    .join('');
}

/** Tables for people. */
export function toTables(result: EvaluationResult, options: EvaluationOptions): string {
  const [main] = metricsOf(options.protocol, options.feedback);
  const blocks = [headline(result, options), modelTable(result.models)];
  const why = nothingMeasured(result.models, options);
  if (why) blocks.push(why);
  if (options.protocol === 'prequential') blocks.push(stepTable(result.models, main.name as keyof StepLine));
  const comparisons = result.comparisons.filter(({ metric }) => metric === main.name);
  if (comparisons.length > 0) blocks.push(compareTable(comparisons, main.name));
  if (options.protocol === 'unlearning') blocks.push(forgottenTable(result.models));
  if (result.groups) blocks.push(groupTable(result.groups));
  blocks.push(knownLeaks(options));
  return `${blocks.join('\n\n')}\n`;
}

function headline({ models }: EvaluationResult, options: EvaluationOptions): string {
  const { protocol, split, feedback, join, folds, seed, seeds } = options;
  const parts = [`protocol ${protocol}`];
  if (protocol === 'paper') parts.push(`join ${join}`);
  else parts.push(`${folds} folds`, `split ${split}`, `taught ${feedback}`);
  parts.push(seeds === 1 ? `seed ${seed}` : `seeds ${seed} to ${seed + seeds - 1}`);
  parts.push(
    `${whole(models[0].users)} ${protocol === 'probes' ? 'films' : 'users'}`,
    `${whole(models[0].ratings)} test ratings`,
  );
  return parts.join(' · ');
}

function modelTable(models: ModelLine[]): string {
  const columns = columnsOf(models);
  return table([
    ['model', ...columns.map(([key]) => key)],
    ...models.map((line) => [line.model, ...columns.map(([key, digits]) => formatFigure(line[key], digits))]),
  ]);
}

function stepTable(models: ModelLine[], metric: keyof StepLine): string {
  const blocks = [...new Set(models[0].steps?.map(({ atLeast }) => atLeast))].map((atLeast) => {
    const steps = (line: ModelLine) => line.steps?.filter((step) => step.atLeast === atLeast) ?? [];
    const users = steps(models[0])[0]?.users ?? 0;
    return [
      `${metric} of all later ratings after N ratings, ${whole(users)} users with ${atLeast} ratings or more`,
      table([
        ['model', ...steps(models[0]).map(({ step }) => `N = ${step}`)],
        ...models.map((line) => [line.model, ...steps(line).map((step) => formatFigure(step[metric], 4))]),
      ]),
    ].join('\n');
  });
  return blocks.join('\n\n');
}

function compareTable(lines: CompareLine[], metric: string): string {
  const kind = lines[0].ratio === undefined ? 'difference' : 'ratio';
  return table([
    ['compared', `${metric} ${kind}`, '95 % from', 'to'],
    ...lines.map(({ compare: [a, b], ratio, difference, low, high }) => [
      `${a} ${kind === 'ratio' ? '/' : '-'} ${b}`,
      ...[ratio ?? difference, low, high].map((value) => formatFigure(value, 4)),
    ]),
  ]);
}

function forgottenTable(models: ModelLine[]): string {
  return table([
    ['forgotten', 'complete', 'distance', 'rmse', 'auc', 'loss spread', 'forgetMs', 'retrainMs'],
    ...models.flatMap(({ model, shares = [] }) =>
      shares.map((line) => [
        `${model}, ${line.percent} %`,
        ...[line.complete, line.distance, line.rmse, line.auc, line.lossSpread].map((value) =>
          formatFigure(value, 4),
        ),
        ...[line.forgetMs, line.retrainMs].map((value) => formatFigure(value, 3)),
      ]),
    ),
  ]);
}

function groupTable(lines: readonly GroupLine[]): string {
  const rows = lines.map(({ model, compare, group, part, between, ...line }) => [
    `${model ?? compare?.join(line.ratio === undefined ? ' - ' : ' / ')}, ${group}: ${part ?? between?.join(' - ')}`,
    line.metric,
    ...[line.value ?? line.ratio ?? line.difference, line.low, line.high].map((value) =>
      formatFigure(value, 4),
    ),
    line.users === undefined ? '' : whole(line.users),
  ]);
  return table([['group', 'metric', 'figure', '95 % from', 'to', 'users'], ...rows]);
}

/** What a result has seen that it should not have, in sentences: it is said wherever the result is. */
export function knownLeaks({ protocol, split }: EvaluationOptions): string {
  const lines = ['TMDB votes are younger than the ratings.'];
  if (protocol !== 'paper' && protocol !== 'probes' && split === 'chronological') {
    lines.push("The split in time is per user: other users' later ratings are seen.");
  }
  if (split === 'global') lines.push('Users are split at one moment, and nothing after it is seen.');
  return `Known leaks: ${lines.join(' ')}`;
}

function whole(value: number): string {
  return Math.round(value).toLocaleString('en');
}

/** First column to the left, the others to the right. */
function table(rows: string[][]): string {
  const widths = rows[0].map((_, c) => Math.max(...rows.map((row) => row[c].length)));
  return rows
    .map((row) =>
      row.map((cell, c) => (c === 0 ? cell.padEnd(widths[c]) : cell.padStart(widths[c]))).join('  '),
    )
    .map((line) => line.trimEnd())
    .join('\n');
}
