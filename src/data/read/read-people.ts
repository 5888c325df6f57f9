import type { Person } from '../people';

/**
 * People by user id, of `users.dat` (id::gender::age::occupation::zip code, MovieLens 1M) or `u.user`
 * (id|age|gender|occupation|zip code, MovieLens 100K). Lines of neither kind are left out.
 */
export function readPeople(text: string): Map<number, Person> {
  const people = new Map<number, Person>();
  for (const line of text.split(/\r?\n/)) {
    const dat = /^(\d+)::([^:]+)::(\d+)::/.exec(line);
    const user = /^(\d+)\|(\d+)\|([^|]+)\|/.exec(line);
    if (dat) people.set(Number(dat[1]), { gender: dat[2], age: Number(dat[3]) });
    else if (user) people.set(Number(user[1]), { gender: user[3], age: Number(user[2]) });
  }
  return people;
}
