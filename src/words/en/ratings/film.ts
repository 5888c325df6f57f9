/** My ratings: the dialog about one film, with all that was said of it. Loaded with the dialog. */
export const eraseTitle = (film: string) => `Erase ${film} for good?`;
/** What was said of the film, each after a moment. */
export const saidLike = 'liked';
export const saidSoSo = 'so-so';
export const saidDislike = 'disliked';
export const saidUnseen = 'not seen';
export const saidClear = 'taken back';
/** Where it was said by taking a click back, or by repeating it. @param said one of the above */
export const saidByUndo = (said: string) => `${said} (undo)`;
export const saidByRedo = (said: string) => `${said} (redo)`;

export const filedUnder = 'Filed under';
export const filedUnderMore =
  'Your whole list counts it in any case; the list of a mood only if it is filed there.';
export const noMood = 'no mood';
export const removeOrErase = 'Removing it can be undone. Erasing it for good cannot.';
/** Asks once more. */
export const erase = 'Erase for good…';
export const remove = 'Remove';
