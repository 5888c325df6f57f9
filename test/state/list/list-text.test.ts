import fc from 'fast-check';
import { expect, test } from 'vitest';
import { listAsText } from '../../../src/state/list/list-text';
import { makeCatalogue } from '../../fixtures/small-world';

test('list as text: names the list, then every film with place, year and figure', () => {
  const films = [
    { item: 1, match: 0.834 },
    { item: 0, match: 0.5 },
  ];
  const catalogue = { title: ['M', 'Alien'], year: Uint16Array.of(0, 1979) };
  expect(listAsText('For you', films, catalogue, 'match')).toBe(
    'For you\n\n1. Alien (1979), 83 % match\n2. M, 50 % match\n',
  );
  expect(listAsText('Want to see', [], catalogue, 'match')).toBe('Want to see\n\n');
});

test('list as text: has one line a film, in order, whatever is in the list', () => {
  const catalogue = makeCatalogue(3, 20);
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(19)), fc.double({ min: 0, max: 1, noNaN: true }), (items, match) => {
      const text = listAsText(
        'A list',
        items.map((item) => ({ item, match })),
        catalogue,
        'like it',
      );
      const lines = text.trimEnd().split('\n').slice(2);
      expect(lines.map((line) => /^\d+\. Film (\d+) /.exec(line)?.[1])).toEqual(items.map(String));
      lines.forEach((line, n) => {
        expect(line.startsWith(`${n + 1}. `)).toBe(true);
      });
    }),
  );
});
