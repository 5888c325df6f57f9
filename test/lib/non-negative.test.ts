import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dotProduct, solveNonNegative } from '../../src/lib/non-negative';
import { createRandom } from '../../src/lib/random';
import { selectColumns } from '../../src/wnn/fit/prune';

function randomColumns(seed: number, count: number, length: number): Float32Array[] {
  const random = createRandom(seed);
  return Array.from({ length: count }, () => Float32Array.from({ length }, () => random.normal()));
}

function combine(columns: readonly Float32Array[], weights: ArrayLike<number>): Float32Array {
  return Float32Array.from(columns[0], (_, r) =>
    columns.reduce((sum, column, k) => sum + weights[k] * column[r], 0),
  );
}

describe('solveNonNegative', () => {
  it('finds the weights a target was made of', () => {
    const columns = randomColumns(1, 4, 200);
    const strength = solveNonNegative({ columns, target: combine(columns, [2, 0, 0.5, 1]), ridge: 0 }, 200);
    for (const [k, expected] of [2, 0, 0.5, 1].entries()) expect(strength[k]).toBeCloseTo(expected, 4);
  });

  it('keeps a column at zero that only a negative weight would use', () => {
    const columns = randomColumns(2, 3, 200);
    const strength = solveNonNegative({ columns, target: combine(columns, [1, -1, 0]), ridge: 0 }, 200);
    expect(strength[1]).toBe(0);
    expect(strength[0]).toBeGreaterThan(0.5);
  });

  it('meets the conditions of Karush, Kuhn and Tucker, whatever the problem', () => {
    fc.assert(
      fc.property(
        fc.integer(),
        fc.integer({ min: 1, max: 8 }),
        fc.double({ min: 0, max: 50, noNaN: true }),
        (seed, count, ridge) => {
          const columns = randomColumns(seed, count, 40);
          const [target] = randomColumns(seed + 1, 1, 40);
          const strength = solveNonNegative({ columns, target, ridge }, 2000);
          const fitted = combine(columns, strength);
          const residual = target.map((value, r) => value - fitted[r]);
          columns.forEach((column, k) => {
            const slope = dotProduct(column, residual) - ridge * strength[k];
            expect(strength[k]).toBeGreaterThanOrEqual(0);
            expect(slope).toBeLessThan(1e-2);
            if (strength[k] > 1e-4) expect(slope).toBeGreaterThan(-1e-2);
          });
        },
      ),
      { numRuns: 50 },
    );
  });
});

describe('selectColumns', () => {
  it('keeps the columns that matter', () => {
    const columns = randomColumns(3, 30, 300);
    const weights = columns.map((_, k) => (k === 4 ? 2 : k === 17 ? 1 : 0.01));
    const { kept, strength } = selectColumns({ columns, target: combine(columns, weights), ridge: 0 }, 2, 60);
    expect([...kept].sort((a, b) => a - b)).toEqual([4, 17]);
    expect(strength[kept.indexOf(4)]).toBeGreaterThan(strength[kept.indexOf(17)]);
  });

  it('never drops what is not a candidate', () => {
    const columns = randomColumns(4, 10, 100);
    const weights = columns.map((_, k) => (k < 9 ? 1 : 0.001));
    const { kept } = selectColumns({ columns, target: combine(columns, weights), ridge: 0 }, 3, 60, 9);
    expect(kept).toContain(9);
    expect(kept.filter((k) => k < 9)).toHaveLength(3);
  });
});
