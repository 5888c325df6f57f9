import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type AskedFilm, seenChances } from '../../../src/wnn/personal/asking/seen-chance';

/** Two kinds of people: those who rated films 0 to 3, and those who rated films 4 to 7; film 8 all, film 9 nobody. */
const FILMS = 10;
const PEOPLE = 12;
const rows = Array.from({ length: PEOPLE }, (_, u) => (u % 2 === 0 ? [0, 1, 2, 3, 8] : [4, 5, 6, 7, 8]));
const ratings = {
  userCount: PEOPLE,
  offsets: Uint32Array.from({ length: PEOPLE + 1 }, (_, u) => 5 * u),
  item: Uint32Array.from(rows.flat()),
};
const fame = new Uint32Array(FILMS);
for (const item of ratings.item) fame[item]++;
const chancesAfter = (...judgements: AskedFilm[]) => seenChances(ratings, fame, judgements);
const judgements = fc.uniqueArray(
  fc.record({ item: fc.nat(FILMS - 1), kind: fc.constantFrom('like', 'so-so', 'dislike', 'unseen') }),
  { selector: ({ item }) => item },
);

describe('seen chances', () => {
  test('are the shares of people who rated each film when nothing was asked', () => {
    chancesAfter().forEach((chance, item) => {
      expect(chance).toBeCloseTo(fame[item] / PEOPLE, 12);
    });
  });

  test('rise for what people saw who saw the same film, and fall for the others', () => {
    const chance = chancesAfter({ item: 0, kind: 'dislike' });
    for (const item of [1, 2, 3]) expect(chance[item]).toBeGreaterThan(0.6);
    for (const item of [4, 5, 6, 7]) expect(chance[item]).toBeLessThan(0.4);
  });

  test('fall for what people saw who saw a film that was not seen', () => {
    const chance = chancesAfter({ item: 0, kind: 'unseen' });
    for (const item of [1, 2, 3]) expect(chance[item]).toBeLessThan(0.4);
    for (const item of [4, 5, 6, 7]) expect(chance[item]).toBeGreaterThan(0.6);
  });

  test('are chances, the same whatever was said of a film seen', () => {
    fc.assert(
      fc.property(judgements, (list) => {
        const chance = chancesAfter(...list);
        for (const value of chance) expect(value >= 0 && value <= 1).toBe(true);
        const liked = list.map(({ item, kind }) => ({ item, kind: kind === 'unseen' ? kind : 'like' }));
        expect(chancesAfter(...liked)).toEqual(chance);
        expect(chancesAfter(...[...list].reverse())).toEqual(chance);
      }),
    );
  });

  test('are numbers after a thousand answers that nobody gives, and without people', () => {
    const many = Array.from({ length: 1000 }, (_, item) => ({ item: item % FILMS, kind: 'unseen' }));
    for (const value of chancesAfter(...many)) expect(value).toBeGreaterThanOrEqual(0);
    const nobody = { userCount: 0, offsets: new Uint32Array(1), item: new Uint32Array(0) };
    expect([...seenChances(nobody, new Uint32Array(3), [])]).toEqual([0, 0, 0]);
  });
});
