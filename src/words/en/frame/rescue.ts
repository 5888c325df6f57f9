/** In place of a screen that cannot be shown: what failed, and the ways out. */

export const screenBroken = 'This screen does not open';
export const screenBrokenKept =
  'Your ratings are where they were. Load the page anew; the other screens may work meanwhile.';
export const screenBrokenNotKept =
  'Other screens may work. Loading the page anew may mend this one, but what you did here is not kept and would be lost.';
export const reloadPage = 'Reload the page';

export const saveData = 'Save my data';
/** “Your data” is the screen. */
export const savedAs = (file: string) => `Saved as ${file}. It can be read in again under “Your data”.`;
export const copyText = 'Copy the text below into a file of your own.';
export const copyDetails = 'Copy details';
export const copied = 'Copied.';
/** @param problem what the browser says, as a rule in English */
export const notPossible = (problem: string) => `That was not possible: ${problem}`;
