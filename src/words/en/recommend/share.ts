/** The menu that passes a list of films on. @see list/text.ts for the text itself */

export const share = 'Share';
export const copied = 'Copied';
/** @param list its name */
export const listCopied = (list: string) => `${list}: copied.`;
export const copyAsText = 'Copy as text';
export const shareWith = 'Share with …';
export const print = 'Print';
export const copyThis = 'Copy this text';
export const asText = (list: string) => `${list} as text`;
/** After the percentage of a film in the text. */
export const match = 'match';
export const likeIt = 'like it';
