import { findModel } from '../evaluation/recommenders/registry';
import type { Task } from '../evaluation/runner';
import type { EvaluationOptions } from '../evaluation/types';

/** Each step of a model's rough effort is taken for this many times the work. */
const EFFORT_BASE = 1.8;

/** The time that a run has taken and will take, in milliseconds. */
interface Outlook {
  /** Share of the run that is done, by expected time, 0..1. */
  share: number;
  elapsedMs: number;
  /** Null until the first task is done: there is nothing to judge by. */
  remainingMs: number | null;
}

/** Judges how long a run will still take. */
export interface Forecast {
  /** The current task is done, and the next one begins. */
  finished(): void;
  /** @param done share of the current task that is done, 0..1. */
  outlook(done: number): Outlook;
}

/**
 * Judges the time left by the time that tasks of each model have taken, or else by the models' rough efforts.
 * @param tasks in the order in which they are done; the first begins now.
 * @param clock milliseconds since any fixed moment.
 */
export function createForecast(
  tasks: readonly Task[],
  options: EvaluationOptions,
  clock: () => number,
): Forecast {
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
    outlook(share) {
      const elapsedMs = clock() - begun;
      if (done === tasks.length) return { share: 1, elapsedMs, remainingMs: 0 };
      if (done === 0) return { share: 0, elapsedMs, remainingMs: null };
      let remainingMs = 0;
      for (let index = done; index < tasks.length; index++) {
        const whole = expected(index);
        const spent = index === done ? Math.max(share * whole, clock() - taskBegun) : 0;
        remainingMs += Math.max(0, whole - spent);
      }
      const whole = elapsedMs + remainingMs;
      return { share: whole === 0 ? 0 : elapsedMs / whole, elapsedMs, remainingMs };
    },
  };
}
