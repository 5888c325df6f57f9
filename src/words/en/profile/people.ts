/** What is said of people and in their stead: names made up, and why something is not done. */

/** The name of one whose ratings were found without a name. */
export const somebody = 'Somebody';
export const nobodyRates = 'No one is rating yet.';
