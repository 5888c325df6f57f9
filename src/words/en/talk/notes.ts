/** The talk: the page with the speaker’s notes, for a second window or for paper. */
import { number } from '../../format';

export const title = 'Speaker’s notes';
/** @param length "8:05" */
export const length = (length: string) => `Talk, ${length} min at single speed`;
export const print = 'Print';
export const stageNow = 'The stage, now';
export const takenOver = 'Taken over: C carries on.';
export const over = 'The talk is over.';
export const playing = (speed: number) => `Playing, ${number(speed)} times.`;
export const holding = 'Holding.';
export const sceneBefore = 'Scene before';
export const pause = 'Pause';
export const play = 'Play';
export const nextScene = 'Next scene';
export const noStage =
  'No stage is open in another window of this browser. Open Talk there, and this page follows it.';
/** When a scene begins and how long it is, as "8:05". */
export const sceneTimes = (start: string, length: string) => `from ${start}, ${length} min`;
export const keys = 'Keys';
export const keysOnStage = 'Keys on the stage';
