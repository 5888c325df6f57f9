/** What stands where a screen waits, failed, or has nothing yet. */

export const hideDetails = 'Hide details';
export const details = 'Technical details';
