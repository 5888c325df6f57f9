import { expect, test } from 'vitest';
import { readTortureOptions, WrongArgumentError } from './options';

test('torture options: are those of the promise when none are given', () => {
  expect(readTortureOptions([])).toEqual({ kills: 200, seed: 1, clicks: 500, tabs: 2 });
});

test('torture options: are taken when they are given', () => {
  const args = ['--kills', '3', '--seed', '0', '--clicks', '7', '--tabs', '4'];
  expect(readTortureOptions(args)).toEqual({ kills: 3, seed: 0, clicks: 7, tabs: 4 });
});

test.each([
  [['--kills', 'many'], 'from 1'],
  [['--kills', '0'], 'from 1'],
  [['--tabs', '1'], 'from 2 to 8'],
  [['--clicks', '-5'], 'from 1'],
  [['--kill', '3'], '--kill'],
  [['--seed'], '--seed'],
  [['200'], 'too many arguments'],
])('torture options: are refused in a sentence when they are %j', (args, words) => {
  expect(() => readTortureOptions(args)).toThrow(WrongArgumentError);
  expect(() => readTortureOptions(args)).toThrow(words);
});
