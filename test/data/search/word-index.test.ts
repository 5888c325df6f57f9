import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { beginsWithSlip, createWordIndex } from '../../../src/data/search/word-index';

const plain = (prefix: string) => ({ prefix, synonyms: [], slip: false });

describe('an index', () => {
  const index = createWordIndex(4, [
    { item: 0, words: ['alien'] },
    { item: 1, words: ['aliens', '2'] },
    { item: 2, words: ['allen', 'ii'] },
    { item: 1, words: ['return'] },
  ]);

  test('finds items by the beginnings of all words', () => {
    expect(index.find([plain('ali')])).toEqual([0, 1]);
    expect(index.find([plain('ali'), plain('ret')])).toEqual([1]);
    expect(index.find([plain('ret'), plain('allen')])).toEqual([]);
  });

  test('takes a synonym as a whole word only', () => {
    expect(index.find([{ prefix: 'two', synonyms: ['2'], slip: false }])).toEqual([1]);
    expect(index.find([{ prefix: 'two', synonyms: ['i'], slip: false }])).toEqual([]);
  });

  test('forgives a slip where asked', () => {
    expect(index.find([{ prefix: 'alein', synonyms: ['alein'], slip: true }])).toEqual([0, 1]);
    expect(index.find([plain('alein')])).toEqual([]);
  });

  test('gives all items for no words', () => {
    expect(index.find([])).toEqual([0, 1, 2, 3]);
  });
});

describe('a slip', () => {
  const word = fc
    .string({ unit: fc.constantFrom(...'abcdef'), minLength: 12, maxLength: 24 })
    .map((text) => text.replace(/(.)\1+/g, '$1'))
    .filter((text) => text.length >= 6);

  /** Changes the word at a place that is neither its first nor its last letter. */
  function changed(text: string, at: number, kind: string): string {
    const i = 1 + (at % (text.length - 3));
    if (kind === 'missing') return text.slice(0, i) + text.slice(i + 1);
    if (kind === 'added') return `${text.slice(0, i)}z${text.slice(i)}`;
    if (kind === 'replaced') return `${text.slice(0, i)}z${text.slice(i + 1)}`;
    return text.slice(0, i) + text[i + 1] + text[i] + text.slice(i + 2);
  }

  test('is one letter missing, added, replaced or swapped, in a whole word or in its beginning', () => {
    const kind = fc.constantFrom('missing', 'added', 'replaced', 'swapped');
    fc.assert(
      fc.property(word, fc.nat(), kind, fc.string(), (text, at, how, rest) => {
        expect(beginsWithSlip(text, changed(text, at, how))).toBe(true);
        expect(beginsWithSlip(text + rest, changed(text, at, how))).toBe(true);
      }),
    );
  });

  test.each([
    ['matrix', 'matrxx', true],
    ['matrix', 'matriz', true],
    ['matrix', 'matrixx', true],
    ['matrices', 'matriz', false],
    ['godfather', 'gofdahter', false],
    ['alien', 'zlian', false],
    ['al', 'alien', false],
    ['tattoos', 'tattos', true],
    ['tattooshop', 'tattos', false],
  ])('%s for %s: %s', (text, typed, isSlip) => {
    expect(beginsWithSlip(text, typed)).toBe(isSlip);
  });
});
