/** The list beside the film that is being judged, and its place before it is there. */

export const yourList = 'Your list';
export const coming = 'Like or dislike a film you know: your list is coming.';
export const wholeList = 'Whole list';
/** Before the first answer, what the list is for. */
export const becomesYours =
  'Like or dislike films you know, and this becomes your list of what to watch next. It moves with every click.';
export const moves = 'Like or dislike a film you know: the list moves with every click.';
export const forYouNow = 'For you, now';
export const favourites = 'Most people’s favourites';
