/** The part of Your data that takes along: a backup, ratings for other sites, and lists, all as files. */
import { counted } from '../../format';

const clicks = (n: number) => counted(n, { one: 'click', other: 'clicks' });

export const title = 'Take it along';
export const about =
  'What you said is in this browser only. A backup file brings it to another device, or back should this browser lose it. Only you have the file: keep it where others cannot read it.';

export const neverSaved = 'Last backup: never.';
/** @param days since then @param day its date @param saved clicks in the backup @param since clicks after it */
export const lastSaved = (days: number, day: string, saved: number, since: number) => {
  const last = `Last backup: ${ago(days, day)}, with ${clicks(saved)}.`;
  return since > 0 ? `${last} ${clicks(since)} since.` : last;
};
function ago(days: number, day: string): string {
  if (days <= 0) return 'today';
  if (days === 1) return 'yesterday';
  return days <= 60 ? `${counted(days, { one: 'day', other: 'days' })} ago` : `on ${day}`;
}

export const save = 'Save a backup';
export const saveOf = (name: string) => `Save a backup of ${name}`;
export const saveEverybody = 'Save everybody';
export const noStorage =
  'The file could not be written, because the browser could not reach its storage. Try again.';
export const notLoaded =
  'The file could not be written: a part of Weightless could not be loaded. Check the connection and try again.';

export const otherSites = 'Ratings for other sites';
export const otherSitesAbout =
  'Stars are as you gave them elsewhere; where you answered here, a like is written as 4.5, so-so as 3 and a dislike as 1.5. Letterboxd reads its file at letterboxd.com/import.';
export const forLetterboxd = 'For Letterboxd';
export const asMovieLens = 'As MovieLens has them';
export const lists = 'Lists';
export const forYouTable = 'For you, as a table';
export const forYouText = 'For you, as text';
export const wantedTable = 'Want to see, as a table';
export const wantedText = 'Want to see, as text';
/** Names of files, without what tells their kind. */
export const fileForYou = 'for-you';
export const fileWanted = 'want-to-see';
