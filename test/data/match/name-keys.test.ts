import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isOneEditAway } from '../../../src/data/match/candidates';
import { nameKeys, partKeys } from '../../../src/data/match/name-keys';

test.each([
  ['The Matrix', 'Matrix, The'],
  ['Dumb & Dumber', 'Dumb and Dumber'],
  ['Rocky IV', 'Rocky 4'],
  ['Kill Bill: Vol. 1', 'Kill Bill Volume One'],
  ['Batman v Superman', 'Batman vs. Superman'],
  ['The 6th Sense', 'Sixth Sense'],
  ['The 40-Year-Old Virgin', 'The Forty Year Old Virgin'],
  ['Saint Elmo’s Fire', "St. Elmo's Fire"],
])('loose keys: are equal when a name is written %s or %s', (a, b) => {
  expect(nameKeys(a).loose).toBe(nameKeys(b).loose);
});

test.each([
  ['Seven', '7'],
  ['I, Robot', 'One, Robot'],
  ['Rocky', 'Rocky II'],
])('loose keys: differ when films are %s and %s', (a, b) => {
  expect(nameKeys(a).loose).not.toBe(nameKeys(b).loose);
});

test('parts: are the first, the last, and those without the middle', () => {
  const keys = partKeys('Star Wars: Episode VII - The Force Awakens');
  for (const name of ['Star Wars', 'The Force Awakens', 'Star Wars: The Force Awakens']) {
    expect(keys).toContain(nameKeys(name).loose);
  }
  expect(partKeys('Heat')).toEqual([]);
});

test('names of 200 kB: take a moment when they are spaces, brackets, quotes or combining marks', () => {
  const start = performance.now();
  for (const piece of [' ', '(', ')', '- ', ': ', "'", '\u0301', 'a ', ', The', ' or ']) {
    const name = piece.repeat(200_000 / piece.length);
    nameKeys(name);
    partKeys(name);
  }
  expect(performance.now() - start).toBeLessThan(1000);
});

test('one edit: is seen when a letter is added, missing, replaced or swapped, anywhere', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 2, maxLength: 8 });
  fc.assert(
    fc.property(word, fc.nat(), fc.constantFrom('a', 'b', 'c'), (text, place, letter) => {
      const at = place % text.length;
      const edited = [
        text.slice(0, at) + letter + text.slice(at),
        text.slice(0, at) + text.slice(at + 1),
        text.slice(0, at) + letter + text.slice(at + 1),
        text.slice(0, at) + (text[at + 1] ?? '') + text[at] + text.slice(at + 2),
      ];
      for (const other of edited) {
        expect(isOneEditAway(text, other)).toBe(other !== text);
        expect(isOneEditAway(other, text)).toBe(other !== text);
      }
      expect(isOneEditAway(text, `${text}xy`)).toBe(false);
    }),
  );
});
