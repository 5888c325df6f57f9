/** What happened in a step of the history: "liked Alien", "undid: Alien is liked again". Loaded with the history. */

/** Whether a step took another one back, did it again, or neither. */
type How = 'undo' | 'redo' | null;
const begun = (how: How) => (how === 'undo' ? 'undid: ' : how === 'redo' ? 'redid: ' : '');

const said = {
  like: 'liked',
  'so-so': 'so-so',
  dislike: 'disliked',
  unseen: 'not seen',
};
/** What was said of a film; "clear" for nothing. */
type Kind = keyof typeof said | 'clear';

/** In place of the title of a film that is not here any more. */
export const aFilm = 'a film';
export const liked = (title: string) => `liked ${title}`;
export const disliked = (title: string) => `disliked ${title}`;
export const foundSoSo = (title: string) => `found ${title} so-so`;
export const hadNotSeen = (title: string) => `had not seen ${title}`;
/** @param before what had been said of it */
export const tookBack = (title: string, before: Kind) =>
  `took back ${title}${before === 'clear' ? '' : ` (${said[before]})`}`;
export const filed = (title: string) => `moved ${title} to another mood`;
/** @param films two at least */
export const tookBackMany = (films: number) => `took back ${films} films at once`;
export const changedMany = (how: How, films: number) => `${begun(how)}changed ${films} films at once`;
export const wants = (how: How, title: string) => `${begun(how)}wants to see ${title}`;
export const wantsNoLonger = (how: How, title: string) => `${begun(how)}no longer wants to see ${title}`;
/** After "undid: ": only the mood of a film is another one. */
export const moodOf = (how: How, title: string) => `${begun(how)}the mood of ${title}`;
/** After "undid: ": what is said of a film again. */
export const again = (how: How, title: string, kind: Kind) =>
  kind === 'clear'
    ? `${begun(how)}${title} is unrated again`
    : `${begun(how)}${title} is ${said[kind]} again`;
