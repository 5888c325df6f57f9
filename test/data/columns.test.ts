import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  readAscending,
  readLines,
  readNibbles,
  readPlanes,
  writeAscending,
  writeLines,
  writeNibbles,
  writePlanes,
} from '../../src/data/columns';
import { ByteReader, ByteWriter, DamagedBytesError } from '../../src/lib/bytes';

function written(write: (writer: ByteWriter) => void): ByteReader {
  const writer = new ByteWriter();
  write(writer);
  return new ByteReader(writer.finish());
}

const uint32Array = fc.array(fc.nat({ max: 0xffffffff })).map((values) => Uint32Array.from(values));

describe('columns read as they were written', () => {
  test('planes', () => {
    fc.assert(
      fc.property(uint32Array, (values) => {
        const reader = written((writer) => writePlanes(writer, values));
        expect(readPlanes(reader, new Uint32Array(values.length))).toEqual(values);
        expect(reader.remaining).toBe(0);
      }),
    );
  });

  test('nibbles', () => {
    fc.assert(
      fc.property(fc.uint8Array({ max: 15 }), (values) => {
        const reader = written((writer) => writeNibbles(writer, values));
        expect(readNibbles(reader, values.length)).toEqual(values);
        expect(reader.remaining).toBe(0);
      }),
    );
  });

  test('ascending numbers', () => {
    fc.assert(
      fc.property(uint32Array, (unsorted) => {
        const values = unsorted.sort();
        const reader = written((writer) => writeAscending(writer, values));
        expect(readAscending(reader, new Uint32Array(values.length), 0xffffffff)).toEqual(values);
        expect(reader.remaining).toBe(0);
      }),
    );
  });

  test('lines', () => {
    const line = fc.string({ unit: 'grapheme' }).filter((text) => !text.includes('\n'));
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        const reader = written((writer) => writeLines(writer, lines));
        expect(readLines(reader, lines.length)).toEqual(lines);
      }),
    );
  });
});

test('a plane takes no more bytes a value than the largest value needs', () => {
  const size = (values: number[]) =>
    written((writer) => writePlanes(writer, Uint32Array.from(values))).remaining;
  expect(size([0, 0])).toBe(1);
  expect(size([0, 255])).toBe(3);
  expect(size([256, 0])).toBe(5);
  expect(size([0xffffffff, 0])).toBe(9);
});

test('a column wider than its array is refused', () => {
  const reader = written((writer) => writePlanes(writer, Uint32Array.of(70_000)));
  expect(() => readPlanes(reader, new Uint16Array(1))).toThrow(DamagedBytesError);
});

test('a number above the greatest that makes sense is refused', () => {
  const reader = written((writer) => writeAscending(writer, Uint32Array.of(3, 9)));
  expect(() => readAscending(reader, new Uint32Array(2), 8)).toThrow(DamagedBytesError);
});

test('a wrong number of lines is refused, and so is a line with a break', () => {
  const reader = written((writer) => writeLines(writer, ['one', 'two']));
  expect(() => readLines(reader, 3)).toThrow(DamagedBytesError);
  expect(() => writeLines(new ByteWriter(), ['one\ntwo'])).toThrow('line break');
});
