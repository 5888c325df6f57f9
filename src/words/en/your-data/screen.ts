/** The screen Your data: its heading, where the data are kept, and the parts that bring in and erase. */
import { number } from '../../format';

export const title = 'Your data';
export const whereKept = 'Where it is kept';
export const keptHere =
  'Your ratings are kept in this browser, on this device, and sent nowhere. Nobody else has a copy.';
export const notKept =
  'What you do here lasts until you close this page: nothing is kept. A backup file outlives it.';

export const bring = 'Bring in what you rated elsewhere';
export const bringFrom =
  'From Letterboxd, IMDb, Trakt, TMDB or MovieLens, or from any table with titles and ratings. You see what was found before anything is added.';
export const importRatings = 'Import ratings…';

/** After the button that chooses a file. */
export const orDrop = 'or drop it here';

export const erase = 'Erase everything';
export const eraseAbout =
  'Takes everything out of this browser: everybody’s ratings, models, moods, kept comparisons and films that you brought. It is then as at your first visit. Backup files that you saved stay where you put them.';
export const eraseAsking = 'Erase everything…';
export const eraseQuestion = 'Erase everything for good?';
/** @param people how many rate in this browser @param name of the one who is here; null where there are others too, or where they have not said it */
export const eraseLoses = (people: number, name: string | null) =>
  `All that is kept of ${people === 1 ? (name ?? 'you') : `${number(people)} people`} goes. This cannot be undone, but by a backup file that you have.`;
export const keep = 'Keep';
