import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dateColumn, readDate } from '../../../src/data/import/dates';

const noon = (date: string) => Date.parse(`${date}T12:00:00Z`);

test.each<[string, number | undefined]>([
  ['2024-02-29', noon('2024-02-29')],
  ['2023-02-29', undefined],
  ['1900-02-29', undefined],
  ['2000-02-29', noon('2000-02-29')],
  ['2020-01-15T00:00:00.000Z', noon('2020-01-15')],
  ['2020-01-15T20:30:00.000Z', Date.UTC(2020, 0, 15, 20, 30)],
  ['2020-01-15T20:30:00+02:00', Date.UTC(2020, 0, 15, 18, 30)],
  ['2005-04-02 23:53:47', Date.UTC(2005, 3, 2, 23, 53, 47)],
  ['2005-04-02 23:53:47 UTC', Date.UTC(2005, 3, 2, 23, 53, 47)],
  ['Sun Mar  1 00:00:00 2015', noon('2015-03-01')],
  ['Sat Dec 31 13:05:00 2016', Date.UTC(2016, 11, 31, 13, 5)],
  ['Mar 1, 2015', noon('2015-03-01')],
  ['1 March 2015', noon('2015-03-01')],
  ['1-Mar-2015', noon('2015-03-01')],
  ['978300760', 978300760000],
  ['1578300760123', 1578300760123],
  ['2020-13-01', undefined],
  ['2020-01-01T25:00:00Z', undefined],
  ['1 Foo 2015', undefined],
  ['', undefined],
  ['yesterday', undefined],
])('dates: %s is %s', (text, time) => {
  expect(readDate(text)).toBe(time);
});

test('dates: are read again when any day is written in any of the ways', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 40_000 }), fc.boolean(), (days, isAmerican) => {
      const time = days * 86_400_000;
      const [year, month, day] = new Date(time).toISOString().slice(0, 10).split('-');
      expect(readDate(`${year}-${month}-${day}`)).toBe(time + 43_200_000);
      const written = isAmerican ? `${month}/${day}/${year}` : `${day}/${month}/${year}`;
      const column = dateColumn([written, isAmerican ? '12/31/2020' : '31/12/2020']);
      expect(column.read(written)).toBe(time + 43_200_000);
      expect(column.isAmbiguous).toBe(false);
    }),
  );
});

test('columns: are ambiguous when no cell tells day from month, or two tell otherwise', () => {
  expect(dateColumn(['03/04/2020', '05/06/2020']).isAmbiguous).toBe(true);
  expect(dateColumn(['31/12/2020', '12/31/2020']).isAmbiguous).toBe(true);
  expect(dateColumn(['03.04.2020']).read('03.04.2020')).toBe(noon('2020-04-03'));
  expect(dateColumn(['05/05/2020', '']).isAmbiguous).toBe(false);
  expect(dateColumn(['05/05/2020', '']).read('05/05/2020')).toBe(noon('2020-05-05'));
});
