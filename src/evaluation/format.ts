import type { ModelLine } from './types';

/** The columns of the figures table, and how many digits each is printed with. */
export const COLUMNS: readonly [keyof ModelLine, digits: number][] = [
  ['rmse', 4],
  ['mae', 4],
  ['auc', 4],
  ['likeAccuracy', 4],
  ['within1Star', 4],
  ['within1StarMedian', 4],
  ['within1StarRatings', 4],
  ['ndcg10', 4],
  ['recall10', 4],
  ['tailNdcg10', 4],
  ['coverage', 4],
  ['novelty', 2],
  ['diversity', 3],
  ['fameShare', 3],
  ['calibrationError', 4],
  ['sureLiked', 3],
  ['fitMs', 0],
  ['trainMs', 3],
  ['predictMs', 3],
];

/** The columns of trials, which come before the others. */
const TRIAL_COLUMNS: readonly [keyof ModelLine, digits: number][] = [
  ['traitShare', 3],
  ['seriesHit10', 3],
  ['seriesHit10All', 3],
  ['seriesMax10', 2],
  ['mostAlikeGone', 3],
  ['leastAlikeGone', 3],
  ['ndcg10After', 4],
  ['asked', 1],
  ['answered', 2],
  ['mutedMostAlikeGone', 3],
  ['mutedLeastAlikeGone', 3],
  ['mutedNdcg10After', 4],
  ['removedMostAlikeGone', 3],
  ['removedLeastAlikeGone', 3],
  ['removedNdcg10After', 4],
];

/** Columns that at least one line has a value for. */
export function columnsOf(models: readonly ModelLine[]): [keyof ModelLine, digits: number][] {
  return [...TRIAL_COLUMNS, ...COLUMNS]
    .filter(([key]) => models.some((line) => line[key] !== undefined))
    .map(([key, digits]) => [key, digits]);
}

/** A figure as it is printed, on a screen as on the command line; empty where there is none. */
export function formatFigure(value: unknown, digits = 4): string {
  return typeof value === 'number' && Number.isFinite(value) ? value.toFixed(digits) : '';
}
