/** The field of the search by title. */

export const find = 'Find a film by title';
