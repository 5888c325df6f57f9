import fc from 'fast-check';
import { expect, test } from 'vitest';
import { byDay, dayField, dayName, dayOf, readDayField } from '../../src/ui/ratings/days';

const times = fc.integer({ min: Date.UTC(1971, 0, 1), max: Date.UTC(2099, 0, 1) });

test('a day holds its moment, starts at midnight, and is what its date field says', () => {
  fc.assert(
    fc.property(times, (time) => {
      const day = dayOf(time);
      expect(day.from).toBeLessThanOrEqual(time);
      expect(day.to).toBeGreaterThan(time);
      expect(new Date(day.from).getHours()).toBe(0);
      expect(readDayField(dayField(time))).toEqual(day);
      expect(dayOf(day.to - 1)).toEqual(day);
    }),
  );
  expect(readDayField('')).toBeNull();
  expect(dayName(new Date(2026, 4, 12, 14).getTime())).toBe('12 May 2026');
});

test('things of one day in a row stand together, in their order', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 5 }).map((day) => ({ time: day * 86_400_000 }))),
      (things) => {
        const days = byDay(things);
        expect(days.flatMap((day) => day.things)).toEqual(things);
        for (const { day, things: own } of days) {
          for (const { time } of own) expect(time >= day.from && time < day.to).toBe(true);
        }
        for (let n = 1; n < days.length; n++) expect(days[n].day).not.toEqual(days[n - 1].day);
      },
    ),
  );
});
