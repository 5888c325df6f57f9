import { expect, test } from 'vitest';
import { knownMedian, median, quantile } from './browser-figures';
import { readBrowserOptions, SECTIONS } from './browser-options';

test('bench:browser: measures everything, at full speed and four times slower, unless told otherwise', () => {
  expect(readBrowserOptions([])).toMatchObject({
    only: [...SECTIONS],
    visits: 9,
    clicks: 200,
    slowdowns: [1, 4],
  });
  const asked = readBrowserOptions(['--only', 'clicks, first', '--slowdowns', '1,1', '--out', 'x.json']);
  expect(asked).toMatchObject({ only: ['first', 'clicks'], slowdowns: [1], out: 'x.json' });
});

test.each([
  [['--only', 'all'], 'some of first, clicks, heap, screens'],
  [['--only', 'first,none'], 'some of first'],
  [['--visits', '0'], 'a whole number from 1'],
  [['--slowdowns', '0.5'], 'numbers from 1 to 20'],
  [['--slowdowns', 'fast'], 'numbers from 1 to 20'],
  [['--speed', '2'], 'unknown option'],
])('bench:browser: refuses %j in one message', (args, message) => {
  expect(() => readBrowserOptions(args)).toThrow(message);
});

test('bench:browser: takes quantiles of values, never between them, and none of nothing', () => {
  const values = [5, 1, 4, 2, 3];
  expect([median(values), quantile(values, 0.95), quantile(values, 1), quantile(values, 0)]).toEqual([
    3, 5, 5, 1,
  ]);
  expect(median([4, 1])).toBe(1);
  expect(median([])).toBeNaN();
  expect([knownMedian([null, 3, null, 1, 2]), knownMedian([null])]).toEqual([2, null]);
});
