/** The page of one film: what it is, what one says of it, and what is expected. */
import { number } from '../../format';

/** An address that leads to no film. */
export const noFilm = 'No such film here';
export const noFilmMessage =
  'The films in use have none at this address. It may be in another catalogue, or was added in another browser. What you said of it, if you did, is kept.';
export const findFilm = 'Find a film';

/** The answers. */
export const like = 'Like';
export const soSo = 'So-so';
export const dislike = 'Dislike';
export const unseen = 'Haven’t seen';
export const yourAnswer = (film: string) => `Your answer to ${film}`;
export const wantToSee = 'Want to see';

/** What is expected. */
export const forYou = 'For you';
export const notYet =
  'You are about to be asked about this film. What is expected of your answer is not shown before it.';
export const showIt = 'Show it all the same';
export const why = 'Why?';
export const whyTitle = 'Why';

/** The end of a sentence. @param rank the film's place among those not seen; null where it has none */
const place = (rank: number | null) =>
  rank === null ? '.' : `; number ${number(rank)} among the films you have not seen.`;
/** @param share "80 %" */
export const likedByAll = <Part>(share: Part) => [share, ' of everyone who rated it liked it, about.'];
export const willLike = <Part>(share: Part, rank: number | null) => [
  share,
  ` chance that you will like it${place(rank)}`,
];
/** The same for a film that is judged. */
export const wouldLike = <Part>(share: Part, rank: number | null) => [
  share,
  ` chance that you would like it, by all else that you said${place(rank)}`,
];
