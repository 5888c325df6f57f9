import type { Dataset } from '../data/dataset';
import { combineParts } from '../evaluation/merge';
import { metricsOf } from '../evaluation/metric-table';
import type { Interruptions } from '../evaluation/protocol';
import { type Progress, planTasks, runTasks, type Task, unitsOf } from '../evaluation/runner';
import { metricIntervals } from '../evaluation/significance';
import type { EvaluationOptions, ModelPart } from '../evaluation/types';
import type { ModelView, RunEvent, RunValue } from './contract';
import { createForecast } from './forecast';
import { createLiveModel, type LiveModel } from './live-model';

/** What a run in the worker needs from around it. */
export interface RunSurroundings extends Interruptions {
  /** Milliseconds since any fixed moment. */
  clock(): number;
  onEvent(event: RunEvent): void;
}

/**
 * Runs all tasks here, quick models first, telling at every slice how far they have come; the lines equal those of the
 * command line.
 * @throws EvaluationError where the data cannot give what was asked for; the signal's reason where it was aborted.
 */
export async function measureRun(
  dataset: Dataset,
  options: EvaluationOptions,
  { clock, onEvent, ...interruptions }: RunSurroundings,
): Promise<RunValue> {
  const begun = clock();
  const tasks = quickFirst(planTasks(dataset, options));
  const models = createLiveModels(dataset, options, tasks);
  const forecast = createForecast(tasks, options, clock);
  let tasksDone = 0;
  const onProgress = (progress: Progress) => {
    const { task, state, share } = progress;
    const live = modelOf(models, task.model);
    live.take(progress);
    if (state === 'done') {
      tasksDone++;
      forecast.finished();
    }
    onEvent({
      progress: {
        ...{
          model: task.model,
          ...task.unit,
          measuring: state !== 'fitting',
          tasksDone,
          tasks: tasks.length,
        },
        ...forecast.outlook(state === 'measuring' ? 0.5 + share / 2 : 0),
      },
      views: [live.view()],
    });
  };
  const parts = await runTasks(dataset, options, tasks, { clock, onProgress, ...interruptions });
  const result = combineParts(parts, options, dataset.catalogue.count);
  return { result, views: finalViews(models, options, parts), elapsedMs: clock() - begun };
}

/** Within a unit the quickest model first: what is on the screen early is what a person waits for least. */
function quickFirst(tasks: readonly Task[]): Task[] {
  return unitsOf(tasks).flatMap((unit) => tasks.filter((task) => task.unit === unit).reverse());
}

function createLiveModels(
  dataset: Dataset,
  options: EvaluationOptions,
  tasks: readonly Task[],
): ReadonlyMap<string, LiveModel> {
  const about = {
    options,
    units: unitsOf(tasks).length,
    films: dataset.catalogue.count,
    ratingCount: ratingCounts(dataset),
  };
  return new Map(options.models.map((name) => [name, createLiveModel(name, about)]));
}

function modelOf(models: ReadonlyMap<string, LiveModel>, name: string): LiveModel {
  const live = models.get(name);
  if (!live) throw new Error(`There is no model ${name} in this run.`);
  return live;
}

/** Ratings of each user by user id. */
function ratingCounts({ ratings }: Dataset): (userId: number) => number {
  const counts = new Map<number, number>();
  for (let u = 0; u < ratings.userCount; u++) {
    counts.set(ratings.userId[u], ratings.offsets[u + 1] - ratings.offsets[u]);
  }
  return (userId) => counts.get(userId) ?? 0;
}

/** The views with the bootstrap's intervals, all models over the same resampled users. */
function finalViews(
  models: ReadonlyMap<string, LiveModel>,
  options: EvaluationOptions,
  parts: readonly ModelPart[],
): ModelView[] {
  const [main] = metricsOf(options.protocol, options.feedback);
  const seeds = [...new Set(parts.map(({ seed }) => seed))].sort((a, b) => a - b);
  const results = options.models.map((model) => ({
    model,
    seeds: seeds.map((seed) =>
      parts.filter((part) => part.model === model && part.seed === seed).flatMap(({ users }) => users),
    ),
  }));
  const intervals = metricIntervals(results, main);
  return options.models.map((model) => {
    const view = modelOf(models, model).view();
    const found = intervals.get(model);
    return found ? { ...view, interval: { ...found, method: 'bootstrap' as const } } : view;
  });
}
