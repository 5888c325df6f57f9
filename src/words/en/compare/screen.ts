/** The screen Compare, for researchers: its head, its tabs, and what is said of a worker that is silent. Loaded with the screen. */

export const forResearchers = 'For researchers';
export const title = 'Compare';
export const lead =
  'Systems side by side on MovieLens, measured here, in this browser, by the same code as the command line: same seed, same figures.';
export const onPublicRatings = 'On public ratings';
export const yourOwnDuel = 'Your own duel';
export const settings = 'Settings';
export const notes = 'Notes';
export const toBeRead = 'To be read with the figures';
/** @param time as `duration` gives it */
export const silent = (time: string) =>
  `The worker has said nothing for ${time}. It may be busy, or the browser may have ended it for want of memory.`;

/** "1 min 20 s", "8 s". */
export function duration(millis: number): string {
  const seconds = Math.max(0, Math.round(millis / 1000));
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}
