import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Rows, readRatingLines } from '../../../../src/data/read/ratings/rating-lines';
import { streamRatings } from '../../../../src/data/read/ratings/stream-ratings';

const itemOf = new Map(Array.from({ length: 20 }, (_, i) => [i + 1, i]));
const ending = fc.constantFrom('\n', '\r\n', '\n\n');
const rating = fc.tuple(fc.nat(30), fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 10 }), ending);

function textOf(rows: [number, number, number, string][], last: boolean): string {
  const lines = rows.map(([user, film, half, end]) => `${user},${film},${half / 2},${1000 + user}${end}`);
  const text = `userId,movieId,rating,timestamp\n${lines.join('')}`;
  return last ? text : text.replace(/[\r\n]+$/, '');
}

function streamed(text: string, cuts: readonly number[]) {
  const bytes = new TextEncoder().encode(text);
  const taken: number[][] = [];
  const take = (rows: Rows) => {
    for (let r = 0; r < rows.count; r++)
      taken.push([rows.user[r], rows.item[r], rows.halfStars[r], rows.timestamp[r], rows.line[r]]);
  };
  const stream = streamRatings('ratings.csv', itemOf, 'csv', take);
  const edges = [...new Set([0, ...cuts.map((cut) => cut % (bytes.length + 1)), bytes.length])].sort(
    (a, b) => a - b,
  );
  for (let k = 1; k < edges.length; k++) stream.push(bytes.subarray(edges[k - 1], edges[k]));
  stream.end();
  return taken;
}

test('stream of ratings: gives what the whole file gives, with its lines, wherever it is cut', () => {
  fc.assert(
    fc.property(
      fc.array(rating, { minLength: 1, maxLength: 40 }),
      fc.boolean(),
      fc.array(fc.nat(2000)),
      (rows, last, cuts) => {
        const text = textOf(rows, last);
        const whole = readRatingLines(new TextEncoder().encode(text), 'ratings.csv', itemOf, 'csv');
        const expected = Array.from({ length: whole.count }, (_, r) => [
          ...[whole.user[r], whole.item[r], whole.halfStars[r], whole.timestamp[r], whole.line[r]],
        ]);
        expect(streamed(text, cuts)).toEqual(expected);
      },
    ),
  );
});

test('stream of ratings: names the line of the file when one is wrong in a later piece', () => {
  const lines = Array.from({ length: 50 }, (_, n) => (n === 40 ? '1,2,4.7,5' : '1,2,4,5'));
  const text = `userId,movieId,rating,timestamp\n${lines.join('\n')}\n`;
  expect(() => streamed(text, [100, 200, 300])).toThrow('ratings.csv, line 42');
});

test('stream of ratings: refuses what has no line ends when it grows too long', () => {
  const stream = streamRatings('ratings.csv', itemOf, 'csv', () => {});
  expect(() => {
    for (let n = 0; n < 3; n++) stream.push(new Uint8Array(50_000).fill(65));
  }).toThrow('longer than 100,000 bytes');
});
