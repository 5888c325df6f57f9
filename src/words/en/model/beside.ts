/** My model: what it keeps beside its cells. Loaded with the screen. */
import { counted, number, plural } from '../../format';

export const title = 'What it keeps beside its cells';
export const nothingYet =
  'Nothing yet. It will keep what you saw and disliked last, the series you like, and how your taste differs from most people’s.';

export const seen = 'Seen of late';
export const seenAbout = 'What you liked or found so-so last says what you are likely to watch next.';
/** After `seenAbout`: one of two. */
export const placesTaken = (films: number, places: number) => `${films} of ${places} places are taken.`;
/** @param leaves title of a film */
export const allTaken = (places: number, leaves: string) =>
  `All ${places} places are taken: when you like one more film, or find it so-so, ${leaves} leaves.`;

export const series = 'Series you like';
export const seriesAbout = 'Once you like a film of a series, all its films go up in your list.';
export const seriesNone = 'None yet. Once you like a film of a series, all its films go up in your list.';
export const seriesLiked = (liked: number, films: number) =>
  `${liked} of ${counted(films, { one: 'film', other: 'films' })} liked`;
/** After `seriesLiked`. */
export const lastLike = 'your last like';
export const lastLikeRest = 'your last like, so the rest go up most';

export const disliked = 'Disliked of late';
export const dislikedAbout = (answers: number) =>
  `For ${answers} answers a dislike pushes down the films that the same people like. The cells keep what it taught for good.`;
export const dislikedNone = (answers: number) =>
  `None among your last ${answers} answers. For that long, a dislike pushes down the films that the same people like.`;
const moreAnswers = (answers: number) => counted(answers, { one: 'more answer', other: 'more answers' });
/** What a dislike does. @param film title of a film @param answers for how long still */
export const pushesDown = (film: string, answers: number) =>
  `pushes down ${film} most, for ${moreAnswers(answers)}`;
export const pushesNone = (answers: number) => `no film is enough like it, for ${moreAnswers(answers)}`;

/** @param strong draws the number with what is counted */
export const allOfThis = <Part>(numbers: number, strong: (text: string) => Part) => [
  'All of this is ',
  strong(`${number(numbers)} whole numbers`),
  '. Take an answer back, and they are what they were without it.',
];

export const directions = 'Your taste beside most people’s';
/** Films in a row: "A, B and C". */
export const films = <Part>(titles: readonly Part[]): (Part | string)[] =>
  titles.flatMap((title, index) =>
    index === 0 ? [title] : [index === titles.length - 1 ? ' and ' : ', ', title],
  );
/** @param some `films` */
export const easier = <Part>(some: Part) => [
  'You are easier to please than most people, whatever the film; by ',
  some,
  ', say.',
];
export const harder = <Part>(some: Part) => [
  'You are harder to please than most people, whatever the film; by ',
  some,
  ', say.',
];
/** @param howFar one of the three below */
export const pleaseMore = <Part>(some: Part, howFar: string) => [
  'Films like ',
  some,
  ` please you ${howFar} than they please most people.`,
];
export const farMore = 'far more';
export const clearlyMore = 'clearly more';
export const somewhatMore = 'somewhat more';
/** Stands after `pleaseMore`. */
export const pleaseLess = <Part>(some: Part) => ['Films like ', some, ' please you less.'];
/** Stands alone. */
export const pleaseLessThanMost = <Part>(some: Part) => [
  'Films like ',
  some,
  ' please you less than most people.',
];
export const nothingApart = (answers: number) =>
  `Nothing sets you apart yet after ${answers} ${plural(answers, { one: 'answer', other: 'answers' })}. It speaks only when it can tell a difference from chance.`;
