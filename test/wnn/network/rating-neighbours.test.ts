import { expect, test } from 'vitest';
import { deviationOf, USER_LAMBDA } from '../../../src/data/deviation';
import type { Ratings } from '../../../src/data/ratings';
import { ratingNeighbours } from '../../../src/wnn/network/rating-neighbours';
import { catalogue, effects, ratings } from '../../fixtures/small-parts';

/** What each user says of each film beyond mu + b_i + b_u, by film. */
function saidOf({ offsets, item, halfStars, userCount }: Ratings) {
  const said = Array.from({ length: catalogue.count }, () => new Map<number, number>());
  for (let user = 0; user < userCount; user++) {
    const rows = Array.from({ length: offsets[user + 1] - offsets[user] }, (_, k) => offsets[user] + k);
    const beyond = rows.map((r) => deviationOf(effects, 'stars', item[r], halfStars[r]));
    const bias = beyond.reduce((a, b) => a + b, 0) / (rows.length + USER_LAMBDA);
    rows.forEach((r, k) => {
      said[item[r]].set(user, beyond[k] - bias);
    });
  }
  return said;
}

test('rating neighbours: are those whose shrunken cosine is above .05 when people rated both', () => {
  const said = saidOf(ratings);
  const norm = said.map((of) => Math.sqrt([...of.values()].reduce((sum, x) => sum + x * x, 0)));
  const neighbours = ratingNeighbours(ratings, effects);
  let found = 0;
  for (let a = 0; a < catalogue.count; a++) {
    const { items, weight } = neighbours(a);
    const told = new Map(Array.from(items, (b, k) => [b, weight[k]]));
    expect([...items]).toEqual([...items].sort((x, y) => x - y));
    expect(told.has(a)).toBe(false);
    for (let b = 0; b < catalogue.count; b++) {
      const both = [...said[a].keys()].filter((user) => said[b].has(user));
      const product = both.reduce(
        (sum, user) => sum + (said[a].get(user) ?? 0) * (said[b].get(user) ?? 0),
        0,
      );
      const likeness = ((product / (norm[a] * norm[b])) * both.length) / (both.length + 10);
      if (a === b || !(likeness > 0.05 + 1e-6)) {
        if (!(Math.abs(likeness - 0.05) < 1e-6)) expect(told.has(b)).toBe(false);
        continue;
      }
      expect(told.get(b)).toBeCloseTo(likeness ** 3, 6);
      found++;
    }
  }
  expect(found).toBeGreaterThan(20);
});

test('rating neighbours: are the same films when asked for again, in any order', () => {
  const [one, other] = [ratingNeighbours(ratings, effects), ratingNeighbours(ratings, effects)];
  const films = Array.from({ length: catalogue.count }, (_, item) => item);
  const forward = films.map(one);
  const backward = [...films].reverse().map(other).reverse();
  expect(backward).toEqual(forward);
  expect(one(3)).toBe(forward[3]);
});
