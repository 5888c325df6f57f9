/** What opens under “Saved” in the header: where the ratings are kept. Loaded when it is pressed. */
import { plural } from '../../format';

export const keptHere = 'Your ratings are kept in this browser, on this device, and sent nowhere.';
/** “My ratings” is the screen. */
export const unreadable = (entries: number) =>
  `${entries} ${plural(entries, { one: 'entry', other: 'entries' })} cannot be read: see My ratings.`;
/** The way to the screen “Your data”, and what is done there. */
export const yourData = 'Your data: save, bring in, erase';
