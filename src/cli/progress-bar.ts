import type { Task } from '../evaluation/runner';

const WIDTH = 30;
const MILLIS_BETWEEN = 100;

/** A progress bar on a terminal; nothing elsewhere. */
export interface ProgressBar {
  /** One of the tasks has come further. @param share of its users that are done, 0..1 */
  show(task: Task, share: number): void;
  /** Takes the bar off the terminal. */
  clear(): void;
}

/** @param tasks all that the bar stands for, each with the same weight. */
export function createProgressBar(stream: NodeJS.WriteStream, tasks: readonly Task[]): ProgressBar {
  if (!stream.isTTY) return { show() {}, clear() {} };
  const shares = new Map<Task, number>();
  let shownAt = Number.NEGATIVE_INFINITY;
  return {
    show(task, share) {
      shares.set(task, share);
      if (performance.now() < shownAt + MILLIS_BETWEEN) return;
      shownAt = performance.now();
      const done = [...shares.values()].reduce((sum, part) => sum + part, 0) / tasks.length;
      const full = Math.round(WIDTH * done);
      const bar = '█'.repeat(full) + '░'.repeat(WIDTH - full);
      const { model, unit } = task;
      const label = `${model}, seed ${unit.seed}, fold ${unit.fold}`;
      const line = `${bar} ${String(Math.floor(100 * done)).padStart(3)} %  ${label}`;
      stream.write(`\r${line.slice(0, (stream.columns || 80) - 1)}\x1b[K`);
    },
    clear: () => stream.write('\r\x1b[K'),
  };
}
