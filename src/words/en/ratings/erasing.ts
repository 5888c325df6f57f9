/** Erasing for good, and the proof that nothing is left: in dialogs of My ratings. Loaded with them. */
import { number, plural } from '../../format';

const clicksOf = (clicks: number) => `${clicks} ${plural(clicks, { one: 'click', other: 'clicks' })}`;

export const filmGoes = (clicks: number) =>
  `Everything you ever said of it goes: ${clicksOf(clicks)}, undone ones included.`;
export const filmsGo = (films: number, clicks: number) =>
  `${films} ${plural(films, { one: 'film', other: 'films' })} and ${clicksOf(clicks)} go, undone ones included.`;
/** After `filmsGo`. */
export const filmsLosePart = (films: number) =>
  `${films} ${plural(films, {
    one: 'more film loses what you said then and keeps the rest.',
    other: 'more films lose what you said then and keep the rest.',
  })}`;
/** After what goes. */
export const whereItLeaves =
  'It leaves your ratings, your list, the saved model, the history and the undo steps.';
export const cannotBeUndone = 'This cannot be undone.';
export const keep = 'Keep';
export const erase = 'Erase for good';
export const erasedInBrowser =
  'Erased. Nothing of it is left in this browser, and your list is as if it had never been.';
/** Where the browser keeps nothing of what is done on the page. */
export const erasedOnPage =
  'Erased. Nothing of it is left on this page, and your list is as if it had never been.';
export const done = 'Done';

export const check = 'Check that nothing else is remembered';
export const notRead = 'Your ratings could not be read just now. Try again.';
export const identical = 'Identical.';
export const identicalMore = (ratings: number, bytes: number) =>
  `A second model was just built from nothing, out of the ${ratings} ${plural(ratings, { one: 'rating', other: 'ratings' })} left. It is the same as yours in every one of its ${number(bytes)} bytes.`;
export const different = 'Not the same.';
export const differentMore =
  'Your model differs from one built out of what is left. Reload the page: it is then built anew.';
export const fingerprint = 'Fingerprint of your model (SHA-256)';
export const fingerprintFromNothing = 'Fingerprint of the one built from nothing';
