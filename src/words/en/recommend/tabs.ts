/** The way between the lists of films, above each of them. */

export const lists = 'Lists';
export const forYou = 'For you';
export const wantToSee = 'Want to see';
export const wantToSeeFilms = (films: number) => `Want to see · ${films}`;
