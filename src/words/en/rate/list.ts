/** The list beside the film that is being judged, and its place before it is there. */

export const yourList = 'Your list';
export const coming = 'Like or dislike a film you know: your list is coming.';
export const wholeList = 'Whole list';
export const moves = 'Like or dislike a film you know: the list moves with every click.';
export const movesAbove = 'Like or dislike a film you know: your list above moves with every click.';
export const forYouNow = 'For you, now';
export const favourites = 'Most people’s favourites';
