/** On buttons of all dialogs and panels. */

export const close = 'Close';
