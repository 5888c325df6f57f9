/** The list of films that are suggested, whole and as a strip of tiles, and what stands there where it has none. */
import { number } from '../../format';

export const bestFirst = 'Films for you, best first';
export const favourites = 'Most people’s favourites';
export const forYouNow = 'For you, now';
export const wholeList = 'Whole list';
export const allRated = <Part>(films: number, link: (text: string) => Part) => [
  `Nothing is left to suggest: you have rated all ${number(films)} films. `,
  link('Remove an answer'),
  ' and the film can be suggested again.',
];
export const noneFits = 'No film fits what you tuned.';
export const onlyAsked = 'The only films left are the ones you are being asked about.';
