/** The talk: what stands in the scenes on the stage, but for the race. */
import { number, plural } from '../../format';

/** The list. */
export const favourites = 'Everybody’s favourites';
export const forYouNow = 'For you, now';
export const listNow = 'The list, now';
export const laterLike = 'liked later';
export const laterSoSo = 'so-so later';
export const laterDislike = 'disliked later';
/** Places that a film moved. @param hidden the direction, which is only heard; an arrow is seen */
export const movedUp = <Part>(places: number, hidden: (text: string) => Part) => [hidden('up'), ` ${places}`];
export const movedDown = <Part>(places: number, hidden: (text: string) => Part) => [
  hidden('down'),
  ` ${places}`,
];

/** The film on stage. */
export const filmOnStage = 'The film on stage';
export const stampLike = 'Liked';
export const stampSoSo = 'So-so';
export const stampDislike = 'Disliked';
export const like = (title: string) => `Like ${title}`;
export const dislike = (title: string) => `Dislike ${title}`;
export const soSo = (title: string) => `${title} was so-so`;
export const ratedNotInList = 'Rated: no longer in the list';
export const behindSeries = 'Behind another film of its series';
/** Where a film stands. @param was where it stood, struck out; or nothing */
export const place = <Part>(was: Part, now: Part) => ['Place ', was, ' ', now];

/** The memory. */
export const memory = 'The memory';
export const knownOfYou = 'All that is known of you';
export const clicks = <Part>(clicked: number, strong: (text: string) => Part) => [
  strong(number(clicked)),
  ` ${plural(clicked, { one: 'click', other: 'clicks' })}`,
];
export const cellsWritten = (written: number, total: number) =>
  `${number(written)} of ${number(total)} cells written`;
export const memoryWritten = (written: number, total: number) =>
  `The memory: ${cellsWritten(written, total)}`;

/** The person's clicks. */
export const user = (userId: number) => `MovieLens user ${userId}`;
export const clicksOf = (played: number, all: number) => `${number(played)} of ${number(all)} clicks`;

/** A score as a sum. */
export const nearTheTop = 'A film near the top';
export const questionFromRoom = 'A question from the room';
export const theSum = 'The sum';
export const scoreLabel = 'Its score, where the first of the list has 100 points';
export const whatIf = 'What if?';
/** What the score was, struck out. @param hidden what is only heard */
export const itWas = <Part>(points: number, hidden: (text: string) => Part) => [
  hidden('it was '),
  `${points} points`,
];
export const scoreAsSum = (title: string) => `The score of ${title} as a sum`;
export const start = 'Where it starts';
export const peopleLike = (likes: number, ratings: number) =>
  `${number(likes)} of ${number(ratings)} people like it`;
export const liked = (title: string) => `Liked ${title}`;
export const saw = (title: string) => `Saw ${title}`;
export const disliked = (title: string) => `Disliked ${title}`;
export const thisVeryFilm = 'this very film';
export const neverRated = 'never rated';
export const moreClicks = (clicked: number) =>
  `${number(clicked)} more ${plural(clicked, { one: 'click', other: 'clicks' })}`;
export const noClickYet = 'No click touches it yet';
export const together = 'Together';
export const points = <Part>(total: number, unit: (text: string) => Part) => [`${total} `, unit('points')];

/** Forgetting. */
export const forgotten = 'Forgotten';
export const before = 'Before';
export const withIt = 'With it';
export const afterForgetting = 'After forgetting';
export const same = 'The same.';
export const notSame = 'Not the same.';
export const bytesEqual = (equal: number, of: number) => `${number(equal)} of ${number(of)} bytes are equal.`;
export const oneFingerprint = (bytes: number) => `${number(bytes)} bytes, one fingerprint.`;

/** The end. */
export const questions = 'Questions?';
export const keys = <Key>(key: (name: string) => Key) => [
  key('/'),
  ' any film ',
  key('L'),
  ' like ',
  key('D'),
  ' dislike ',
  key('O'),
  ' so-so',
];
