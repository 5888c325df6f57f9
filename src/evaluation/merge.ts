import { groupLines } from './groups/group-lines';
import { metricsOf } from './metric-table';
import { CALIBRATION_BINS, calibrationError, calibrationKey, median } from './metrics';
import { COHORTS, stepKey } from './prequential';
import { compareModels, type ModelResults, mean, metricValue } from './significance';
import { askingNames, splitByWay } from './trials/asking';
import { forgottenLines } from './trials/forgotten-lines';
import {
  EvaluationError,
  type EvaluationOptions,
  type EvaluationResult,
  type ModelLine,
  type ModelPart,
  RESULT_VERSION,
  type StepLine,
  type Tallies,
  type Tally,
  type UserResult,
} from './types';

/** These are compared with every other model. */
const COMPARED = ['wnn', 'hybrid'];

/** What one model scored, one entry a seed. */
interface SeedResults {
  users: UserResult[];
  skipped: number;
  oneSided: number;
  millis: Record<string, number>;
  fitMs: number;
  trainMs: number;
  predictMs: number;
}

/**
 * Adds parts up to the result of the whole run. Users are put in one fixed order before anything is summed, so that
 * the lines do not depend on how the run was divided (timings aside).
 * @param parts of every model in every unit, each once, in any order.
 * @param catalogueCount number of films, for coverage.
 */
export function combineParts(
  parts: readonly ModelPart[],
  options: EvaluationOptions,
  catalogueCount: number,
): EvaluationResult {
  if (options.protocol === 'asking') return combineWays(parts, options, catalogueCount);
  const pairs = COMPARED.filter((name) => options.models.includes(name)).flatMap((name) =>
    options.models.filter((other) => other !== name).map((other): [string, string] => [name, other]),
  );
  return combineModels(parts, options, catalogueCount, pairs);
}

/** `asking`: each way of asking has its line, and is compared with the app's. */
function combineWays(
  parts: readonly ModelPart[],
  options: EvaluationOptions,
  catalogueCount: number,
): EvaluationResult {
  const names = options.models.map(askingNames);
  const pairs = names.flatMap(([app, ...others]) => others.map((other): [string, string] => [other, app]));
  return combineModels(splitByWay(parts), { ...options, models: names.flat() }, catalogueCount, pairs);
}

function combineModels(
  parts: readonly ModelPart[],
  options: EvaluationOptions,
  catalogueCount: number,
  pairs: readonly [string, string][],
): EvaluationResult {
  const lines: ModelLine[] = [];
  const results: ModelResults[] = [];
  for (const model of options.models) {
    const seeds = seedsOf(parts.filter((part) => part.model === model));
    if (seeds.length === 0) throw new EvaluationError(`There are no results of ${model}.`);
    lines.push(modelLine(model, seeds, options, catalogueCount));
    results.push({ model, seeds: seeds.map(({ users }) => users) });
  }
  const comparisons = compareModels(results, pairs, metricsOf(options.protocol, options.feedback));
  if (!options.groups) return { models: lines, comparisons };
  const [main] = metricsOf(options.protocol, options.feedback);
  return { models: lines, comparisons, groups: groupLines(results, pairs, main) };
}

/** What each model scored, seed by seed, users in the order in which `combineParts` sums them. */
export function resultsOf(parts: readonly ModelPart[], models: readonly string[]): ModelResults[] {
  return models.map((model) => {
    const seeds = seedsOf(parts.filter((part) => part.model === model));
    return { model, seeds: seeds.map(({ users }) => users) };
  });
}

function seedsOf(parts: readonly ModelPart[]): SeedResults[] {
  const seeds = [...new Set(parts.map(({ seed }) => seed))].sort((a, b) => a - b);
  return seeds.map((seed) => {
    const own = parts.filter((part) => part.seed === seed).sort((a, b) => a.fold - b.fold);
    const add = (value: (part: ModelPart) => number) => own.reduce((sum, part) => sum + value(part), 0);
    return {
      users: own.flatMap(({ users }) => users).sort((a, b) => a.user - b.user),
      skipped: add(({ skipped }) => skipped),
      oneSided: add(({ oneSided }) => oneSided ?? 0),
      millis: sumByName(own.map(({ millis }) => millis ?? {})),
      fitMs: add(({ fitMs }) => fitMs),
      trainMs: add(({ trainMs }) => trainMs),
      predictMs: add(({ predictMs }) => predictMs),
    };
  });
}

function sumByName(parts: readonly Record<string, number>[]): Record<string, number> {
  const sums = new Map<string, number>();
  for (const part of parts) {
    for (const [name, value] of Object.entries(part)) sums.set(name, (sums.get(name) ?? 0) + value);
  }
  return Object.fromEntries(sums);
}

function modelLine(
  model: string,
  seeds: SeedResults[],
  options: EvaluationOptions,
  catalogueCount: number,
): ModelLine {
  const { protocol, feedback, folds, split, join, readout, history } = options;
  const users = seeds.map((seed) => seed.users);
  const perUser = (of: (seed: SeedResults) => number) =>
    mean(seeds.map((seed) => of(seed) / (seed.users.length + seed.skipped)));
  const metrics = metricsOf(protocol, feedback).map((metric) => [metric.name, metricValue(users, metric)]);
  return {
    protocol,
    model,
    users: mean(users.map((list) => list.length)),
    ratings: mean(users.map((list) => list.reduce((sum, { ratings }) => sum + ratings, 0))),
    ...known(Object.fromEntries(metrics)),
    ...known(extraMetrics(seeds, options, catalogueCount)),
    ...(split === 'global' ? { usersOneSided: mean(seeds.map(({ oneSided }) => oneSided)) } : {}),
    ...(protocol === 'unlearning' ? { shares: forgottenLines(seeds, feedback) } : {}),
    ...(protocol === 'prequential' ? { steps: stepLines(users) } : {}),
    fitMs: mean(seeds.map(({ fitMs }) => fitMs)),
    trainMs: perUser(({ trainMs }) => trainMs),
    predictMs: perUser(({ predictMs }) => predictMs),
    split,
    feedback,
    ...(protocol === 'paper' ? { join } : {}),
    ...(readout === undefined || readout === 'published' ? {} : { readout }),
    ...(history === undefined ? {} : { history }),
    folds,
    seed: options.seed,
    seeds: options.seeds,
    version: RESULT_VERSION,
  };
}

/** What is not a ratio of sums over users. */
function extraMetrics(
  seeds: SeedResults[],
  { protocol, feedback }: EvaluationOptions,
  catalogueCount: number,
): Record<string, number> {
  const perSeed = (of: (seed: SeedResults) => number) => mean(seeds.map(of));
  if (protocol === 'paper') {
    return {
      within1StarMedian: perSeed(({ users }) =>
        median(users.map(({ tallies }) => ratioOf(tallies.within1Star))),
      ),
    };
  }
  if (protocol === 'top-n') {
    const listed = ({ users }: SeedResults) => new Set(users.flatMap(({ list }) => list ?? [])).size;
    return {
      coverage: perSeed((seed) => listed(seed) / catalogueCount),
      usersWithoutRelevant: perSeed(({ skipped }) => skipped),
    };
  }
  if (feedback === 'stars') return {};
  const figures = {
    calibrationError: perSeed(({ users }) =>
      calibrationError(
        Array.from({ length: CALIBRATION_BINS }, (_, bin) => sumTallies(users, calibrationKey(bin))),
      ),
    ),
    sureLiked: perSeed(({ users }) => ratioOf(sumTallies(users, 'sureLiked'))),
  };
  // Not every model shows a match, and not every match is that sure.
  return Object.fromEntries(Object.entries(figures).filter(([, value]) => !Number.isNaN(value)));
}

function sumTallies(users: readonly UserResult[], key: string): Tally {
  const sum: Tally = [0, 0];
  for (const { tallies } of users) {
    sum[0] += tallies[key]?.[0] ?? 0;
    sum[1] += tallies[key]?.[1] ?? 0;
  }
  return sum;
}

function ratioOf([sum, weight]: Tally): number {
  return sum / weight;
}

const STEP_METRICS = [
  'rmse',
  'mae',
  'auc',
  'likeAccuracy',
  'within1Star',
  'runningRmse',
  'runningLikeAccuracy',
];

function stepLines(seeds: UserResult[][]): StepLine[] {
  return COHORTS.flatMap(({ atLeast, steps }) =>
    steps.map((step): StepLine => {
      const perSeed = (of: (users: UserResult[]) => number) => mean(seeds.map(of));
      const metric = (name: string) =>
        perSeed((users) => {
          const ratio = ratioOf(sumTallies(users, stepKey(atLeast, step, name)));
          return /rmse/i.test(name) ? Math.sqrt(ratio) : ratio;
        });
      const ratings = stepKey(atLeast, step, 'ratings');
      const inCohort = ({ tallies }: { tallies: Tallies }) => tallies[ratings] !== undefined;
      return {
        atLeast,
        step,
        users: perSeed((users) => users.filter(inCohort).length),
        ratings: perSeed((users) => sumTallies(users, ratings)[0]),
        ...known(Object.fromEntries(STEP_METRICS.map((name) => [name, metric(name)]))),
      };
    }),
  );
}

/** The entries that have a value. */
function known(values: Record<string, number>): Record<string, number> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => !Number.isNaN(value)));
}
