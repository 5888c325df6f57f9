import fc from 'fast-check';
import { expect, test } from 'vitest';
import { roundedParts } from '../../src/ui/recommend/why/adding-up';

const amounts = fc.double({ min: -50, max: 50, noNaN: true });

test('rounded parts add up to the rounded total, each near the truth and with its sign', () => {
  fc.assert(
    fc.property(amounts, fc.array(amounts, { maxLength: 12 }), (start, parts) => {
      const shown = roundedParts(start, parts);
      const total = parts.reduce((sum, part) => sum + part, start);
      const sum = shown.reduce(
        (hundredths, part) => hundredths + Math.round(100 * part),
        Math.round(100 * start),
      );
      expect(sum === Math.round(100 * total)).toBe(true);
      for (const [n, part] of parts.entries()) {
        expect(Math.abs(shown[n] - part)).toBeLessThanOrEqual(0.01 + 1e-9);
        expect(shown[n] * part).toBeGreaterThanOrEqual(0);
      }
    }),
  );
});
