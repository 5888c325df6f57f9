/** Asked before anything else where the person who was rating is gone, or where ratings have nobody. Loaded where it is so. */
import { plural } from '../../format';

const clicks = (count: number) => `${count} ${plural(count, { one: 'click', other: 'clicks' })}`;
const are = (count: number) => plural(count, { one: 'is', other: 'are' });

export const ofNobody = 'We found ratings that belong to nobody';
export const ofNobodyMore =
  'They are stored in this browser, but the entry that says whose they are was lost.';
export const keepClicks = (count: number) => `Keep ${clicks(count)} as a person`;
export const startNew = 'Start as somebody new';

export const entryLost = (name: string) => `The entry of ${name} was lost`;
/** To somebody who has given no name, as are `youWereRemoved`, `keepYourRatings` and `goOnAsYourself`. */
export const yourEntryLost = 'Your entry was lost';
export const removed = (name: string) => `${name} was removed in another tab`;
export const youWereRemoved = 'You were removed in another tab';

/** Where only the entry is lost. @param name null where none was given @param unsaved clicks */
export const stillStored = (name: string | null, unsaved: number) =>
  `What ${name ?? 'you'} rated is still stored. Nothing is rated in anybody’s name until you choose.${
    unsaved > 0 ? ` ${clicks(unsaved)} made on this page ${are(unsaved)} not saved.` : ''
  }`;
/** @param name null where none was given */
export const nothingLeft = (name: string | null) =>
  `Nothing of ${name ?? 'what you said'} is left. Who is rating now?`;
/** @param known clicks of theirs on this page @param unsaved of these, those that are not saved */
export const stillHere = (known: number, unsaved: number) =>
  `Nothing is rated in anybody’s name until you choose. ${clicks(known)} of theirs ${are(known)} still on this page.${
    unsaved > 0 ? ` ${unsaved} of them ${are(unsaved)} not saved.` : ''
  } If you go on as somebody else, they are gone.`;

export const keepRatings = (name: string) => `Keep ${name}’s ratings`;
export const keepYourRatings = 'Keep your ratings';
export const keepAsNew = 'Keep them as a new person';
export const goOnAs = (name: string) => `Go on as ${name}`;
export const goOnAsYourself = 'Go on as yourself';
