/** The line that says what the last click, or the last turn of a control of the panel Tune, changed. */
import { counted } from '../../format';

/** What the two films share, after the sentence on them. @param traits "Sci-Fi, dystopia" */
export const both = (traits: string) => `Both: ${traits}.`;
export const tuned = 'Tuned.';
export const putAway = <Part>(film: Part) => [film, ' will not be in this list again.'];
export const bringBack = 'Bring it back';
export const noneFits = 'No film fits.';

const films = (count: number) => counted(count, { one: 'film', other: 'films' });

function moves(left: number, entered: number): string {
  if (left > 0 && entered > 0) return `${films(left)} left the list, ${entered} came in`;
  if (left > 0) return `${films(left)} left the list`;
  return entered > 0 ? `${films(entered)} came in` : 'The same films are in the list';
}

/** "3 films left the list, 2 came in." */
export const inAndOut = (left: number, entered: number) => `${moves(left, entered)}.`;
/** "3 films left the list, 2 came in; 12 films fit." */
export const inAndOutOf = (left: number, entered: number, fitting: number) =>
  `${moves(left, entered)}; ${counted(fitting, { one: 'film fits', other: 'films fit' })}.`;
