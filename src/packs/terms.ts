/** What is said of data of which no terms are at hand. */
const UNKNOWN_TERMS =
  'The terms of these data are not known here. MovieLens data may be used for purposes that are not commercial.';

/** GroupLens lets some editions be passed on under the same terms, by this sentence of their README. */
const MAY_BE_PASSED_ON = /may redistribute the data set/i;
/** Editions without that leave state the contrary: 100K, 1M and 10M. */
const MAY_NOT_BE_PASSED_ON = /may not redistribute/i;

/** Longest text of terms that a pack holds, in characters. */
const LONGEST = 4000;

/** The terms of a data set: whether they forbid to pass it on, and their words. */
export interface Terms {
  isPrivate: boolean;
  licence: string;
}

/**
 * Reads the terms out of a MovieLens README. Data without one, or with one that does not allow it, are not to be passed on.
 * @param readme its text; undefined where there is none
 */
export function termsOf(readme: string | undefined): Terms {
  if (readme === undefined) return { isPrivate: true, licence: UNKNOWN_TERMS };
  const allowed = MAY_BE_PASSED_ON.test(readme) && !MAY_NOT_BE_PASSED_ON.test(readme);
  const section = /usage license\s*\n[=-]+\s*\n([\s\S]*?)(?=\n[^\n]+\n[=-]{4,}|$)/i.exec(readme)?.[1];
  return { isPrivate: !allowed, licence: (section ?? readme).trim().slice(0, LONGEST) };
}
