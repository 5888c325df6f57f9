import fc from 'fast-check';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { csvRecords } from '../../../src/data/read/csv-records';

const read = (text: string) => [...csvRecords(text)];

test('csv records: are those of another reader when cells hold marks, commas and line breaks', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', ' ', ',', '"', '\n', 'é'), maxLength: 6 });
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1 }), (rows) => {
      const text = Papa.unparse(rows, { newline: '\n' });
      expect(read(text).map(({ cells }) => cells)).toEqual(rows);
      expect(read(`${text}\n`).map(({ cells }) => cells)).toEqual(rows);
    }),
  );
});

test('csv records: begin in the line where a file has them when cells hold line breaks and lines are blank', () => {
  const text = 'a,b\n\n"c\nd",e\n  \n"f ""\n"" g",h\ni,j';
  expect(read(text).map(({ line, cells }) => [line, ...cells])).toEqual([
    [1, 'a', 'b'],
    [3, 'c\nd', 'e'],
    [6, 'f "\n" g', 'h'],
    [8, 'i', 'j'],
  ]);
});

test('csv records: end with a broken one when a mark is not closed or closes inside a cell', () => {
  expect(read('a,b\n"c,d\ne,f\n')).toMatchObject([{ broken: false }, { line: 2, broken: true }]);
  expect(read('a,b\n"c"d,e\nf,g\n')).toMatchObject([{ broken: false }, { line: 2, broken: true }]);
});

test('csv records: take what is read of a hostile text and no more', () => {
  const marks = `"${'"b'.repeat(2_000_000)}`;
  const [record] = read(marks);
  expect(record.broken).toBe(true);
  expect(record.cells).toHaveLength(1);
});
