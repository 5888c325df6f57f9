/** What is drawn in the charts of Compare: along the axes, and at the place that is pointed at. Loaded with the first chart. */
import { number } from '../../format';

export const notMeasured = 'not measured yet';
/** Beside a mark. */
export const paperMark = (value: string) => `paper ${value}`;
export const n = (users: string) => `n = ${users}`;

/** Accuracy so far, and the learning curve. */
export const usersMeasured = 'users measured';
export const afterUsers = (users: number) => `after ${users} users`;
export const ratingsLearned = 'ratings learned';
export const ofLaterRatings = (metric: string) => `${metric} of all later ratings`;
export const afterRatings = (ratings: number) => `after ${ratings} ratings`;

/** Where they stand. */
/** @param value after the name of its metric @param final whether the run is done */
export const standing = (value: string, low: string, high: string, final: boolean) =>
  `${value}, 95 % [${low}, ${high}] (${final ? 'bootstrap over users' : 'normal approximation, so far'})`;
export const measuredOn = (users: number, ratings: number) =>
  `n = ${users} users, ${number(ratings)} test ratings`;
/** @param withWindow whether what is measured here is answered with a window */
export const papersOwn = (value: string, withWindow: boolean) =>
  `the paper’s own: ${value}, on other data (270,000 users)${withWindow ? ', without a window' : ''}`;
export const better = (metric: string, lowerIsBetter: boolean) =>
  `${metric} (${lowerIsBetter ? 'lower' : 'higher'} is better)`;

/** Spread over users. */
export const medianAndMean = (median: string, mean: string) => `median ${median}, mean ${mean}`;
export const middleHalf = (low: string, high: string) => `middle half ${low} to ${high}`;
export const nineTenths = (low: string, high: string) => `5 % to 95 %: ${low} to ${high}`;
export const nUsers = (users: number) => `n = ${users} users`;
export const ofAUser = (metric: string) => `${metric} of a user`;

/** Time per learned rating. */
export const personalLearning = (time: string) => `personal learning: ${time} a rating`;
export const withSharedFit = (time: string) => `with the shared fit dealt out: ${time} a rating`;
export const timePerRating = 'time per learned rating';
