/** A run of Compare: its buttons, how far it has come, and what is said around its figures. */
import { number } from '../../format';

export const run = 'Run';
export const goOn = 'Go on';
export const pause = 'Pause';
export const cancel = 'Cancel';
export const copyCommand = 'Copy the command that reproduces it';
export const copyLink = 'Copy a link to these settings';
export const copied = 'Copied';

/** How far it has come. */
export const progress = 'Progress of the run';
export const starting = 'Starting the worker and reading the ratings …';
const DOING = { measuring: 'Measuring', fitting: 'Fitting', paused: 'Paused at' };
/** What is being done, to which system. @param at where several seeds and folds come one after the other; null where there is one of each */
export const atWork = (
  doing: keyof typeof DOING,
  system: string,
  at: { seed: number; fold: number } | null,
  tasks: { done: number; all: number },
) =>
  `${DOING[doing]} ${system}${at ? ` (seed ${at.seed}, fold ${at.fold})` : ''} · ${tasks.done} of ${tasks.all} done`;
/** The whole line. @param doing `starting` or `atWork` @param rows which of several runs it is, and of how many; null for a single one @param longTime how long a long fit has gone on */
export const progressLine = (
  doing: string,
  rows: { row: number; of: number } | null,
  longTime: string | null,
) => `${rows ? `Row ${rows.row} of ${rows.of}: ` : ''}${doing}${longTime ? `, at it for ${longTime}` : ''}`;
export const timeLeft = (time: string) => `about ${time} left in this run`;
export const longerThanExpected = 'longer than expected from the models before';
export const fitGoesOn =
  'A fit cannot be interrupted half way: a pause takes effect after it; cancelling ends the worker.';
export const endWorker = 'End the worker';
export const endItNow = 'End it now';

/** Several runs one after the other, to choose from. */
export const rows = 'Rows';

/** Before anything has run. */
export const figuresAndCharts = 'Figures and charts';
export const notMeasured = 'Not measured yet';
/** @param settings of the run, in words */
export const whatRunDoes = (systems: number, settings: string) =>
  `Run measures ${systems} systems (${settings}). A table, the standing of all and their spread over users appear here and fill as it goes; a run can be paused, cancelled and kept.`;
export const paperReportsOfThese = 'What the paper reports of these, within one star:';
export const paperReports = 'What the paper reports';

/** What was measured on, by which version; when it is done, for how many seconds. */
export const facts = (
  data: { name: string; films: number; ratings: number; users: number; checksum: string },
  version: string,
  seconds: string | null,
) =>
  `${data.name}: ${number(data.films)} films, ${number(data.ratings)} ratings by ${number(data.users)} users · data ${data.checksum} · version ${version}${seconds === null ? '' : ` · took ${seconds} s`}`;
export const cannotBeRun = 'This cannot be run';
export const endedEarly = 'The run ended early';
export const cancelledWithFigures = 'Cancelled: what had been measured until then.';
export const cancelledWithout = 'Cancelled before anything was measured. Nothing of it is kept.';
export const interruptedWithFigures =
  'Interrupted when its tab was closed: what had been measured until then.';
export const interruptedWithout =
  'Interrupted when its tab was closed before anything was measured. Nothing of it is kept.';
export const noFigure = 'No figure';
/** Kinds of files to save a run as. */
export const csv = 'CSV';
export const json = 'JSON';
