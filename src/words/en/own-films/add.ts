/** The dialog that adds a film. Loaded when it is opened. */

export const dialog = 'Add a film';
export const more =
  'Nobody here has rated it, so your list goes by what you tell of it. It stays in this browser, and in your backups.';
export const add = 'Add it and judge it';
/** The film was here all the time. @param facts year and genres, in a line */
export const isHere = (title: string, facts: string) => `${title} is here: ${facts}.`;
export const judgeThat = 'Judge that one';
