/** Catalogues of films that are kept, put to use and removed: what is being done, was done, and why it was not, under Your data. */

export const gone = 'These films are not in this browser any more.';
export const full =
  'This browser has no room for these films. Nothing was changed. Remove other films here, or free space on this device.';
export const newerVersion =
  'A newer version of Weightless keeps films here. Reload the page, then try again.';
export const noStorage = 'The browser could not reach its storage. Nothing was changed. Try again.';

/** While it is done. */
export const keeping = 'Keeping the films';
export const reading = 'Reading the file';
export const changing = 'Changing the films';
export const removing = 'Removing the films';

const films = (name: string | null) => name ?? 'the films that come with Weightless';
/** @param name of the films; null for the bundled ones */
export const nowUse = (name: string | null) => `You now use ${films(name)}.`;
export const nowUseOfTab = (name: string | null) =>
  `You now use ${films(name)}: they were chosen in another tab.`;
export const removed = 'The films are removed. What you said of them is kept, and waits.';

const file = (name: string) => (name === '' ? 'The file' : `“${name}”`);
/** @param name of the file; '' where it has none */
export const tooLarge = (name: string) => `${file(name)} is too large for a catalogue of films.`;
export const notReadable = (name: string) =>
  `${file(name)} cannot be read: it was moved, changed or locked. Choose it again.`;
export const noCatalogue = (name: string) =>
  `${file(name)} is no catalogue of Weightless: that is a file whose name ends in .wlpk.`;
