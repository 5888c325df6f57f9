import { EventEmitter } from 'node:events';
import { expect, test } from 'vitest';
import { guardOutput } from '../../src/cli/guard-output';

function endsOf(...codes: string[]): [number, string | null][] {
  const stream = new EventEmitter();
  const ends: [number, string | null][] = [];
  guardOutput(stream, (code, sentence) => ends.push([code, sentence]));
  for (const code of codes) stream.emit('error', Object.assign(new Error(`write ${code}`), { code }));
  return ends;
}

test('guardOutput: ends without a word, and well, when the reader has read enough', () => {
  expect(endsOf('EPIPE', 'EPIPE', 'EPIPE')).toEqual([[0, null]]);
});

test('guardOutput: ends with one sentence when what is printed cannot be kept', () => {
  expect(endsOf('ENOSPC', 'ENOSPC')).toEqual([
    [2, 'standard output cannot be written: there is no space left.'],
  ]);
});
