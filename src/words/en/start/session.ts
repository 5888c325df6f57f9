/** What the app says of its start and of other tabs, above every screen or in place of one. Loaded at the start. */

export const blocked = 'Weightless is open in another tab in an older version. Close that tab to go on.';
export const outdated =
  'Weightless was updated in another tab. Reload this page: until then nothing you do here is saved.';
/** @param problem a whole sentence, as a rule in English: what is damaged */
export const damaged = (problem: string) => `${problem} Reload the page to fetch it again.`;
export const notStarted = 'Something went wrong while Weightless was starting. Reload the page to try again.';
/** Of going on without the browser's storage. */
export const goWithoutNotLoaded =
  'A part of Weightless could not be loaded. Check the connection, then reload the page.';
/** Of writing ratings again that are gone from the browser. */
export const rewriteNotLoaded =
  'A part of Weightless could not be loaded. Leave this page open, check the connection, and try again.';
