/** The part of Your data where a catalogue is learned from MovieLens, and how good it has become. */
import { counted, fixed, number } from '../../format';

export const loading = 'Loading…';
export const notLearned = 'No catalogue was learned';
/** After why something went wrong. */
export const staysInUse = 'The catalogue in use stays in use.';

export const folderOrZip = 'A MovieLens folder or zip file';
export const folder = 'MovieLens folder';
export const chooseFolder = 'Choose a folder';
export const zip = 'MovieLens zip file';
export const chooseZip = 'Choose a zip file';
export const orDrop =
  'Or drop it here. Nothing is uploaded: it is read and learned in this browser. That takes some minutes, longer for large editions; you can use the page meanwhile, as long as it stays open. The catalogue in use stays in use until the new one is finished and you choose it.';

export const learning = 'Learning a catalogue';
/** @param doing what is being done @param left how long it will take yet, of the functions below; '' while that is not known */
export const progress = (doing: string, percent: number, left: string) =>
  `${doing}, ${percent}\u00a0%${left}`;
export const secondsLeft = (seconds: number) =>
  `, about ${counted(seconds, { one: 'second', other: 'seconds' })} left`;
export const minutesLeft = (minutes: number) =>
  `, about ${counted(minutes, { one: 'minute', other: 'minutes' })} left`;
export const cancel = 'Cancel';
export const goOn =
  'Go on rating meanwhile. Closing this page ends the learning; nothing else is lost by it.';

export const learned = 'The learned catalogue';
/** @param from of `learnedFrom` and what follows it */
export const isLearned = <Part>(name: Part, from: string) => [name, ` is learned: ${from}`];
export const learnedFrom = (films: number, people: number, ratings: number) =>
  `${number(films)} films, from ${number(people)} people who gave ${number(ratings)} ratings.`;
/** After `learnedFrom`. */
export const drawnFrom = (people: number) =>
  `These people were drawn from ${number(people)}; all were counted.`;
export const leftOut = (films: number, leastLikes: number) =>
  `${number(films)} films with fewer than ${number(leastLikes)} likes were left out: they say nothing.`;
export const notKept = 'It is not kept yet';
export const tryAgain = 'Try again';

export const notMeasured = 'How well it foretells was not measured.';
export const tooFew = 'Too few people were held out to say how well it foretells.';
/** @param how of the functions below, at least one */
export const measured = (people: number, how: readonly string[]) =>
  `Measured on ${number(people)} people who were held out: ${how.join('; ')}.`;
const digits = (value: number, fraction: number) => fixed(value, fraction);
export const starsOff = (rmse: number) => `its stars are off by ${digits(rmse, 2)} (RMSE)`;
/** @param times in 100 */
export const picksRight = (times: number) =>
  `of a film they liked and one they did not, it picks the right one ${number(times)} times in 100 (AUC)`;
export const listScores = (ndcg: number) => `its list of ten scores ${digits(ndcg, 3)} of 1 (nDCG@10)`;
