import type { Ratings } from '../ratings';

/** The ratings of the chosen users alone. @param users ascending. */
export function selectUsers(ratings: Ratings, users: readonly number[]): Ratings {
  const offsets = new Uint32Array(users.length + 1);
  users.forEach((user, u) => {
    offsets[u + 1] = offsets[u] + ratings.offsets[user + 1] - ratings.offsets[user];
  });
  const count = offsets[users.length];
  const selected: Ratings = {
    userCount: users.length,
    count,
    userId: Uint32Array.from(users, (user) => ratings.userId[user]),
    offsets,
    item: new Uint32Array(count),
    halfStars: new Uint8Array(count),
    timestamp: new Uint32Array(count),
  };
  users.forEach((user, u) => {
    const from = ratings.offsets[user];
    const to = ratings.offsets[user + 1];
    selected.item.set(ratings.item.subarray(from, to), offsets[u]);
    selected.halfStars.set(ratings.halfStars.subarray(from, to), offsets[u]);
    selected.timestamp.set(ratings.timestamp.subarray(from, to), offsets[u]);
  });
  return selected;
}
