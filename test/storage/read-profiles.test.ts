import fc from 'fast-check';
import { expect, test } from 'vitest';
import { freeName, readProfiles } from '../../src/storage/read-profiles';

const anything = fc.oneof(
  fc.anything(),
  fc.constantFrom(Number.NaN, -1, 2 ** 53, '', '  ', 'Ada', 'ada', '__proto__'),
);
const row = fc.record(
  {
    id: fc.oneof(fc.uuid(), anything),
    name: anything,
    createdAt: anything,
    order: anything,
    erasures: anything,
  },
  { requiredKeys: [] },
);

test('reading profiles: gives a sound profile for every row with an id, whatever else is in it, and mends only once', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(row, anything)), (rows) => {
      const { list, mended } = readProfiles(rows);
      const ids = rows.flatMap((found) => {
        const id = (found as { id?: unknown } | null | undefined)?.id;
        return typeof found === 'object' && typeof id === 'string' && id !== '' ? [id] : [];
      });
      expect(list.map(({ id }) => id).sort()).toEqual(ids.sort());
      for (const { name, order, createdAt, erasures = 0 } of list) {
        expect(name.trim()).not.toBe('');
        expect([...name].length).toBeLessThanOrEqual(40);
        expect(order >= 0 && createdAt >= 0 && Number.isSafeInteger(erasures)).toBe(true);
      }
      expect(mended.length).toBeLessThanOrEqual(list.length);
      expect(readProfiles(list)).toEqual({ list, mended: [] });
    }),
  );
});

test('free names: number a name that is taken, whatever the case, and stay within 40 characters', () => {
  const long = 'x'.repeat(40);
  expect(freeName('Ada', [])).toBe('Ada');
  expect(freeName('Ada', [{ name: 'ADA' }, { name: 'Ada 2' }])).toBe('Ada 3');
  expect(freeName(long, [{ name: long }])).toBe(`${'x'.repeat(38)} 2`);
});
