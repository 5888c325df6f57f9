import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COORDINATE_UNITS } from '../../../src/wnn/network/taste/gram-part';
import { UNITS } from '../../../src/wnn/network/verdict';
import {
  createGramSums,
  influenceOn,
  tasteFor,
  tasteOf,
  writeGram,
} from '../../../src/wnn/personal/gram-memory';
import { GRAM_FILMS, gramAnswer, gramSumsOf, smallGram } from '../../fixtures/small-gram';

const gram = smallGram(3);
const answers = fc.array(gramAnswer, { maxLength: 30 });
const written = (list: readonly { item: number; deviation: number }[]) => gramSumsOf(gram, list);

describe('gram memory', () => {
  it('commutes and forgets to the byte, and says the same to the last bit', () => {
    fc.assert(
      fc.property(answers, gramAnswer, (list, one) => {
        const sums = written([one, ...list].reverse());
        writeGram(sums, gram, one.item, one.deviation, -1);
        expect(sums).toEqual(written(list));
        expect(tasteOf(sums, gram)).toEqual(tasteOf(written(list), gram));
      }),
    );
  });

  it('holds whole numbers for 5,000 extreme answers', () => {
    const extreme = Array.from({ length: 5000 }, (_, k) => ({ item: k % GRAM_FILMS, deviation: 5 * UNITS }));
    const sums = written(extreme);
    expect(sums.every(Number.isSafeInteger)).toBe(true);
    for (const { item, deviation } of extreme) writeGram(sums, gram, item, deviation, -1);
    expect(sums).toEqual(createGramSums(gram));
  });

  it('says what the films are expected to be where nothing was written', () => {
    const taste = tasteOf(createGramSums(gram), gram);
    for (let i = 0; i < GRAM_FILMS; i++) expect(tasteFor(gram, taste, i)).toBe(gram.offset[i] / UNITS);
  });

  it('solves the ridge regression that it stands for', () => {
    fc.assert(
      fc.property(answers, (list) => {
        const { coefficients } = tasteOf(written(list), gram);
        // The gradient of sum (r - z v)² / s + v P v vanishes.
        for (let a = 0; a < 4; a++) {
          let gradient = -gram.precision[a] * coefficients[a] * COORDINATE_UNITS;
          for (const { item, deviation } of list) {
            let left = (deviation - gram.offset[item]) / UNITS;
            for (let b = 0; b < 4; b++) left -= gram.coordinates[item * 4 + b] * coefficients[b];
            gradient += (gram.coordinates[item * 4 + a] / COORDINATE_UNITS / gram.noise) * left;
          }
          expect(Math.abs(gradient)).toBeLessThan(1e-6);
        }
      }),
    );
  });

  it('splits a film exactly over the answers', () => {
    fc.assert(
      fc.property(answers, fc.integer({ min: 0, max: GRAM_FILMS - 1 }), (list, film) => {
        const taste = tasteOf(written(list), gram);
        const u = Float64Array.from({ length: 4 }, (_, a) => gram.coordinates[film * 4 + a]);
        const w = influenceOn(u, gram, taste);
        let total = gram.offset[film] / UNITS;
        for (const { item, deviation } of list) {
          for (let a = 0; a < 4; a++) {
            total += (w[a] * gram.coordinates[item * 4 + a] * (deviation - gram.offset[item])) / UNITS;
          }
        }
        expect(total).toBeCloseTo(tasteFor(gram, taste, film), 9);
      }),
    );
  });
});
