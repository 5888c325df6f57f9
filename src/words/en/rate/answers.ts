/** The screen Rate: the film to judge and its answers. On the first screen from the start. */
import { number } from '../../format';

export const title = 'Rate films';
export const filmToJudge = 'The film to judge';
export const like = 'Like';
export const dislike = 'Dislike';
export const soSo = 'So-so';
export const unseen = 'Haven’t seen';
export const undo = 'Undo';
export const question = 'Do you like it?';
export const youSaid = (answer: string) => `You said: ${answer}`;
/** After `youSaid`. */
export const saidLike = 'like';
export const saidSoSo = 'so-so';
export const saidDislike = 'dislike';
export const saidUnseen = 'not seen';
/** Stamped on the film that leaves. */
export const stampLike = 'Liked';
export const stampSoSo = 'So-so';
export const stampDislike = 'Disliked';
export const stampUnseen = 'Not seen';
export const loadingFilms = 'Loading the films…';
export const searchNotLoaded = 'The search could not be loaded. Check the connection, then type on.';

/** What each key does; the keys themselves are the same in every language. */
export const keys = <Key>(key: (name: string) => Key) => [
  'Keys: ',
  key('L'),
  ' like, ',
  key('D'),
  ' dislike, ',
  key('S'),
  ' so-so, ',
  key('N'),
  ' not seen, ',
  key('U'),
  ' undo, ',
  key('/'),
  ' search',
];

export const allJudged = 'You have judged every film';
export const allJudgedMore = (films: number) =>
  `You have judged all ${number(films)} films. Find one by its title to judge it anew, or change and remove answers under My ratings.`;
export const myRatings = 'My ratings';
