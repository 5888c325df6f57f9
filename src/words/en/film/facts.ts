/** The page of one film: its facts, and the way to its pages elsewhere. */
import { fixed, number, plural } from '../../format';

export const title = 'The film';
export const alsoCalled = 'Also called';
export const year = 'Year';
export const length = 'Length';
export const genres = (count: number) => plural(count, { one: 'Genre', other: 'Genres' });
export const language = 'Language';
export const series = 'Series';
export const here = 'Here';
export const peopleLiked = (likes: number, ratings: number) =>
  `${number(likes)} of ${number(ratings)} people liked it`;
export const onTmdb = 'On TMDB';
/** @param average 0 to 10 */
export const tmdbVotes = (average: number, votes: number) =>
  `${fixed(average, 1)} of 10, ${number(votes)} votes`;

/** "1 h 57 min", "2 h", "45 min". */
export function duration(hours: number, minutes: number): string {
  return [hours > 0 ? `${hours} h` : '', minutes > 0 ? `${minutes} min` : ''].filter(Boolean).join(' ');
}

/** Heard after the name of another site. */
export const newTab = ' (opens in a new tab)';
