/** The talk: the clock beside the plan, in the speaker’s notes and over the stage. */

export const elapsed = 'Elapsed';
export const inPlan = 'In the plan';
export const now = 'Now';
export const next = 'Next';
/** What comes after the last scene. */
export const questions = 'Questions';
