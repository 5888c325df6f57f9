/** A row of a list of films: its figure, how far it moved, why, and the way to put it away. Drawn anew with every click. */
import { number } from '../../format';

export const why = 'Why?';
export const whyFilm = (film: string) => `Why ${film}?`;
/** The films of a series that stand behind the one shown. */
export const moreOfSeries = (films: number) => `and ${films} more of the series`;
export const notAgain = 'Not in this list again';
export const notAgainFilm = (film: string) => `Not in this list again: ${film}`;
export const wantToSee = 'Want to see';
export const wantToSeeFilm = (film: string) => `Want to see: ${film}`;
/** How far a film moved with the last click. */
export const upBy = (places: number) => `up ${number(places)}`;
export const downBy = (places: number) => `down ${number(places)}`;
export const match = (percent: number) => `${percent} % match`;
export const matchMore = 'The chance that you will like it, as far as your ratings can tell.';
export const likeIt = (percent: number) => `${percent} % like it`;
export const likeItMore = 'Of everyone who rated it, about this share liked it.';
