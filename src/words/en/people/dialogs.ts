/** Dialogs in which a person is added, renamed or removed. Loaded when one is opened. */
import { plural } from '../../format';

export const addTitle = 'Add a person';
export const add = 'Add';
export const renameTitle = (name: string) => `Rename ${name}`;
export const rename = 'Rename';
/** To somebody who has given no name, as are `removeYours`, `keepYours` and `stillYou`. */
export const sayYourName = 'Say your name';
export const saveYourName = 'Save the name';
export const name = 'Name';
export const cancel = 'Cancel';

export const removeTitle = (name: string) => `Delete ${name}?`;
export const removeYours = 'Delete all that is yours?';
export const nothingGoes = 'Nothing is rated yet. This cannot be undone.';
export const ratingsGo = (ratings: number) =>
  `${ratings} ${plural(ratings, { one: 'rating goes', other: 'ratings go' })} for good. This cannot be undone.`;
export const keep = (name: string) => `Keep ${name}`;
export const keepYours = 'Keep everything';
export const remove = 'Delete for good';

/** Another person could not be chosen. */
export const still = (name: string) => `Still ${name}`;
export const stillYou = 'Still you';
export const goOn = 'Go on';
