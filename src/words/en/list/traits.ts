/** Traits of films by which a list is tuned and explained, and how several things stand in a row. */

/** @param year its first, "1980" */
export const decade = (year: string) => `${year}s`;
/** "Horror, Sci-Fi and 1980s"; empty where there is none. */
export const inARow = (words: readonly string[]) =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
