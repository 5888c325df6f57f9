import { describe, expect, test } from 'vitest';
import { partLine, type RunIdentity, readParts } from '../../src/cli/parts';
import { type ModelPart, RESULT_VERSION } from '../../src/evaluation/types';
import { optionsOf } from '../evaluation/small-data';

const RUN: RunIdentity = {
  ...{ version: RESULT_VERSION, data: '01234567', code: 'abc', films: 60, units: 2 },
  options: optionsOf({ models: ['bias'], folds: 2 }),
};
const part = (fold: number): ModelPart => ({
  ...{ model: 'bias', seed: 1, fold, skipped: 0, fitMs: 0.1, trainMs: 2, predictMs: 3e-7 },
  users: [{ user: 0, ratings: 5, tallies: { rmse: [0.1 + 0.2, 5], mae: [5e-324, 5] } }],
});
const LINES = [partLine(RUN, part(1)), partLine(RUN, part(2))];
const read = (...lines: string[]) => readParts([{ name: 'a.ndjson', text: lines.join('\n') }]);

test('parts: are read as they were written, in any order, twice or once', () => {
  const { run, parts } = read(LINES[1], '', LINES[0], LINES[0]);
  expect(run).toEqual(RUN);
  expect(parts).toEqual([part(2), part(1)]);
});

describe('parts are refused with file and line when', () => {
  test.each<[string, string[], string]>([
    ['they are of another kind', ['{"a":1}'], 'a.ndjson, line 1: this is not a part of a run'],
    ['a line is cut', [LINES[0], LINES[1].slice(0, 99)], 'a.ndjson, line 2: this is not a part of a run'],
    ['a fold is altered', [LINES[0].replace('"fold":1', '"fold":2')], 'does not match its checksum'],
    ['a figure is altered', [LINES[0].replace('"ratings":5', '"ratings":6')], 'does not match its checksum'],
    ['an option is altered', [LINES[0].replace('"folds":2', '"folds":1')], 'does not match its checksum'],
    ['a checksum is lacking', [LINES[0].replace(/,"check":"[^"]*"/, '')], 'written by another version'],
    ['one is missing', [LINES[0]], '1 of 2 parts are missing'],
    ['there are none', [''], 'There are no parts to merge'],
  ])('%s', (_when, lines, words) => {
    expect(() => read(...lines)).toThrow(words);
  });
});
