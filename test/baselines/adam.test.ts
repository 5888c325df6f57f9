import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Adam, EmbeddingTable } from '../../src/baselines/weighted/adam';
import { createRandom } from '../../src/lib/random';

const ROWS = 6;
const WIDTH = 3;

/** The same random batches for a dense Adam over the whole table and for an embedding table; both results. */
function train(seed: number, steps: number, scale: number): { dense: Float64Array; lazy: Float64Array } {
  const random = createRandom(seed);
  const dense = new Float64Array(ROWS * WIDTH).map(() => random.normal());
  const table = new EmbeddingTable(dense.slice(), WIDTH);
  const adam = new Adam(dense.length);
  const target = new Float64Array(WIDTH);
  for (let step = 0; step < steps; step++) {
    const gradients = new Float64Array(dense.length);
    const batch = [0, 1, 2].map(() => Math.floor(ROWS * random.next() ** 3));
    for (const row of batch) {
      table.read(row, target, 0);
      const gradient = target.map(() => scale * random.normal());
      table.addGradient(row, gradient, 0);
      gradient.forEach((g, d) => {
        gradients[row * WIDTH + d] += g;
      });
    }
    adam.update(dense, gradients);
    table.update();
  }
  table.finish();
  return { dense, lazy: table.values };
}

test('an embedding table that moves rows when needed ends where dense Adam ends', () => {
  fc.assert(
    fc.property(
      fc.nat(),
      fc.integer({ min: 0, max: 400 }),
      fc.constantFrom(1, 1e-3, 1e-5),
      (seed, steps, scale) => {
        // A fiftieth of one of up to 400 steps, where gradients are as small as the collaborative network has them.
        const { dense, lazy } = train(seed, steps, scale);
        for (let i = 0; i < dense.length; i++) expect(Math.abs(dense[i] - lazy[i])).toBeLessThan(2e-5);
      },
    ),
    { numRuns: 40 },
  );
});

test('rows in no batch stay where they were', () => {
  const values = Float64Array.of(1, 2, 3, 4);
  const table = new EmbeddingTable(values, 2);
  for (let step = 0; step < 5; step++) {
    table.bringUpToDate(0);
    table.addGradient(0, Float64Array.of(1, -1), 0);
    table.update();
  }
  table.finish();
  expect(Array.from(values.subarray(2))).toEqual([3, 4]);
  // A constant gradient moves Adam by the learning rate a step.
  expect(values[0]).toBeCloseTo(1 - 5 * 0.001, 9);
  expect(values[1]).toBeCloseTo(2 + 5 * 0.001, 9);
});
