import type { Dataset } from '../../data/dataset';
import type { Person } from '../../data/people';
import type { Ratings } from '../../data/ratings';
import { eligibleUsers } from '../folds';

/** The group that a user belongs to, by what users are grouped by: { activity: 'most', gender: 'F' }. */
export type Groups = Record<string, string>;

/** Thirds of the users, ascending. */
export const THIRDS = ['least', 'middle', 'most'] as const;

/** Bands of age as MovieLens 1M cuts them: first year of each. */
const AGES = [0, 18, 25, 35, 45, 50, 56];

/**
 * Groups of the users who take part in folds, by the data set's own user id: thirds by number of ratings (activity), and by
 * how many people rated what the user rated, on average (mainstream); gender and age where the data bring them.
 */
export function groupUsers({ catalogue, ratings, people }: Dataset): Map<number, Groups> {
  const users = eligibleUsers(ratings);
  const raters = ratersOf(ratings, catalogue.count);
  const length = (user: number) => ratings.offsets[user + 1] - ratings.offsets[user];
  const popularity = (user: number) => {
    let sum = 0;
    for (let r = ratings.offsets[user]; r < ratings.offsets[user + 1]; r++) sum += raters[ratings.item[r]];
    return sum / length(user);
  };
  const activity = thirds(users, length);
  const mainstream = thirds(users, popularity);
  return new Map(
    users.map((user) => {
      const id = ratings.userId[user];
      const person = people?.get(id);
      return [
        id,
        {
          activity: activity.get(user) ?? THIRDS[0],
          mainstream: mainstream.get(user) ?? THIRDS[0],
          ...(person && { gender: person.gender, age: ageBand(person) }),
        },
      ];
    }),
  );
}

/** How many people rated each film; length count of the catalogue. */
function ratersOf(ratings: Ratings, count: number): Uint32Array {
  const raters = new Uint32Array(count);
  for (const item of ratings.item) raters[item]++;
  return raters;
}

/** Users by thirds of a value, equals by index; the first thirds are the smaller where they cannot be equal. */
function thirds(users: readonly number[], measure: (user: number) => number): Map<number, string> {
  const values = new Map(users.map((user) => [user, measure(user)]));
  const order = [...users].sort((a, b) => (values.get(a) ?? 0) - (values.get(b) ?? 0) || a - b);
  return new Map(order.map((user, place) => [user, THIRDS[Math.floor((3 * place) / order.length)]]));
}

/** "18 to 24". */
export function ageBand({ age }: Person): string {
  const band = AGES.findLastIndex((first) => age >= first);
  if (band === AGES.length - 1) return `${AGES[band]} and older`;
  return band <= 0 ? `under ${AGES[1]}` : `${AGES[band]} to ${AGES[band + 1] - 1}`;
}
