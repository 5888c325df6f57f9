/** Why a film was not added by hand, where it is added. */
import { number } from '../../format';

/** @param most as many as there may be */
export const noRoom = (most: number) =>
  `There are ${number(most, { useGrouping: false })} films of your own already: no more fit.`;
export const afterReload = 'The film was saved, and is here after a reload of the page.';
