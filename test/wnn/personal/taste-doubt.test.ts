import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createRandom } from '../../../src/lib/random';
import { UNITS } from '../../../src/wnn/network/verdict';
import { TasteDoubt, tasteSpread } from '../../../src/wnn/personal/asking/taste-doubt';
import { createGramSums } from '../../../src/wnn/personal/gram-memory';
import { GRAM_FILMS, gramAnswer, gramSumsOf, smallGram } from '../../fixtures/small-gram';

const gram = smallGram(5);
const random = createRandom(6);
const weights = Array.from({ length: GRAM_FILMS }, () => random.integer(50));
const spread = tasteSpread(gram, weights);
const film = fc.nat(GRAM_FILMS - 1);
const answers = fc.array(gramAnswer, { maxLength: 30 });
const doubtAfter = (list: readonly { item: number; deviation: number }[]) =>
  new TasteDoubt(gramSumsOf(gram, list), gram, spread);
const meanDoubt = (doubt: TasteDoubt) => {
  let [sum, total] = [0, 0];
  weights.forEach((weight, item) => {
    sum += weight * doubt.of(item);
    total += weight;
  });
  return sum / total;
};

describe('taste doubt', () => {
  test('never grows when an answer is learned, whatever the answer is', () => {
    fc.assert(
      fc.property(answers, film, fc.integer({ min: -5 * UNITS, max: 5 * UNITS }), (list, item, deviation) => {
        const before = doubtAfter(list);
        const after = doubtAfter([...list, { item, deviation }]);
        for (let i = 0; i < GRAM_FILMS; i++) {
          expect(after.of(i)).toBeGreaterThanOrEqual(0);
          expect(after.of(i)).toBeLessThanOrEqual(before.of(i) * (1 + 1e-9) + 1e-12);
        }
      }),
    );
  });

  test('falls, over the films of the spread, by just what an answer was expected to settle', () => {
    fc.assert(
      fc.property(answers, film, (list, item) => {
        const before = doubtAfter(list);
        const fall = meanDoubt(before) - meanDoubt(doubtAfter([...list, { item, deviation: UNITS }]));
        expect(fall).toBeCloseTo(before.settledBy(item), 9);
        expect(before.settledBy(item)).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  test('is the same to the last bit for equal sums, in whatever order they were written', () => {
    fc.assert(
      fc.property(answers, film, (list, item) => {
        const [there, back] = [doubtAfter(list), doubtAfter([...list].reverse())];
        expect(back.of(item)).toBe(there.of(item));
        expect(back.settledBy(item)).toBe(there.settledBy(item));
      }),
    );
  });

  test('is settled by nothing where no film counts', () => {
    const none = new TasteDoubt(createGramSums(gram), gram, tasteSpread(gram, new Uint8Array(GRAM_FILMS)));
    expect(none.settledBy(3)).toBe(0);
    expect(none.of(3)).toBeGreaterThan(0);
  });
});
