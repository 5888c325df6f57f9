import type { Dataset } from '../data/dataset';
import { type FitCache, fitThroughCache } from './cached-fit';
import { newUser } from './new-user';
import { paper } from './paper';
import { prequential } from './prequential';
import {
  type Clock,
  type FoldCase,
  type Interruptions,
  type ProtocolDefinition,
  rest,
  SLICE_MS,
  toUserResult,
} from './protocol';
import { withReadout } from './readout';
import { findModel, type RegisteredModel } from './recommenders/registry';
import { topN } from './top-n';
import { asking } from './trials/asking';
import { probes } from './trials/probes';
import { steering } from './trials/steering';
import { unlearning } from './trials/unlearning';
import type { EvaluationOptions, ModelPart, Protocol, Unit, UserResult } from './types';

/** One model in one unit: the smallest piece of a run that is handed out, to a thread or another machine. */
export interface Task {
  unit: Unit;
  /** A name in the registry. */
  model: string;
}

/** What a task has given before anything was measured. */
export function blankPart({ unit, model }: Task): ModelPart {
  return { ...unit, model, users: [], skipped: 0, fitMs: 0, trainMs: 0, predictMs: 0 };
}

/** What is told of a task: when it begins, after every slice of its users, and when it ends. */
export type Progress = {
  task: Task;
  /** Users measured since the last time, in the order in which they are visited. */
  users: UserResult[];
  /** Users visited so far, and users to visit: 0 .. total. */
  done: number;
  total: number;
  /** The same as a share, 0 .. 1; 1 when the task is done, though there may be no users. */
  share: number;
} & (
  | /** The shared part is about to be fitted, which nothing can interrupt. */ { state: 'fitting' }
  | { state: 'measuring' }
  | /** With all that the task gave, the last users among it. */ { state: 'done'; part: ModelPart }
);

/** What a run needs from above; a signal or a gate interrupts it between two users. */
export interface RunContext extends Interruptions {
  /** Milliseconds since any fixed moment; decides nothing but the fields in Ms. */
  clock: Clock;
  /** Without one, everything is fitted anew. */
  cache?: FitCache;
  /** The models that names stand for; those of `recommenders/registry` if left out. */
  registry?: readonly RegisteredModel[];
  /** Is called before the next user is measured. */
  onProgress?(progress: Progress): void;
}

/** How each protocol divides, prepares and measures. */
const PROTOCOL_DEFINITIONS: Record<Protocol, ProtocolDefinition> = {
  paper,
  'new-user': newUser,
  prequential,
  'top-n': topN,
  probes,
  steering,
  unlearning,
  asking,
};

/** Time spent on users before they are timed, so that just-in-time compilation is not measured. */
const WARM_UP_MS = 30;
const WARM_UP_USERS = 20;

/**
 * All tasks of a run, unit by unit, the slowest models first; the tasks of a unit share one object as their `unit`.
 * @throws EvaluationError where the data cannot give what the options ask for, or a model does not apply.
 */
export function planTasks(
  dataset: Dataset,
  options: EvaluationOptions,
  registry?: readonly RegisteredModel[],
): Task[] {
  const models = options.models.map((name) => findModel(name, options, registry));
  const byEffort = [...models].sort((a, b) => b.effort - a.effort);
  return PROTOCOL_DEFINITIONS[options.protocol]
    .plan(dataset, options)
    .flatMap((unit) => byEffort.map(({ name }) => ({ unit, model: name })));
}

/** The units that tasks of `planTasks` belong to, in order, each once. */
export function unitsOf(tasks: readonly Task[]): Unit[] {
  return [...new Set(tasks.map(({ unit }) => unit))];
}

/** Makes a unit of a run ready for all models; the same for the same arguments. */
export function prepareUnit(dataset: Dataset, options: EvaluationOptions, unit: Unit): FoldCase {
  return PROTOCOL_DEFINITIONS[options.protocol].prepare(dataset, options, unit);
}

/**
 * The driver of every run: does tasks one after the other, in the order in which the caller hands them out, which may be
 * while the run goes on. The parts do not depend on that order. A unit's data are prepared once for tasks in a row.
 * @returns the parts, in the order of the tasks.
 */
export function runTasks(
  dataset: Dataset,
  options: EvaluationOptions,
  tasks: Iterable<Task> | AsyncIterable<Task>,
  context: RunContext,
): Promise<ModelPart[]> {
  return runPrepared((unit) => prepareUnit(dataset, options, unit), options, tasks, context);
}

/** As `runTasks`. @param prepare gives each unit's data, whoever prepared them; it is asked once for tasks in a row */
export async function runPrepared(
  prepare: (unit: Unit) => FoldCase,
  options: EvaluationOptions,
  tasks: Iterable<Task> | AsyncIterable<Task>,
  context: RunContext,
): Promise<ModelPart[]> {
  const parts: ModelPart[] = [];
  let prepared: { unit: Unit; foldCase: FoldCase } | null = null;
  for await (const task of tasks) {
    const { unit } = task;
    if (prepared?.unit.seed !== unit.seed || prepared.unit.fold !== unit.fold) {
      prepared = { unit, foldCase: prepare(unit) };
    }
    parts.push(await runTask(task, prepared.foldCase, options, context));
  }
  return parts;
}

/** Fits the task's model to its unit and measures it on every user there. */
async function runTask(
  task: Task,
  foldCase: FoldCase,
  options: EvaluationOptions,
  context: RunContext,
): Promise<ModelPart> {
  const { clock, onProgress } = context;
  const { unit } = task;
  const model = findModel(task.model, options, context.registry);
  const { measure, also } = PROTOCOL_DEFINITIONS[options.protocol];
  const subjects = model.joint ? foldCase.joint.subjects : foldCase.subjects;
  const total = subjects.length;
  const part = blankPart(task);
  if (foldCase.oneSided !== undefined) part.oneSided = foldCase.oneSided;
  onProgress?.({ task, state: 'fitting', users: [], done: 0, total, share: 0 });
  await rest(context);
  const fit = fitThroughCache(model, foldCase, options, unit, context);
  if (fit) {
    part.fitMs = fit.millis;
    fit.fitted = withReadout(fit.fitted, model, options, foldCase);
  }
  const second = also && fitThroughCache(model, foldCase, { ...options, protocol: also }, unit, context);
  if (second) part.fitMs += second.millis;
  const whole = second ? { ...foldCase, also: second.fitted } : foldCase;
  const visit = (index: number) => fit && measure(subjects[index], index, fit.fitted, whole, clock);
  const begun = clock();
  for (let u = 0; u < Math.min(WARM_UP_USERS, total) && clock() < begun + WARM_UP_MS; u++) visit(u);
  let told = 0;
  let sliceBegun = clock();
  for (let index = 0; index < total; index++) {
    if (index > 0 && clock() >= sliceBegun + SLICE_MS) {
      const users = part.users.slice(told);
      onProgress?.({ task, state: 'measuring', users, done: index, total, share: index / total });
      told = part.users.length;
      await rest(context);
      sliceBegun = clock();
    }
    const measured = visit(index);
    if (measured) {
      part.users.push(toUserResult(subjects[index], measured));
      part.trainMs += measured.trainMs;
      part.predictMs += measured.predictMs;
      addMillis(part, measured.millis);
    } else part.skipped++;
  }
  onProgress?.({ task, state: 'done', users: part.users.slice(told), done: total, total, share: 1, part });
  return part;
}

function addMillis(part: ModelPart, millis: Record<string, number> = {}): void {
  for (const [name, value] of Object.entries(millis)) {
    part.millis = { ...part.millis, [name]: (part.millis?.[name] ?? 0) + value };
  }
}
