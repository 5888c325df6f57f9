/** My ratings: dislikes given before there was So-so to choose. Loaded with the screen. */
export const offer = (dislikes: number) => `${dislikes} dislikes were given without So-so to choose from.`;
export const goThrough = 'Go through them';
export const noMore = 'Don’t offer this again';

export const title = 'Disliked, or only so-so?';
export const back = 'Back to all ratings';
export const about =
  'When you disliked these, So-so was not there to choose. What you leave alone stays as it is.';
export const showMore = (films: number) => `Show more (${films})`;
export const soSo = 'So-so';
/** Titles of films, with a year. */
export const wasSoSo = (film: string) => `${film} was so-so`;
export const keep = 'Keep as dislike';
export const keepFilm = (film: string) => `Keep ${film} as a dislike`;
