/**
 * The tables of figures of Compare. Columns named as the command line names them (rmse, mae …) keep these names; a metric comes with
 * its words from metrics.ts.
 */

/** Heads of columns in several tables. */
export const model = 'model';
export const users = 'users';
export const thePapers = 'the paper’s';
export const ninetyFive = '95 %';
/** From one end of an interval to the other. */
export const fromTo = (low: string, high: string) => `${low} to ${high}`;

/** The figures of a run. */
export const figures = 'Figures';
/** @param says what the metric is, in a clause @param done whether the run is */
export const figuresCaption = (metric: string, says: string, lowerIsBetter: boolean, done: boolean) =>
  `${metric}: ${says}; ${lowerIsBetter ? 'lower' : 'higher'} is better.${done ? ' Intervals: bootstrap over users, 2,000 resamples.' : ' So far; intervals by normal approximation.'}`;
export const ninetyFiveOf = (metric: string) => `95 % of ${metric}`;
export const fitMs = 'fit ms';
export const trainMs = 'train ms/user';
export const predictMs = 'predict ms/user';
/** Heard for the column of what a run is doing with a system. */
export const state = 'state';
/** What it is doing. */
export const waiting = 'waiting';
export const fitting = 'fitting';
export const measuring = 'measuring';
export const done = 'done';
export const whatColumnsSay = 'What the columns say';

/** Two systems compared on the same users. */
export const pairedComparisons = 'Paired comparisons';
export const ratiosOf = (metric: string) => `${metric}, ratio A / B: paired bootstrap over users, 95 %.`;
export const differencesOf = (metric: string) =>
  `${metric}, difference A − B: paired bootstrap over users, 95 %.`;
export const aByB = 'A / B';
export const aMinusB = 'A − B';
export const ratio = 'ratio';
export const difference = 'difference';
export const from = 'from';
export const to = 'to';
export const verdict = 'verdict';
export const noDifference = 'no difference shown';
export const isBetter = (system: string) => `${system} is better`;

/** Several runs beside each other. */
export const tableOfRuns = 'Table of runs';
/** @param why why the paper's figures differ from those beside them, in sentences */
export const tableOfRunsCaption = (metric: string, why: string) =>
  `${metric}, mean over users. In brackets: the paper’s own figure. ${why}`;
/** @param ratings 0 for all of a user */
export const usersByRatings = (users: number, ratings: number) => `${users} × ${ratings || 'all'}`;

/** Two kept runs beside each other. */
export const twoRuns = 'Two runs';
export const a = 'A';
export const b = 'B';
export const bMinusA = 'B − A';
/** @param otherData whether the two are of different data @param sameMetric whether their figures can be compared */
export const twoRunsCaption = (
  runA: { name: string; metric: string },
  runB: { name: string; metric: string },
  otherData: boolean,
  sameMetric: boolean,
) =>
  `A: ${runA.name} (${runA.metric}). B: ${runB.name} (${runB.metric}).${otherData ? ' The two are of different data.' : ''}${sameMetric ? ' Intervals of each run by itself; the difference is not a paired test.' : ''}`;
