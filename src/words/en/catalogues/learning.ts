/** What is said before a catalogue begins to be learned: under Your data. */

export const opening = 'Opening the files';
