import { describe, expect, test } from 'vitest';
import { MoodError, readMoods, writeMoods } from '../../../src/state/log/moods';

const kids = { id: 'a', name: 'kids' };
const alone = { id: 'b', name: 'alone' };

describe('stored moods', () => {
  test('reading: gives back what was written', () => {
    expect(readMoods(writeMoods([kids, alone]))).toEqual([kids, alone]);
    expect(readMoods(undefined)).toEqual([]);
  });

  test('reading: keeps the moods that can be read when others are damaged', () => {
    const damaged = [
      null,
      7,
      [],
      { id: '', name: 'x' },
      { id: 'c' },
      { id: 'd', name: Number.NaN },
      { ...kids, name: 'b' },
    ];
    const stored = { version: 1, moods: [kids, ...damaged, { ...alone, constructor: 1 }] };
    expect(readMoods(stored)).toEqual([kids, alone]);
  });

  test.each([
    null,
    7,
    'moods',
    [],
    {},
    { version: 1 },
    { version: 1, moods: {} },
    { version: Number.NaN, moods: [kids] },
  ])('reading: gives none, so that new ones can be made, when %j is stored', (stored) => {
    expect(readMoods(stored)).toEqual([]);
  });

  test('reading: refuses, so that nothing is overwritten, when a newer version stored them', () => {
    expect(() => readMoods({ version: 2, groups: [] })).toThrow(MoodError);
  });
});
