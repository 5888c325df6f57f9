import { describe, expect, it } from 'vitest';
import { leporidEmbedding, nearestByJaccard } from '../../../src/baselines/paper/leporid';
import { createRandom } from '../../../src/lib/random';
import type { SparseMatrix } from '../../../src/lib/sparse-matrix';

function rows(...columns: number[][]): SparseMatrix {
  const column = columns.flat();
  return {
    rowCount: columns.length,
    columnCount: Math.max(-1, ...column) + 1,
    offsets: Uint32Array.from([0, ...columns.map((_, r) => columns.slice(0, r + 1).flat().length)]),
    column: Uint32Array.from(column),
    value: new Float32Array(column.length).fill(1),
  };
}

function dense({ rowCount, offsets, column, value }: SparseMatrix): number[][] {
  return Array.from({ length: rowCount }, (_, r) => {
    const row = new Array<number>(rowCount).fill(0);
    for (let k = offsets[r]; k < offsets[r + 1]; k++) row[column[k]] = value[k];
    return row;
  });
}

describe('nearestByJaccard', () => {
  it('divides what two rows have in common by what either has', () => {
    const similarity = dense(nearestByJaccard(rows([0, 1, 2], [1, 2, 3], [4], []), 10));
    expect(similarity).toEqual([
      [0, 0.5, 0, 0],
      [0.5, 0, 0, 0],
      [0, 0, 0, 0],
      [0, 0, 0, 0],
    ]);
  });

  it('keeps a pair where one is the nearest of the other', () => {
    // Row 1 is nearest to row 0; row 2 is nearer to row 1 than row 0 is.
    const similarity = dense(nearestByJaccard(rows([0, 1], [1, 2, 3, 4], [2, 3, 4]), 1));
    expect(similarity[0][1]).toBeCloseTo(0.2);
    expect(similarity[1][0]).toBeCloseTo(0.2);
    expect(similarity[1][2]).toBeCloseTo(0.75);
    expect(similarity[0][2]).toBe(0);
  });
});

describe('leporidEmbedding', () => {
  const twoCamps = rows([0, 1, 2], [0, 1, 3], [1, 2, 3], [5, 6, 7], [5, 6, 8], [6, 7, 8]);

  it('has mean 0 and deviation 1 in each dimension', () => {
    const embedding = leporidEmbedding(twoCamps, 3, createRandom(1));
    for (let c = 0; c < 3; c++) {
      const values = [...embedding].filter((_, at) => at % 3 === c);
      const mean = values.reduce((sum, value) => sum + value, 0) / 6;
      expect(mean).toBeCloseTo(0, 9);
      expect(values.reduce((sum, value) => sum + value * value, 0) / 6).toBeCloseTo(1, 9);
    }
  });

  it('puts rows that share columns together, and the others apart', () => {
    const embedding = leporidEmbedding(twoCamps, 2, createRandom(1));
    const distance = (a: number, b: number) =>
      Math.hypot(embedding[2 * a] - embedding[2 * b], embedding[2 * a + 1] - embedding[2 * b + 1]);
    for (const [a, b] of [
      [0, 1],
      [1, 2],
      [3, 4],
      [4, 5],
    ]) {
      expect(distance(a, b)).toBeLessThan(distance(0, 3) / 2);
    }
  });

  it('gives rows fewer dimensions than asked for where there are fewer rows', () => {
    const embedding = leporidEmbedding(rows([0], [0]), 4, createRandom(1));
    expect(embedding).toHaveLength(8);
    expect(embedding.every(Number.isFinite)).toBe(true);
  });
});
