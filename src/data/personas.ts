import type { Ratings } from './ratings';
import { selectUsers } from './select/select-users';

/** A MovieLens user whose first ratings a talk plays. */
export interface Persona {
  /** The data set's own user id. */
  userId: number;
  /** What the first ratings have in common. It describes films, not the person, of whom nothing else is known. */
  says: string;
}

/**
 * Chosen by hand among users whose first ratings are of films that a general audience knows, and whose likes and
 * dislikes, several of each, differ clearly from what most people like. The first is the one a talk begins with.
 */
export const PERSONAS: readonly Persona[] = [
  { userId: 138, says: 'crime and true stories, no animation' },
  { userId: 86, says: 'dramas of the nineties, no slapstick' },
  { userId: 59, says: 'classics and epics, no broad comedies' },
];

/** Users that nothing learned may have seen: what a model says of them on stage must be a forecast. */
export const PERSONA_USER_IDS: readonly number[] = PERSONAS.map(({ userId }) => userId);

/** Everybody's ratings but those of the personas. */
export function withoutPersonas(ratings: Ratings): Ratings {
  const users = Array.from(ratings.userId.keys());
  return selectUsers(
    ratings,
    users.filter((user) => !PERSONA_USER_IDS.includes(ratings.userId[user])),
  );
}
