import { performance } from 'node:perf_hooks';

/** Times of many runs of one thing, in the unit that they are told in. */
export interface Spread {
  median: number;
  /** First and third quartile. */
  low: number;
  high: number;
  /** Runs measured, those of the warm-up left out. */
  runs: number;
}

/** How often something is run. */
interface Runs {
  /** Runs measured at least, however long they take, and at most. */
  least: number;
  most: number;
  /** Runs before them that are not measured. */
  warmUp: number;
  /** Beyond the least number of runs, nothing is run after so many milliseconds of measured time. */
  budgetMs: number;
}

/** Runs of what nothing else is said of. */
const USUAL: Runs = { least: 15, most: 100, warmUp: 10, budgetMs: 250 };

/** Something that is measured. */
export interface Measured<T> {
  /** Made before each run, outside of its time. */
  prepare?(run: number): T;
  /** What is timed; a promise is waited for. */
  work(prepared: T, run: number): unknown;
  runs?: Partial<Runs>;
}

/** Value at a share 0..1 of sorted values, linearly between two of them (Hyndman and Fan 1996, type 7). */
function at(sorted: ArrayLike<number>, share: number): number {
  const place = share * (sorted.length - 1);
  const below = Math.floor(place);
  const above = Math.min(below + 1, sorted.length - 1);
  return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
}

/** Median and quartiles of at least one value, in any order. @throws RangeError where there is none */
export function spreadOf(values: ArrayLike<number>): Spread {
  if (values.length === 0) throw new RangeError('There are no values.');
  const sorted = Float64Array.from(values).sort();
  return { median: at(sorted, 0.5), low: at(sorted, 0.25), high: at(sorted, 0.75), runs: sorted.length };
}

/** The same in another unit. @param factor e.g. 1000 / 100 from milliseconds of a hundred to microseconds of one */
export function scaled({ median, low, high, runs }: Spread, factor: number): Spread {
  return { median: median * factor, low: low * factor, high: high * factor, runs };
}

/** Milliseconds of each measured run, after a warm-up. @param clock milliseconds since any fixed moment */
export async function timesOf<T>(
  { prepare, work, runs }: Measured<T>,
  clock: () => number = () => performance.now(),
): Promise<number[]> {
  const { least, most, warmUp, budgetMs } = { ...USUAL, ...runs };
  const times: number[] = [];
  let spent = 0;
  for (let run = 0; run < warmUp + most; run++) {
    if (times.length >= least && spent >= budgetMs) break;
    const prepared = prepare?.(run) as T;
    const begun = clock();
    const doing = work(prepared, run);
    // Only what is a promise is waited for: waiting takes a microsecond by itself.
    if (doing instanceof Promise) await doing;
    const taken = clock() - begun;
    if (run < warmUp) continue;
    times.push(taken);
    spent += taken;
  }
  return times;
}

/** Median and quartiles of the milliseconds of a run. */
export async function timed<T>(measured: Measured<T>): Promise<Spread> {
  return spreadOf(await timesOf(measured));
}

let swallowed = 0;

/** Takes a number that was computed, so that no engine can leave out the work that it came from. */
export function sink(value: number): void {
  swallowed += value;
}

/** Tells that all that was computed were numbers. @throws Error where it was not */
export function checkSink(): void {
  if (!Number.isFinite(swallowed)) throw new Error('A measured value was not a number.');
}
