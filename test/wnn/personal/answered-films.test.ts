import fc from 'fast-check';
import { expect, test } from 'vitest';
import { AnsweredFilms } from '../../../src/wnn/personal/stars/answered-films';

const FILMS = 200;
const change = fc.record({
  item: fc.nat(FILMS - 1),
  deviation: fc.option(fc.integer({ min: -4000, max: 4000 })),
});

test('answered films: stand in order with what was said last, however many changed between two looks', () => {
  fc.assert(
    fc.property(fc.array(fc.array(change, { maxLength: 90 }), { maxLength: 6 }), (steps) => {
      const held = new Map<number, { deviation: number }>();
      const answered = new AnsweredFilms(FILMS, 0);
      for (const step of steps) {
        for (const { item, deviation } of step) {
          if (deviation === null) held.delete(item);
          else held.set(item, { deviation });
          answered.changed(item);
        }
        answered.follow(held);
        const { count, items, deviations, over, overOf } = answered;
        const order = [...held].sort(([a], [b]) => a - b);
        expect(Array.from(items.subarray(0, count))).toEqual(order.map(([item]) => item));
        expect(Array.from(deviations.subarray(0, count))).toEqual(
          order.map(([, { deviation }]) => deviation),
        );
        expect(over.length).toBeGreaterThanOrEqual(count);
        // What a readout writes of a film is gone with its answer.
        for (const item of held.keys()) overOf[item] = 1;
        expect(overOf.every((value, item) => Number.isNaN(value) !== held.has(item))).toBe(true);
      }
    }),
  );
});
