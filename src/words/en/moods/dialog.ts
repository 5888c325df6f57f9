/** The dialog of moods: add, rename, remove. Loaded with the bar above the list. */
import { plural } from '../../format';

export const title = 'Moods';
export const about =
  'What you like alone and what you like with others can differ. File a rating under a mood, and have your list drawn from that mood when it fits.';
export const nameOf = (mood: string) => `Name of the mood ${mood}`;
export const rename = 'Rename';
export const remove = 'Remove';
export const removeMood = (mood: string) => `Remove the mood ${mood}`;
export const nameOfFirst = 'Name of your first mood';
export const another = 'Another mood';
/** Stands in the empty field as an example of a name. */
export const example = 'with the kids';
export const add = 'Add';

const ratingsOf = (ratings: number) => `${ratings} ${plural(ratings, { one: 'rating', other: 'ratings' })}`;
export const removeTitle = (mood: string) => `Remove the mood “${mood}”?`;
export const noneFiled = 'No rating is filed under it.';
export const someFiled = (ratings: number) =>
  `${ratingsOf(ratings)} filed under it can stay, without a mood. Or erase everything filed under it for good, which cannot be undone.`;
export const cancel = 'Cancel';
export const eraseToo = (ratings: number) => `Erase ${ratingsOf(ratings)} too`;
/** Removes the mood: where nothing is filed under it, and where ratings are that stay. */
export const removeEmpty = 'Remove the mood';
export const keepRatings = 'Keep them';
