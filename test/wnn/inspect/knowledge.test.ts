import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Opinion } from '../../../src/data/opinion';
import { CAN_TELL, familiarity, knowledgeMap } from '../../../src/wnn/inspect/knowledge';
import { STRIDE } from '../../../src/wnn/personal/memory';
import { PersonalModel } from '../../../src/wnn/personal/personal-model';
import { bundledDataset, bundledModel, filmNamed } from '../../fixtures/bundled';

const network = bundledModel();
const { catalogue } = bundledDataset();
const item = fc.integer({ min: 0, max: network.bank.itemCount - 1 });
const clicks = fc.array(fc.tuple(item, fc.constantFrom<Opinion>('like', 'dislike')), { maxLength: 12 });

function taught(history: readonly (readonly [number, Opinion])[]): PersonalModel {
  const model = new PersonalModel(network);
  for (const [film, said] of history) model.answer(film, said);
  return model;
}

test('a film is familiar as far as its nodes lead to written cells', () => {
  fc.assert(
    fc.property(clicks, item, (history, film) => {
      const { memory } = taught(history);
      const { nodeCount, itemCount, cell, firstCell } = network.bank;
      let speaking = 0;
      for (let t = 0; t < nodeCount; t++) {
        const local = cell[t * itemCount + film];
        if (local > 0 && memory.cells[STRIDE * (firstCell[t] + local)] > 0) speaking++;
      }
      expect(familiarity(network, memory)[film]).toBe(speaking / nodeCount);
    }),
    { numRuns: 15 },
  );
});

test('every further click makes films more familiar, never less', () => {
  fc.assert(
    fc.property(clicks, item, (history, film) => {
      const before = familiarity(network, taught(history).memory);
      const after = familiarity(network, taught([...history, [film, 'like']]).memory);
      expect(after.every((share, i) => share >= before[i])).toBe(true);
    }),
    { numRuns: 15 },
  );
});

test('the map counts each film once in all, and by its genres and period', () => {
  const familiar = new Float64Array(catalogue.count);
  const alien = filmNamed('Alien', 1979);
  familiar[alien] = CAN_TELL;
  const { all, genres } = knowledgeMap(catalogue, familiar);
  expect(all).toEqual({ films: catalogue.count, told: 1 });
  const told = genres.filter((genre) => genre.told > 0);
  expect(told.map(({ genre }) => genre)).toEqual(['Horror', 'Sci-Fi']);
  for (const { periods, films } of told) {
    expect(periods.map((period) => period.told)).toEqual([0, 0, 1, 0, 0, 0, 0]);
    expect(periods.reduce((sum, period) => sum + period.films, 0)).toBeLessThanOrEqual(films);
  }
});
