import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countBits } from '../../src/lib/bits';

describe('countBits', () => {
  it('counts the ones of the binary digits when the word is signed or unsigned', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 32 - 1 }), (word) => {
        const ones = word.toString(2).replaceAll('0', '').length;
        expect(countBits(word)).toBe(ones);
        expect(countBits(word | 0)).toBe(ones);
      }),
    );
  });
});
