/** What keeps films out of the list For you, in words that go into the sentences of recommend/no-film-fits.ts. */

export const before = (year: number) => `from ${year} or before`;
export const after = (year: number) => `from ${year} or later`;
export const ofYear = (year: number) => `from ${year}`;
export const between = (first: number, last: number) => `from ${first} to ${last}`;
export const atMost = (minutes: number) => `at most ${minutes} minutes`;
/** @param language its name */
export const inLanguage = (language: string) => `in ${language}`;
export const amongWanted = 'among those you want to see';
export const outsideWanted = 'outside those you want to see';
/** @param trait "Horror", "1980s", "French", "time travel" */
export const never = (trait: string) => `never ${trait}`;
export const withoutPutAway = 'without the films put away';
