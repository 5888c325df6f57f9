import type {
  FittedRecommender,
  History,
  PersonalRecommender,
  Recommender,
  Training,
} from '../baselines/recommender';
import { fitAnswerLines } from '../data/answer-lines';
import type { Dataset } from '../data/dataset';
import { fitItemEffects } from '../data/item-effects';
import type { Ratings } from '../data/ratings';
import { deriveSeed } from '../lib/random';
import type { Groups } from './groups/groups';
import type { AccuracyProtocol, EvaluationOptions, Tallies, Unit, UserResult } from './types';

/** A user under test. */
export interface Subject {
  /** The data set's own user id. */
  user: number;
  /** Derived from the run's seed and the user alone. */
  seed: number;
  /** What is learned, in order; taught by clicks, answers in place of stars. */
  train: History;
  /** The whole training part as it was rated: no list has its films. */
  past: History;
  /** Where groups are asked for: what the user belongs to. */
  groups?: Groups;
  /** What is asked; in time order where the protocol goes by time. */
  test: History;
}

/** One unit, ready for any model: plain data, but for `also`. */
export interface FoldCase {
  training: Training;
  subjects: Subject[];
  /** Where lists are measured: the films most liked by training users. */
  famous?: ReadonlySet<number>;
  /** Where a trial asks for a second thing: the model as it answers that (`ProtocolDefinition.also`). */
  also?: FittedRecommender;
  /** Cut at one moment: users left out because all of their ratings lie on one side. */
  oneSided?: number;
  /** For systems that must be trained on the users they are tested on: those users first, then others. */
  joint: { subjects: Subject[]; together: History[] };
}

/** Milliseconds since any fixed moment; passed in from above. */
export type Clock = () => number;

/** What one model scored on one user. */
export interface Measurement {
  tallies: Tallies;
  /** Test ratings. */
  ratings: number;
  /** `top-n`: movie ids, best first. */
  list?: number[];
  /** Milliseconds of anything else, by name. */
  millis?: Record<string, number>;
  /** Milliseconds of learning this user's training part, and of predicting the test part. */
  trainMs: number;
  predictMs: number;
}

/** One protocol: which units there are, what a unit holds, and how one user is measured in it. */
export interface ProtocolDefinition {
  /** @throws EvaluationError where the data cannot give what the options ask for. */
  plan(dataset: Dataset, options: EvaluationOptions): Unit[];
  /** Makes one unit of `plan` ready for any model; the same for the same arguments. */
  prepare(dataset: Dataset, options: EvaluationOptions, unit: Unit): FoldCase;
  /** A second question: models are fitted for it too, and the fit is in the fold case that `measure` is given. */
  also?: AccuracyProtocol;
  /**
   * Measures one user of the unit. @param index the user's place among the subjects, 0-based.
   * @returns null to leave the user out, who is then counted as skipped.
   */
  measure(
    subject: Subject,
    index: number,
    fitted: FittedRecommender,
    foldCase: FoldCase,
    clock: Clock,
  ): Measurement | null;
}

/** All units: every seed with every fold. */
export function everyUnit({ seed, seeds }: EvaluationOptions, folds: number): Unit[] {
  return Array.from({ length: seeds * folds }, (_, u) => ({
    seed: seed + Math.floor(u / folds),
    fold: (u % folds) + 1,
  }));
}

/** What models may see: the ratings of training users, and effects fitted on the same. */
export function createTraining(
  dataset: Dataset,
  ratings: Ratings,
  options: EvaluationOptions,
  unit: Unit,
): Training {
  const effects = fitItemEffects(dataset.catalogue, ratings);
  return {
    catalogue: dataset.catalogue,
    ratings,
    effects,
    feedback: options.feedback,
    ...(options.feedback === 'clicks' && { answers: fitAnswerLines(ratings, effects) }),
    join: options.join,
    seed: deriveSeed(unit.seed, 'fold', unit.fold),
  };
}

/** A seed for one user's model, the same in whatever order users are visited. */
export function subjectSeed(seed: number, userId: number): number {
  return deriveSeed(seed, 'user', userId);
}

/** Fits a model to a unit. @returns null where the unit holds nothing for it. */
export function fitModel(model: Recommender, joint: boolean, foldCase: FoldCase): FittedRecommender | null {
  const { subjects, together } = joint ? foldCase.joint : { subjects: foldCase.subjects, together: [] };
  return subjects.length === 0 ? null : model.fit(foldCase.training, together);
}

/** Learns a user's training part and hands the model to `ask`; both are timed. */
export function timed<T>(
  clock: Clock,
  learn: () => PersonalRecommender,
  ask: (personal: PersonalRecommender) => T,
): { value: T; trainMs: number; predictMs: number } {
  const begun = clock();
  const personal = learn();
  const learned = clock();
  const value = ask(personal);
  const asked = clock();
  personal.release?.();
  return { value, trainMs: learned - begun, predictMs: asked - learned };
}

/** Scores that order the whole catalogue: the system's own, or the ratings that it expects. */
export function scoresOf(personal: PersonalRecommender, filmCount: number): Float64Array {
  return personal.rank?.() ?? personal.predict(Uint32Array.from({ length: filmCount }, (_, item) => item));
}

/** A measurement as the unit's result carries it. */
export function toUserResult({ user, groups }: Subject, measurement: Measurement): UserResult {
  const { tallies, ratings, list } = measurement;
  return { user, ratings, tallies, ...(list && { list }), ...(groups && { groups }) };
}

/**
 * Longest time that a run goes on without a rest, in milliseconds. This is the one schedule on a measurement's way out of
 * a run: what was measured in a slice is told at its end. Shorter than a cancelled run may take to answer
 * (`GRACE_MS` in worker/client), and long enough that telling costs little beside measuring.
 */
export const SLICE_MS = 80;

/** How a calculation is interrupted from outside while it rests. */
export interface Interruptions {
  /** Ends the calculation: its promise rejects with the signal's reason. */
  signal?: AbortSignal;
  /** Resolves when the calculation may go on: at once, or when a pause ends. */
  gate?(): Promise<void>;
}

/**
 * A rest between two slices: lets messages and timers through, and waits while there is a pause.
 * @throws the signal's reason where it has been aborted.
 */
export async function rest({ signal, gate }: Interruptions): Promise<void> {
  await new Promise<void>((resolve) => setTimeout(resolve, 0));
  await gate?.();
  signal?.throwIfAborted();
}
