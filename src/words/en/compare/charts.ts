/** What stands around the charts of Compare, and the tables that say the same. What is drawn in them: figures.ts. */
import { listed } from '../../format';

export const chart = 'Chart';
export const table = 'Table';
/** Kinds of files to save a drawing as. */
export const svg = 'SVG';
export const png = 'PNG';
export const loading = 'Loading the charts …';
export const everyBand = 'Every 95 % band';
export const systemsInCharts = 'Systems in the charts';
export const alwaysOnChart = (system: string) => `${system}: always on the chart`;

export const whereTheyStand = 'Where they stand';
/** @param says what the metric is, in a clause @param yardsticks systems drawn as dotted lines @param withPublished whether the paper's own figures are drawn */
export const whereTheyStandSays = (
  metric: string,
  says: string,
  yardsticks: readonly string[],
  withPublished: boolean,
) =>
  `${metric}: ${says}. Bars: 95 %. Dotted: ${listed(yardsticks, 'unit')}.${withPublished ? ' Hollow: the paper’s own figures, from other data.' : ''}`;
export const leads = (system: string, metric: string, value: string) =>
  `${system} leads with ${metric} ${value}.`;
export const noFigures = 'No figures yet.';

export const accuracySoFar = 'Accuracy so far';
export const pressRun = 'Press Run: the charts fill as the users are measured.';
export const accuracySays = (metric: string) =>
  `${metric} over the users measured, in the order in which they are visited, with 95 % bands (normal approximation).`;
export const accuracySummary = (metric: string, systems: number) =>
  `${metric} of ${systems} systems over the users measured.`;

export const learningCurve = 'Learning curve';
export const learningSays = (metric: string, users: number) =>
  `${metric} of all later ratings after N ratings. The same ${users} users at every step, so that the curve shows learning and not who is left.`;
export const learningSummary = (metric: string, systems: number) =>
  `${metric} of ${systems} systems over the number of ratings learned.`;
/** Whose curve is drawn. */
export const cohort = 'Cohort';
export const usersWith = (ratings: number) => `users with ${ratings} ratings or more`;
export const orMore = (ratings: number) => `${ratings} or more`;

export const spread = 'Spread over users';
export const spreadSays = (metric: string) =>
  `${metric} of single users: box from quartile to quartile, whiskers 5 % to 95 %, mean as marker.`;
export const spreadSummary = (metric: string, systems: number) =>
  `How ${metric} spreads over users, for ${systems} systems.`;

export const time = 'Time per learned rating';
export const timeSays =
  'Log axis, measured on this device. Full: learning of one person’s ratings. Hollow: with the shared fit dealt out over all ratings learned in the run.';
export const timeSummary = (systems: number) => `Time per learned rating of ${systems} systems.`;
export const timingsDiffer = 'Timings are the only figures that differ from run to run.';

/** The tables: captions and heads of columns. */
export const standingCaption = (metric: string, says: string) => `${metric}, ${says}`;
export const bandCaption = 'Value and 95 % interval after so many users';
export const stepCaption = 'Value and 95 % interval after N ratings';
export const spreadCaption = 'Quantiles over users';
export const timeCaption = 'Time per learned rating, on this device';
export const model = 'model';
export const users = 'users';
export const ninetyFive = '95 %';
export const thePapers = 'the paper’s';
export const afterUsers = (users: number) => `${users} users`;
export const afterRatings = (ratings: number) => `N = ${ratings}`;
export const quantile = (percent: number) => `${percent} %`;
export const median = 'median';
export const mean = 'mean';
export const personalLearning = 'personal learning';
export const withSharedFit = 'with the shared fit';
export const ratingsLearned = 'ratings learned a user';
/** From one end of an interval to the other. */
export const fromTo = (low: string, high: string) => `${low} to ${high}`;
