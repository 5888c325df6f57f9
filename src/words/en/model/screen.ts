/** The screen My model: its head, and what several of its parts say. Loaded with the screen. */
import { plural } from '../../format';

export const title = 'My model';
export const stillEmpty =
  'A small network of memory cells that learns from each click. Yours is still empty.';
export const taught = (likes: number, soSo: number, dislikes: number) =>
  `What ${likes} ${plural(likes, { one: 'like', other: 'likes' })}${soSo > 0 ? `, ${soSo} so-so` : ''} and ${dislikes} ${plural(dislikes, { one: 'dislike', other: 'dislikes' })} have taught it. All of this is read out of its memory.`;

/** Buttons below a list of which only the first few are shown. */
export const fewer = 'Fewer';
export const more = (entries: number) => `${entries} more`;
