/** The menu of the people who share this browser. Loaded when it is opened. */

export const whoIsRating = 'Who is rating?';
export const add = 'Add a person';
export const rename = (name: string) => `Rename ${name}`;
/** To somebody who has given no name. */
export const sayName = 'Say your name';
export const remove = (name: string) => `Delete ${name}`;
/** To somebody who has given no name. */
export const removeYours = 'Delete all that is yours';
/** Opens the palette of commands. */
export const findAnything = 'Find anything';
/** What opens the palette of commands, as it is written on a keyboard without ⌘. */
export const paletteKey = 'Ctrl K';
export const yourData = 'Your data';
