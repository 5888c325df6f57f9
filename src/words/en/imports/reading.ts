/** Why nothing of an import could be read: on the screen Bring your ratings, after some rows that were refused. */
import { number } from '../../format';

/** More than one. */
export const moreRows = (n: number) => `And ${number(n, { useGrouping: false })} more rows like these.`;
