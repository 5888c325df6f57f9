import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../src/lib/random';
import { COORDINATE_UNITS, type GramPart } from '../../../src/wnn/network/taste/gram-part';
import { UNITS } from '../../../src/wnn/network/verdict';
import {
  createGramSums,
  influenceOn,
  tasteFor,
  tasteOf,
  writeGram,
} from '../../../src/wnn/personal/gram-memory';

const FILMS = 40;
const random = createRandom(3);
const gram: GramPart = {
  dimensions: 4,
  mean: new Float32Array(0),
  projection: new Float32Array(0),
  precision: Float64Array.of(1, 2, 4, 8),
  noise: 0.7,
  coordinates: Int8Array.from({ length: 4 * FILMS }, () => random.integer(255) - 127),
  offset: Int32Array.from({ length: FILMS }, () => random.integer(400) - 200),
};
const answer = fc.record({
  item: fc.integer({ min: 0, max: FILMS - 1 }),
  deviation: fc.integer({ min: -5 * UNITS, max: 5 * UNITS }),
});
const answers = fc.array(answer, { maxLength: 30 });
const written = (list: readonly { item: number; deviation: number }[]) => {
  const sums = createGramSums(gram);
  for (const { item, deviation } of list) writeGram(sums, gram, item, deviation, 1);
  return sums;
};

describe('gram memory', () => {
  it('commutes and forgets to the byte, and says the same to the last bit', () => {
    fc.assert(
      fc.property(answers, answer, (list, one) => {
        const sums = written([one, ...list].reverse());
        writeGram(sums, gram, one.item, one.deviation, -1);
        expect(sums).toEqual(written(list));
        expect(tasteOf(sums, gram)).toEqual(tasteOf(written(list), gram));
      }),
    );
  });

  it('holds whole numbers for 5,000 extreme answers', () => {
    const extreme = Array.from({ length: 5000 }, (_, k) => ({ item: k % FILMS, deviation: 5 * UNITS }));
    const sums = written(extreme);
    expect(sums.every(Number.isSafeInteger)).toBe(true);
    for (const { item, deviation } of extreme) writeGram(sums, gram, item, deviation, -1);
    expect(sums).toEqual(createGramSums(gram));
  });

  it('says what the films are expected to be where nothing was written', () => {
    const taste = tasteOf(createGramSums(gram), gram);
    for (let i = 0; i < FILMS; i++) expect(tasteFor(gram, taste, i)).toBe(gram.offset[i] / UNITS);
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
      fc.property(answers, fc.integer({ min: 0, max: FILMS - 1 }), (list, film) => {
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
