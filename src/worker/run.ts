import type { Dataset } from '../data/dataset';
import { combineParts } from '../evaluation/merge';
import { metricsOf } from '../evaluation/metric-table';
import { findModel } from '../evaluation/recommenders/registry';
import { createTaskRunner, planTasks, type Task } from '../evaluation/runner';
import { metricIntervals } from '../evaluation/significance';
import type { EvaluationOptions, ModelPart } from '../evaluation/types';
import type { ModelView, RunEvent, RunProgress, RunValue } from './contract';
import { createLiveModel, type LiveModel } from './live-model';

/** The page hears of a run at most this often, unless a model begins or ends. */
const MILLIS_BETWEEN = 150;

export interface RunSurroundings {
  clock(): number;
  signal: AbortSignal;
  /** Resolves when the run may go on. */
  gate(): Promise<void>;
  onEvent(event: RunEvent): void;
}

/** Runs all tasks here, quick models first, telling how far they have come; the lines equal those of the command line. */
export async function createRun(
  dataset: Dataset,
  options: EvaluationOptions,
  { clock, signal, gate, onEvent }: RunSurroundings,
): Promise<RunValue> {
  const begun = clock();
  const tasks = quickFirst(planTasks(dataset, options));
  const units = tasks.length / options.models.length;
  const films = dataset.catalogue.count;
  const ratingCount = ratingCounts(dataset);
  const models = new Map(
    options.models.map((name) => [name, createLiveModel(name, options, films, ratingCount)]),
  );
  const forecast = createForecast(tasks, options, clock);
  const runner = createTaskRunner(dataset, options, { clock, signal });
  const parts: ModelPart[] = [];
  let toldAt = Number.NEGATIVE_INFINITY;
  const tell = (task: Task, share: number, measuring: boolean, always: boolean) => {
    if (!always && clock() < toldAt + MILLIS_BETWEEN) return;
    toldAt = clock();
    const { elapsedMs, remainingMs, done } = forecast.at(parts.length, share);
    const progress: RunProgress = {
      ...{ model: task.model, ...task.unit, measuring, tasksDone: parts.length, tasks: tasks.length },
      ...{ share: done, elapsedMs, remainingMs },
    };
    onEvent({ progress, views: [modelOf(models, task.model).view()] });
  };

  for (const task of tasks) {
    const live = modelOf(models, task.model);
    const running = runner.run(task);
    let step = await running.next();
    for (; !step.done; step = await running.next()) {
      const { users, done, total } = step.value;
      if (done === 0) live.begin(task.unit, total, units);
      live.setState(done === 0 ? 'fitting' : 'measuring');
      live.add(task.unit, users);
      tell(task, done === 0 ? 0 : 0.5 + done / total / 2, done > 0, done === 0);
      await gate();
      signal.throwIfAborted();
    }
    parts.push(step.value);
    live.finish(step.value);
    const left = tasks.length - parts.length;
    const own = tasks.slice(parts.length).some(({ model }) => model === task.model);
    live.setState(own ? 'waiting' : 'done');
    forecast.finished();
    tell(task, 0, true, left === 0 || !own);
  }
  const result = combineParts(parts, options, films);
  return { result, views: finalViews(models, options, parts), elapsedMs: clock() - begun };
}

/** Within a unit the quickest model first: what is on the screen early is what a person waits for least. */
function quickFirst(tasks: readonly Task[]): Task[] {
  const units = [...new Set(tasks.map(({ unit }) => unit))];
  return units.flatMap((unit) => tasks.filter((task) => task.unit === unit).reverse());
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

/** Each step of a model's rough effort is taken for this many times the work. */
const EFFORT_BASE = 1.8;

/** Judges the time left by the time that tasks of each model have taken, or else by the models' rough efforts. */
function createForecast(tasks: readonly Task[], options: EvaluationOptions, clock: () => number) {
  const begun = clock();
  let taskBegun = begun;
  let done = 0;
  const rough = tasks.map(({ model }) => EFFORT_BASE ** findModel(model, options).effort);
  const taken = new Map<string, { millis: number; count: number }>();
  let millisPerEffort = 0;

  const expected = (index: number): number => {
    const known = taken.get(tasks[index].model);
    return known ? known.millis / known.count : rough[index] * millisPerEffort;
  };
  return {
    finished() {
      const { model } = tasks[done];
      const known = taken.get(model) ?? { millis: 0, count: 0 };
      taken.set(model, { millis: known.millis + clock() - taskBegun, count: known.count + 1 });
      taskBegun = clock();
      done++;
      const efforts = rough.slice(0, done).reduce((sum, effort) => sum + effort, 0);
      millisPerEffort = (clock() - begun) / efforts;
    },
    /** @param share of the current task that is done. */
    at(current: number, share: number): { elapsedMs: number; remainingMs: number | null; done: number } {
      const elapsedMs = clock() - begun;
      let remainingMs = 0;
      for (let index = current; index < tasks.length; index++) {
        const whole = expected(index);
        const spent = index === current ? Math.max(share * whole, clock() - taskBegun) : 0;
        remainingMs += Math.max(0, whole - spent);
      }
      const share01 = elapsedMs + remainingMs === 0 ? 0 : elapsedMs / (elapsedMs + remainingMs);
      if (current === tasks.length) return { elapsedMs, remainingMs: 0, done: 1 };
      return {
        elapsedMs,
        remainingMs: current === 0 ? null : remainingMs,
        done: current === 0 ? 0 : share01,
      };
    },
  };
}
