/** Traits of films by which a list is tuned and explained. */

/** @param year its first, "1980" */
export const decade = (year: string) => `${year}s`;
