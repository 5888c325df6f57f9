/** Longest name of a person or a mood, in characters (code points). */
export const MAX_NAME_LENGTH = 40;
