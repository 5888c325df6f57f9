/** What the state of Compare says: the name of a run, and why something did not go. */
import { listed } from '../../format';

/** A first name for a run. @param settings as `describe` gives them */
export const runName = (protocol: string, settings: string) => `${protocol}: ${settings}`;
/** The settings of a run, from their parts: "100 users × 50 ratings, corrected join, one window for all, seed 1". */
export const describe = (parts: readonly string[]) => listed(parts, 'unit');
/** @param ratings 0 for all of a user */
export const sample = (users: number, ratings: number) =>
  `${users} users × ${ratings === 0 ? 'all' : ratings} ratings`;
/** `join`, `split` and `feedback` are values of the command line's options. */
export const join = (join: string) => `${join} join`;
export const folds = (folds: number) => `${folds} folds`;
export const split = (split: string) => `${split} split`;
export const taught = (feedback: string) => `taught ${feedback}`;
export const readoutWindow = 'one window for all';
export const readoutMean = 'means';
export const readoutPublished = 'readouts as published';
export const seed = (seed: number) => `seed ${seed}`;
export const seeds = (first: number, last: number) => `seeds ${first} to ${last}`;

export const reading = 'Reading';
export const ratingsNotRead = 'The ratings of the films in use could not be read.';
export const workerEnded = 'The worker was ended. Run again to start another.';
