import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Opinion } from '../../../src/data/opinion';
import { encodeMemory, STRIDE, SUM } from '../../../src/wnn/personal/memory';
import { PersonalModel } from '../../../src/wnn/personal/personal-model';
import { bundledModel, filmNamed } from '../../fixtures/bundled';

const network = bundledModel();
const empty = new PersonalModel(network).stateBytes();

const item = fc.integer({ min: 0, max: network.bank.itemCount - 1 });
const opinion = fc.constantFrom<Opinion>('like', 'dislike');
const clicks = fc.array(fc.tuple(item, opinion), { maxLength: 30 });
const distinctClicks = fc.uniqueArray(fc.tuple(item, opinion), { maxLength: 30, selector: ([i]) => i });

type Said = readonly [film: number, said: Opinion, time?: number];

function taught(history: readonly Said[]): PersonalModel {
  const model = new PersonalModel(network);
  for (const [film, said, time] of history) model.answer(film, said, time);
  return model;
}

describe('PersonalModel', () => {
  it('has an empty state before the first click', () => {
    expect(empty.length).toBe(0);
  });

  it('is the same, byte for byte, in whatever order it learned', () => {
    const history = distinctClicks.chain((list) => {
      const timed = list.map(([film, said], at): Said => [film, said, at + 1]);
      return fc.tuple(fc.constant(timed), fc.shuffledSubarray(timed, { minLength: timed.length }));
    });
    fc.assert(
      fc.property(history, ([list, shuffled]) => {
        expect(taught(shuffled).stateBytes()).toEqual(taught(list).stateBytes());
      }),
      { numRuns: 40 },
    );
  });

  it('forgets any click exactly: as if it had never been made', () => {
    fc.assert(
      fc.property(distinctClicks, item, opinion, (list, film, said) => {
        const without = list.filter(([i]) => i !== film);
        const model = taught([...without.slice(0, 3), [film, said], ...without.slice(3)]);
        model.forget(film);
        expect(model.stateBytes()).toEqual(taught(without).stateBytes());
      }),
      { numRuns: 40 },
    );
  });

  it('changes an opinion as if the old one had been forgotten first', () => {
    fc.assert(
      fc.property(distinctClicks, item, (list, film) => {
        const changed = taught(list);
        changed.answer(film, 'like');
        changed.answer(film, 'dislike');
        const direct = taught(list);
        direct.forget(film);
        direct.answer(film, 'dislike');
        expect(changed.stateBytes()).toEqual(direct.stateBytes());
      }),
      { numRuns: 40 },
    );
  });

  it('is empty again once everything is forgotten, repeated clicks included', () => {
    fc.assert(
      fc.property(clicks, (list) => {
        const model = taught(list);
        for (const film of [...model.opinions.keys()]) model.forget(film);
        expect(model.stateBytes()).toEqual(empty);
        expect(model.memory.cells.every((value) => value === 0)).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  it('ignores forgetting what was never said', () => {
    const model = taught([[filmNamed('Alien', 1979), 'like']]);
    const before = model.stateBytes();
    model.forget(filmNamed('Casablanca', 1942));
    expect(model.stateBytes()).toEqual(before);
  });

  it('leaves a clone untouched', () => {
    const model = taught([[filmNamed('Alien', 1979), 'like']]);
    const clone = model.clone();
    model.answer(filmNamed('Casablanca', 1942), 'dislike');
    expect(clone.stateBytes()).toEqual(taught([[filmNamed('Alien', 1979), 'like']]).stateBytes());
    expect(clone.opinions.size).toBe(1);
  });

  it('holds integers only', () => {
    const model = taught([[filmNamed('Alien', 1979), 'like']]);
    expect(model.memory.cells).toBeInstanceOf(Int32Array);
    expect(encodeMemory(model.memory).length).toBeGreaterThan(0);
  });

  it('writes a positive deviation for every like and a negative one for every dislike', () => {
    fc.assert(
      fc.property(item, opinion, (film, said) => {
        const { cells } = taught([[film, said]]).memory;
        const sign = said === 'like' ? 1 : -1;
        const wrong = cells.filter((value, at) => at % STRIDE === SUM && sign * value < 0);
        expect(wrong.length).toBe(0);
        expect(cells[SUM]).not.toBe(0);
      }),
      { numRuns: 25 },
    );
  });
});
