/** Above every screen: what could not be saved, a newer version; and in the header, whether all is saved. On the first screen from the start. */
import { plural } from '../../format';

export const reload = 'Reload';
export const retry = 'Retry';

export const unsaved = (clicks: number) =>
  `${clicks} ${plural(clicks, { one: 'click is', other: 'clicks are' })} not saved`;
export const lost = 'Your saved ratings are gone';
/** @param name null where the person, who is addressed, has not said it */
export const knownHeld = (name: string | null) =>
  `What is known of ${name ?? 'you'} is still on this page; write it again to keep it.`;
/** The same of somebody who has judged films. */
export const saidHeld = (name: string | null, films: number) =>
  `What ${name ?? 'you'} said of ${films === 1 ? 'one film' : `${films} films`} is still on this page; write it again to keep it.`;
export const othersNotHeld = 'Ratings of the other people here are not on this page.';
export const writeAgain = 'Write my ratings again';

/** The word in the header. */
export const savingSlow = 'Saving takes long';
export const notSaved = 'Not saved';
export const saving = 'Saving';
export const saved = 'Saved';
export const nothingToSave = 'Nothing to save';

export const newVersion = 'A new version is ready';
export const newVersionHeld = 'It starts as soon as your last clicks are saved.';
export const newVersionWaits =
  'Your ratings stay. After “Later” it starts the next time you open Weightless.';
export const update = 'Update now';
export const later = 'Later';
