import type { FittedRecommender } from '../baselines/recommender';
import type { Dataset } from '../data/dataset';
import { ByteReader, ByteWriter, DamagedBytesError } from '../lib/bytes';
import { seal, unseal } from '../lib/envelope';
import { trainingChecksum } from './checksum';
import { combineParts } from './merge';
import { newUser } from './new-user';
import { paper } from './paper';
import { prequential } from './prequential';
import { type Clock, type FoldCase, fitModel, type ProtocolDefinition, toUserResult } from './protocol';
import { findModel, type RegisteredModel } from './recommenders/registry';
import { topN } from './top-n';
import type { EvaluationOptions, EvaluationResult, ModelPart, Protocol, Unit, UserResult } from './types';

/**
 * Keeps fitted shared parts between runs. Keys tell models and all that a fit is given apart; what is left to the cache is
 * the code of the recommender's source file and of what that imports.
 */
export interface FitCache {
  read(source: string, key: string): Uint8Array | null;
  write(source: string, key: string, bytes: Uint8Array): void;
}

/** What a run needs from above. */
export interface RunContext {
  /** Milliseconds since any fixed moment. */
  clock: Clock;
  /** Stops the run between two users: its generators then throw the signal's reason. */
  signal?: AbortSignal;
  cache?: FitCache;
}

/** One model in one unit: what is handed to a worker. */
export interface Task {
  unit: Unit;
  model: string;
}

/** What a task reports while it runs: results of users as they come. */
export interface Progress extends Task {
  users: UserResult[];
  /** Users visited and users to visit; 0 visited while the shared part is being fitted. */
  done: number;
  total: number;
}

export const PROTOCOL_DEFINITIONS: Record<Protocol, ProtocolDefinition> = {
  paper,
  'new-user': newUser,
  prequential,
  'top-n': topN,
};

/** The event loop gets a turn at least this often, between users. */
const TURN_MS = 40;
/** Time spent on users before they are timed, so that just-in-time compilation is not measured. */
const WARM_UP_MS = 30;
const WARM_UP_USERS = 20;

/**
 * All tasks of a run, unit by unit, the slowest models first.
 * @throws EvaluationError where the data cannot give what the options ask for, or a model does not apply.
 */
export function planTasks(dataset: Dataset, options: EvaluationOptions): Task[] {
  const models = options.models.map((name) => findModel(name, options));
  const byEffort = [...models].sort((a, b) => b.effort - a.effort);
  return PROTOCOL_DEFINITIONS[options.protocol]
    .plan(dataset, options)
    .flatMap((unit) => byEffort.map(({ name }) => ({ unit, model: name })));
}

/** Runs tasks on one data set. A unit's data are prepared once for tasks that follow on each other. */
export function createTaskRunner(dataset: Dataset, options: EvaluationOptions, context: RunContext) {
  const protocol = PROTOCOL_DEFINITIONS[options.protocol];
  let prepared: { seed: number; fold: number; foldCase: FoldCase } | null = null;
  const caseOf = (unit: Unit): FoldCase => {
    if (prepared?.seed !== unit.seed || prepared.fold !== unit.fold) {
      prepared = { ...unit, foldCase: protocol.prepare(dataset, options, unit) };
    }
    return prepared.foldCase;
  };
  return {
    /** Fits the model to the unit and measures it on every user there; returns the unit's part. */
    async *run({ unit, model: name }: Task): AsyncGenerator<Progress, ModelPart> {
      const model = findModel(name, options);
      const foldCase = caseOf(unit);
      const subjects = model.joint ? foldCase.joint.subjects : foldCase.subjects;
      const part: ModelPart = {
        ...{ ...unit, model: name, users: [], skipped: 0, fitMs: 0, trainMs: 0, predictMs: 0 },
      };
      const total = subjects.length;
      yield { unit, model: name, users: [], done: 0, total };
      await turn(context.signal);
      const fit = fitThroughCache(model, foldCase, options, unit, context);
      if (!fit) return part;
      part.fitMs = fit.millis;
      const measure = (index: number) =>
        protocol.measure(subjects[index], index, fit.fitted, foldCase, context.clock);
      const begun = context.clock();
      for (let u = 0; u < Math.min(WARM_UP_USERS, total) && context.clock() < begun + WARM_UP_MS; u++)
        measure(u);
      let fresh: UserResult[] = [];
      let lastTurn = context.clock();
      for (let index = 0; index < total; index++) {
        const measured = measure(index);
        if (measured) {
          fresh.push(toUserResult(subjects[index].user, measured));
          part.trainMs += measured.trainMs;
          part.predictMs += measured.predictMs;
        } else part.skipped++;
        if (context.clock() < lastTurn + TURN_MS && index < total - 1) continue;
        part.users.push(...fresh);
        yield { unit, model: name, users: fresh, done: index + 1, total };
        fresh = [];
        await turn(context.signal);
        lastTurn = context.clock();
      }
      return part;
    },
  };
}

/** Lets timers and messages through; throws where the run was cancelled meanwhile. */
async function turn(signal: AbortSignal | undefined): Promise<void> {
  await new Promise<void>((resolve) => setTimeout(resolve, 0));
  signal?.throwIfAborted();
}

const CACHE_FORMAT = { magic: 'WLFC', version: 1, what: 'The cached fit' };

function fitThroughCache(
  model: RegisteredModel,
  foldCase: FoldCase,
  options: EvaluationOptions,
  unit: Unit,
  { cache, clock }: RunContext,
): { fitted: FittedRecommender; millis: number } | null {
  const recommender = model.create(options);
  const { pack, unpack } = recommender;
  const together = model.joint ? foldCase.joint.together : [];
  const key =
    cache && pack ? cacheKey(model, options, unit, trainingChecksum(foldCase.training, together)) : '';
  if (cache && unpack && pack) {
    const kept = openEntry(cache.read(model.source, key), (bytes) =>
      unpack.call(recommender, bytes, foldCase.training, together),
    );
    if (kept) return kept;
  }
  const begun = clock();
  const fitted = fitModel(recommender, model.joint, foldCase);
  if (!fitted) return null;
  const millis = clock() - begun;
  if (cache && unpack && pack) {
    const writer = new ByteWriter();
    writer.varint(Math.round(millis * 1000));
    writer.bytes(pack.call(recommender, fitted));
    cache.write(model.source, key, seal(CACHE_FORMAT, writer.finish()));
  }
  return { fitted, millis };
}

/** A kept fit and the time it took when it was made; null where it is absent or damaged: it is then made anew. */
function openEntry(
  sealed: Uint8Array | null,
  unpack: (bytes: Uint8Array) => FittedRecommender,
): { fitted: FittedRecommender; millis: number } | null {
  if (!sealed) return null;
  try {
    const reader = new ByteReader(unseal(CACHE_FORMAT, sealed).payload);
    const millis = reader.varint() / 1000;
    return { fitted: unpack(reader.bytes(reader.remaining)), millis };
  } catch (error) {
    if (error instanceof DamagedBytesError) return null;
    throw error;
  }
}

/**
 * Equal keys mean equal arguments of `create` and `fit`, however the evaluation came by them: protocols with folds share
 * the fits of systems that see no test user. Seed and fold are there for the reader.
 * @param given checksum of what is fitted on.
 */
function cacheKey(
  model: RegisteredModel,
  { protocol, fit }: EvaluationOptions,
  { seed, fold }: Unit,
  given: number,
): string {
  const kind = protocol === 'paper' ? 'paper' : protocol === 'top-n' ? 'lists' : 'folds';
  return [model.name, kind, fit, `s${seed}`, `f${fold}`, given.toString(16).padStart(8, '0')].join('-');
}

/** Runs everything here, in order, yielding results of users as they come. */
export async function* evaluate(
  dataset: Dataset,
  options: EvaluationOptions,
  context: RunContext,
): AsyncGenerator<Progress & { task: number; tasks: number }, EvaluationResult> {
  const tasks = planTasks(dataset, options);
  const runner = createTaskRunner(dataset, options, context);
  const parts: ModelPart[] = [];
  for (const [task, next] of tasks.entries()) {
    const running = runner.run(next);
    let step = await running.next();
    for (; !step.done; step = await running.next()) yield { ...step.value, task, tasks: tasks.length };
    parts.push(step.value);
  }
  return combineParts(parts, options, dataset.catalogue.count);
}
