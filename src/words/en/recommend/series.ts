/** The films of a series below the one that stands for it in the list. */

export const moreOf = (film: string) => `More of the series of ${film}`;
