/** Why a film stands above others that have a clearly higher figure; in its row. */

/** As the first end of the dial beside the list is called. */
export const wellKnown = 'well known';
/** As its second end. */
export const likeYours = 'like yours';
export const fromSeries = 'from a series you like';
export const asTuned = 'as you tuned';
