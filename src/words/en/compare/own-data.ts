/** Which ratings Compare measures on: beside the settings of a run. */
import { number } from '../../format';

export const data = 'Data';
export const reading = 'Reading';
export const cancelReading = 'Cancel reading';
/** Above a list of what of the files was left out, or read otherwise than it stands. */
export const readButForThis = 'Read, but for this';
/** What was read, under the name of the data. Above the table of a run more is said: see `facts` in run.ts. */
export const facts = (name: string, films: number, ratings: number, users: number) =>
  `${name}: ${number(films)} films, ${number(ratings)} ratings by ${number(users)} users.`;
/** @param doing what reading has come to, in words */
export const underWay = (doing: string) => `${doing} …`;
export const filmsInUseAre = (name: string) => `${name} (the films in use).`;
export const bundledAre = 'MovieLens latest-small (bundled).';
export const withoutRatings =
  'The films in use came without ratings, so systems are compared on the bundled ones.';
export const refused = 'These data were refused';
export const bringInYourOwn = 'Bring in your own ratings';
export const dropHere =
  'Or drop a MovieLens folder or zip here (up to ML-1M). It is read in this browser and sent nowhere.';
/** Heard for the buttons that show `folder` and `zipFile`. */
export const movieLensFolder = 'MovieLens folder';
export const movieLensZip = 'MovieLens zip file';
export const folder = 'Folder';
export const zipFile = 'Zip file';
export const bundledData = 'Bundled data';
export const filmsInUse = 'Films in use';
export const leaveOutSingle = 'Leave out users with a single rating';
