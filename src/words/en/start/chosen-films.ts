/** Why films that were chosen in place of the bundled ones cannot be used. Loaded where others were chosen. */

export const gone = 'The films you chose cannot be used: it is not in this browser any more.';
export const newer =
  'The films you chose cannot be used: the file was made by a newer version of Weightless.';
export const damaged = 'The films you chose cannot be used: the file kept here is damaged.';
export const storageFailed = 'The films you chose cannot be used: the browser could not reach its storage.';
export const unread = 'The films you chose cannot be used: they could not be read.';
