/** Above every screen: what was found when the app started. Loaded where something was. */
import { counted, plural } from '../../format';

export const discarded = 'Your browser lost what was saved here';
export const discardedMore =
  'It found its storage damaged, as can happen when it is ended by force, and deleted all of it, your ratings too. If you have a backup, you can restore it.';
export const restore = 'Restore a backup';
export const close = 'Close';

export const ofNobody = 'We found ratings that belong to nobody';
export const ofNobodyMore = (clicks: number) =>
  `${clicks} ${plural(clicks, {
    one: 'click is stored in this browser without the person who made it.',
    other: 'clicks are stored in this browser without the person who made them.',
  })}`;
export const keepAsPerson = 'Keep them as a person';
export const notNow = 'Not now';

const yourClicks = (clicks: number) =>
  clicks === 1 ? 'your one click' : `your ${counted(clicks, { one: 'click', other: 'clicks' })}`;
export const relearnedForVersion = (clicks: number) =>
  `Your model was learned anew from ${yourClicks(clicks)}, for this version of Weightless.`;
export const relearnedForNetwork = (clicks: number) =>
  `Your model was learned anew from ${yourClicks(clicks)}, for the network now in use.`;
export const relearnedUnsound = (clicks: number) =>
  `Your model was learned anew from ${yourClicks(clicks)}. The one saved here was damaged or out of date.`;

/** @param name of a person */
export const mended = (name: string) =>
  `The entry of a person could not be read and was mended. They are called “${name}”; you can rename them in the menu of people. No rating was touched.`;

/** After a sentence that says why the films chosen are not in use. */
export const bundledInstead = 'You see those that come with Weightless. What you said of films is kept.';
export const goesOn = 'This page goes on with the films it has. What you said of films is kept.';
export const chooseFilms = 'Choose films';
/** Closes a notice that has been read. */
export const good = 'Good';
