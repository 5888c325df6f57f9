/** Fields for names. */

export const characters = (written: number, most: number) => `${written} of ${most} characters`;
