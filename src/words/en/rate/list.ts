/** The list beside the film that is being judged, and its place before it is there. */

export const yourList = 'Your list';
export const wholeList = 'Whole list';
/** Before the first answer, what the list is for; in its place before it is there too, so that this is painted with the first frame. */
export const becomesYours =
  'Like or dislike films you know, and this becomes your list of what to watch next.';
export const moves = 'Like or dislike a film you know: the list moves with every click.';
export const forYouNow = 'For you, now';
export const favourites = 'Most people’s favourites';
