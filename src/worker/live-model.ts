import { combineParts } from '../evaluation/merge';
import { type MetricDefinition, metricsOf } from '../evaluation/metric-table';
import { COHORTS, stepKey } from '../evaluation/prequential';
import { blankPart, type Progress } from '../evaluation/runner';
import { quantile } from '../evaluation/significance';
import { trainCount } from '../evaluation/splits';
import type { EvaluationOptions, ModelPart, UserResult } from '../evaluation/types';
import type { BandPoint, ModelView, Spread, StepPoint } from './contract';

/** Points of a band; a line of more says no more on a screen and costs the page its calm. */
const BAND_POINTS = 40;
/** Half-width of a 95 % interval of a normal distribution, in standard errors. */
const NORMAL_95 = 1.96;

/** Follows one model through a run. */
export interface LiveModel {
  /** What the driver tells of a task of this model. */
  take(progress: Progress): void;
  /** The model as it is drawn: its state and the figures so far. */
  view(): ModelView;
}

/** What a live model must know of its run. */
export interface RunFacts {
  options: EvaluationOptions;
  /** Units of the run. */
  units: number;
  /** Films of the data. */
  films: number;
  /** Ratings of a user by the data's own id, for protocols that split all of them. */
  ratingCount(userId: number): number;
}

/** @param model its name in the registry. */
export function createLiveModel(model: string, { options, units, films, ratingCount }: RunFacts): LiveModel {
  const [main] = metricsOf(options.protocol, options.feedback);
  const parts = new Map<string, ModelPart>();
  const band: BandPoint[] = [];
  const sums = createRunningRatio(main);
  let stride = 1;
  let state: ModelView['state'] = 'waiting';
  let finished = 0;
  let learned = 0;
  let learners = 0;

  const learnedBy = ({ user, ratings }: UserResult): number => {
    if (options.protocol === 'paper') {
      return options.ratings > 0 ? trainCount(options.ratings) : 4 * ratings;
    }
    return options.protocol === 'prequential' ? ratings : trainCount(ratingCount(user));
  };
  const add = (user: UserResult) => {
    const tally = user.tallies[main.name];
    learned += learnedBy(user);
    learners++;
    if (tally) sums.add(tally[0], tally[1]);
    if (tally && sums.count() % stride === 0) band.push(sums.point());
  };

  return {
    take(progress) {
      const { task, users, total } = progress;
      const key = `${task.unit.seed}/${task.unit.fold}`;
      const part = parts.get(key) ?? blankPart(task);
      part.users.push(...users);
      parts.set(key, progress.state === 'done' ? progress.part : part);
      stride = Math.max(1, Math.ceil((total * units) / BAND_POINTS));
      users.forEach(add);
      if (progress.state === 'done') finished++;
      state = progress.state === 'done' && finished < units ? 'waiting' : progress.state;
    },
    view() {
      const some = [...parts.values()].filter(({ users }) => users.length > 0);
      const line =
        some.length === 0 ? null : combineParts(some, { ...options, models: [model] }, films).models[0];
      const last = sums.count() > 1 ? sums.point() : null;
      const interval = last && { low: last.low, high: last.high, method: 'normal' as const };
      const whole = last && band.at(-1)?.users !== last.users ? [...band, last] : [...band];
      return {
        ...{ model, state, interval, band: whole },
        line: line && finished < parts.size ? withoutTimes(line) : line,
        spread: spreadOf(some, main),
        steps: options.protocol === 'prequential' ? stepPoints(some, main) : [],
        learned: learners === 0 ? 0 : learned / learners,
      };
    },
  };
}

/** Times are only known of units that are done. */
function withoutTimes(line: NonNullable<ModelView['line']>): NonNullable<ModelView['line']> {
  return { ...line, fitMs: Number.NaN, trainMs: Number.NaN, predictMs: Number.NaN };
}

/** A ratio that grows user by user. */
interface RunningRatio {
  /** One more user, by sum and weight of the user's tally. */
  add(sum: number, weight: number): void;
  /** Users so far. */
  count(): number;
  /** The ratio, or its root, with its 95 % interval. */
  point(): BandPoint;
}

/** A ratio of sums over users and its standard error by the delta method (Cochran 1977, 6.4), user by user. */
export function createRunningRatio({ root }: Pick<MetricDefinition, 'root'>): RunningRatio {
  let n = 0;
  let [s, w, ss, sw, ww] = [0, 0, 0, 0, 0];
  return {
    add(sum, weight) {
      n++;
      s += sum;
      w += weight;
      ss += sum * sum;
      sw += sum * weight;
      ww += weight * weight;
    },
    count: () => n,
    point() {
      const ratio = s / w;
      const squares = Math.max(0, ss - 2 * ratio * sw + ratio * ratio * ww);
      const variance = n > 1 ? ((n / (n - 1)) * squares) / (w * w) : 0;
      const value = root ? Math.sqrt(ratio) : ratio;
      const error = root ? Math.sqrt(variance) / (2 * value || 1) : Math.sqrt(variance);
      return { users: n, value, low: value - NORMAL_95 * error, high: value + NORMAL_95 * error };
    },
  };
}

function spreadOf(parts: readonly ModelPart[], main: MetricDefinition): Spread | null {
  const values = parts.flatMap(({ users }) =>
    users.flatMap(({ tallies }) => {
      const tally = tallies[main.name];
      if (!tally || tally[1] === 0) return [];
      return [main.root ? Math.sqrt(tally[0] / tally[1]) : tally[0] / tally[1]];
    }),
  );
  if (values.length === 0) return null;
  const sorted = Float64Array.from(values).sort();
  const at = (q: number) => quantile(sorted, q);
  return {
    users: values.length,
    mean: values.reduce((sum, value) => sum + value, 0) / values.length,
    ...{ p5: at(0.05), p25: at(0.25), p50: at(0.5), p75: at(0.75), p95: at(0.95) },
  };
}

function stepPoints(parts: readonly ModelPart[], main: MetricDefinition): StepPoint[] {
  return COHORTS.flatMap(({ atLeast, steps }) =>
    steps.flatMap((step) => {
      const key = stepKey(atLeast, step, main.name);
      const sums = createRunningRatio(main);
      for (const { users } of parts) {
        for (const { tallies } of users) if (tallies[key]) sums.add(tallies[key][0], tallies[key][1]);
      }
      return sums.count() < 2 ? [] : [{ atLeast, step, ...sums.point() }];
    }),
  );
}
