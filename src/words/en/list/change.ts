/** What the last click did, in one line beside the list and on the stage. The full stop is set by the screen. */
import { counted, number } from '../../format';

export const liked = (film: string) => `You liked ${film}`;
export const soSo = (film: string) => `${film} was so-so`;
export const disliked = (film: string) => `You disliked ${film}`;
export const unseen = (film: string) => `You haven't seen ${film}`;
export const askedAgain = (film: string) => `${film} may be asked again`;
export const tookBack = (answer: 'like' | 'so-so' | 'dislike' | 'clear', film: string) =>
  `You took back your ${answer} of ${film}`;
export const want = (film: string) => `You want to see ${film}`;
export const noLongerWant = (film: string) => `You no longer want to see ${film}`;
export const moved = (film: string) => `Moved ${film} to another mood`;
const films = (count: number) => counted(count, { one: 'film', other: 'films' });
export const tookBackFilms = (count: number) => `Took back ${films(count)}`;
export const changedFilms = (count: number) => `Changed ${films(count)}`;

/** @param what one of those below */
export const undone = (what: string) => `Undone: ${what}`;
export const redone = (what: string) => `Redone: ${what}`;
export const wanting = (film: string) => `wanting to see ${film}`;
export const noLongerWanting = (film: string) => `no longer wanting to see ${film}`;
export const moving = (film: string) => `moving ${film} to another mood`;
export const whatYouSaid = (film: string) => `what you said of ${film}`;
export const youUnseen = (film: string) => `you haven't seen ${film}`;
export const wasSoSo = (film: string) => `${film} was so-so`;
export const takingBack = (film: string) => `taking back ${film}`;
export const yourLike = (film: string) => `your like of ${film}`;
export const yourDislike = (film: string) => `your dislike of ${film}`;
export const changeToFilms = (count: number) => `the change to ${films(count)}`;

const byPlaces = (count: number) => counted(count, { one: 'place', other: 'places' });
/** @param places by how many it moved, to which one */
export const rose = (film: string, places: number, to: number) =>
  `${film} rose ${byPlaces(places)} to ${number(to)}`;
export const fell = (film: string, places: number, to: number) =>
  `${film} fell ${byPlaces(places)} to ${number(to)}`;
