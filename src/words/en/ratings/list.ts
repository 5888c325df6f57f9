/** The screen My ratings: all films that were judged, by days. Loaded with the screen. */
import { plural } from '../../format';

export const title = 'My ratings';
export const nothingRated = 'Nothing rated yet';
export const nothingRatedMore =
  'What you like and dislike is listed here, and every answer can be changed or removed.';
export const rateFilms = 'Rate films';
/** @param counts as of counts.ts */
export const changeAny = (counts: string) => `${counts}. Change or remove any of them.`;
export const showMore = (films: number) => `Show more (${films})`;

export const undo = 'Undo';
export const redo = 'Redo';
export const history = 'History';
/** Opens a dialog. */
export const forget = 'Forget…';
export const yourData = 'Your data';

/** Which answers are shown, each with a number of films after it. */
export const answersShown = 'Answers shown';
export const all = 'All';
export const liked = 'Liked';
export const disliked = 'Disliked';
/** A group of films, and an answer. */
export const soSo = 'So-so';
export const notSeen = 'Not seen';

/** @param day as `dayName` */
export const forgetDay = (day: string) => `Forget ${day}`;
export const forgetThisDay = 'Forget this day…';

/** One film with its answer; the title has a year. */
export const like = 'Like';
export const dislike = 'Dislike';
export const yourAnswer = (film: string) => `Your answer to ${film}`;
export const filedUnder = (mood: string) => `filed under ${mood}`;
export const remove = 'Remove';
export const removeFilm = (film: string) => `Remove ${film}`;
export const more = 'More';
export const moreAbout = (film: string) => `More about ${film}`;

/** Entries of the log that cannot be read. */
export const unreadable = (entries: number) =>
  `${entries} ${plural(entries, { one: 'entry', other: 'entries' })} cannot be read`;
export const unreadableMore = (entries: number) =>
  plural(entries, {
    one: 'It is damaged, or was written by another version of Weightless. It is left where it is and not counted below.',
    other:
      'They are damaged, or were written by another version of Weightless. They are left where they are and not counted below.',
  });
export const saveEverything = 'Save everything as a file';
export const notWritten =
  'The file could not be written, because the browser could not reach its storage. Try again.';

/** Films that were judged and are not among those in use. @param link leads to where films are chosen */
export const waiting = <Part>(films: number, link: (text: string) => Part) =>
  films === 1
    ? [
        'One film that you judged is not among the films in use. What you said of it is kept, and counts again with ',
        link('films that have it'),
        '.',
      ]
    : [
        `${films} films that you judged are not among the films in use. What you said of them is kept, and counts again with `,
        link('films that have them'),
        '.',
      ];
