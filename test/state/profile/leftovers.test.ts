import fc from 'fast-check';
import { expect, test } from 'vitest';
import { leftoversFile } from '../../../src/state/profile/leftovers';

test('leftovers: make a file of whatever rows hold', () => {
  const ring: Record<string, unknown> = { id: 'ring' };
  ring.self = ring;
  const odd = { n: Number.NaN, big: 7n, bytes: new Uint8Array([1, 2]), at: new Date(0), set: new Set([1]) };
  const file = JSON.parse(
    leftoversFile({ profile: undefined, readable: [], unreadable: [ring, odd] }, '9.9'),
  );
  expect(file).toEqual({
    ...{ format: 'weightless-rows', version: 1, appVersion: '9.9', readable: [] },
    unreadable: [
      { id: 'ring', self: '(holds itself)' },
      { n: 'NaN', big: '7', bytes: [1, 2], at: '1970-01-01T00:00:00.000Z', set: [1] },
    ],
  });
  fc.assert(
    fc.property(
      fc.array(fc.anything({ withBigInt: true, withDate: true, withMap: true, withSet: true })),
      (rows) => {
        const text = leftoversFile({ profile: null, readable: [], unreadable: rows }, '1');
        expect(JSON.parse(text).unreadable).toHaveLength(rows.length);
      },
    ),
  );
});
