/** The list of kept runs below the figures of Compare. */
import { moment } from '../../format';

export const keptRuns = 'Kept runs';
export const inThisBrowser = 'In this browser only. Tick two to compare them.';
export const onThisPage = 'On this page only, until you close it. Tick two to compare them.';
/** Where a run stands. */
export const waiting = 'waiting';
export const running = 'running';
export const paused = 'paused';
export const done = 'done';
export const cancelled = 'cancelled';
export const interrupted = 'interrupted';
export const refused = 'refused';
export const failed = 'failed';
/** Under the name of a run. @param phase one of those above @param took as `duration` gives it */
export const runFacts = (phase: string, createdAt: number, took: string) =>
  `${phase} · ${moment(createdAt, { dateStyle: 'medium', timeStyle: 'short' })} · ${took}`;
/** Heard for the tick and the drawings beside a run. */
export const compareRun = (run: string) => `Compare ${run}`;
export const renameRun = (run: string) => `Rename ${run}`;
export const deleteRun = (run: string) => `Delete ${run}`;
export const nameOfRun = 'Name';
export const open = 'Open';
export const close = 'Close';
export const settings = 'Settings';
