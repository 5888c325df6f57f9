/** The language itself, as BCP 47 names it: British, "12 May 2026", "a, b and c". */
export const LANGUAGE = 'en-GB';
