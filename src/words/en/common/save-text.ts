/** The text of a file that the browser may not save, to be copied. */

export const cannotSave =
  'The page that shows Weightless does not let it save files. Copy this text instead, and paste it into a file of your own.';
export const mayNotHaveSaved =
  'If no file came, the page that shows Weightless does not let it save files. Copy this text instead, and paste it into a file of your own.';
/** @param file its name */
export const textOf = (file?: string) => `Text of ${file}`;
