/** While the app starts and screens are loaded: what is waited for, and what went wrong. On the first screen from the start. */

/** What is done meanwhile; an ellipsis follows. */
export const openingList = 'Opening your list';
export const openingFilm = 'Opening the film';
export const openingComparison = 'Opening the comparison';
export const openingRatings = 'Opening your ratings';
export const openingHistory = 'Opening your history';
export const openingImport = 'Opening the import';
export const openingModel = 'Opening your model';
export const openingTalk = 'Opening the talk';
export const openingNotes = 'Opening the notes';
export const loading = 'Loading';
export const loadingFilms = 'Loading the films';

/** Under the title "No such page" (frame/titles). */
export const noSuchPageMore = 'The address leads nowhere. Your ratings are where they were.';
export const rateFilms = 'Rate films';

export const overdue = 'This takes longer than usual';
export const overdueStorage =
  'This browser has not opened its storage yet, where your ratings are. Another tab of Weightless may be in the way: close it. Or go on without: nothing you do is saved then.';
export const overdueFilms = 'The films have not arrived yet. The connection may be slow or broken.';
/** The same where a film can be judged already. */
export const overdueFilmsGoOn =
  'The films have not arrived yet. The connection may be slow or broken. You can go on meanwhile: what you say is saved.';
export const overdueRatings =
  'Your ratings have not been read yet. They may be many, or the browser may be stuck. Or go on without: they stay as they are, and nothing you do is saved.';

export const cannotStart = 'Weightless cannot start';
export const ratingsUnread = 'Your ratings cannot be read';
export const noReason = 'The browser did not say why.';
export const goWithout = 'Go on without saved ratings';
export const tryAgain = 'Try again';
