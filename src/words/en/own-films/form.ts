/** The form of a film that is added by hand or corrected. Loaded with the dialogs that have it. */

export const title = 'Title';
export const year = 'Year';
export const yearMore = 'Films of the same years are alike in part.';
export const genres = 'Genres';
export const genresMore = 'What your list knows of it: choose all that fit.';
export const link = 'Link to IMDb or TMDB';
export const linkMore = 'Only so that exports name it. Nothing is looked up.';
export const cancel = 'Cancel';

export const noTitle = 'A film needs a title.';
export const titleUnshown = 'This title has characters that cannot be shown.';
export const yearWrong = (earliest: number, latest: number) =>
  `A year from ${earliest} to ${latest}, or nothing.`;
export const linkWrong = 'Not an address of a film at imdb.com or themoviedb.org. It can be left out.';

export const notLoaded = 'A part of Weightless could not be loaded. Check the connection, then try again.';
