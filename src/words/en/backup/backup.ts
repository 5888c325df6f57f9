/** Why a backup was not restored, or why not everything was erased: under Your data. */

export const full = 'This browser has no room for what is in the file. Nothing was changed.';
export const somebodyGone =
  'Somebody was removed in another tab meanwhile. Nothing was changed. Choose the file again.';
export const notStored = 'The browser could not store what is in the file. Nothing was changed.';
export const notErased =
  'The browser could not reach its storage, so nothing was erased. Close other tabs of Weightless and try again.';
/** @param name of the file */
export const notReadable = (name: string) =>
  `${name} cannot be read: it was moved, changed or locked. Choose it again.`;
