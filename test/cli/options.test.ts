import { describe, expect, test } from 'vitest';
import { readLearnOptions } from '../../src/cli/learn/options';
import { readOptions } from '../../src/cli/options';
import { defaultModelsOf } from '../../src/evaluation/recommenders/registry';

describe('readOptions', () => {
  test('asks for the models that run by default, in one run of seed 1, when only a protocol is given', () => {
    const options = readOptions(['--protocol', 'new-user']);
    expect(options?.evaluation).toEqual({
      ...{
        protocol: 'new-user',
        models: defaultModelsOf('new-user'),
        split: 'random',
        feedback: 'stars',
        fit: 'full',
      },
      ...{ join: 'corrected', users: 100, ratings: 50, folds: 5, seed: 1, seeds: 1 },
    });
    expect(options).toMatchObject({ json: false, cache: true, skipSingleRatings: false });
    expect(options?.jobs).toBeGreaterThanOrEqual(1);
  });

  test('splits by time when the protocol does', () => {
    expect(readOptions(['--protocol', 'top-n'])?.evaluation.split).toBe('chronological');
    expect(readOptions(['--protocol', 'prequential'])?.evaluation.split).toBe('chronological');
  });

  test('reads names, numbers and shards when they are given', () => {
    const args = ['--protocol', 'paper', '--models', 'wnn, bias,wnn', '--users', '7', '--ratings', '0'];
    const options = readOptions([...args, '--shard', '2/5', '--seed', '0', '--seeds', '3', '--no-cache']);
    expect(options?.evaluation).toMatchObject({
      models: ['wnn', 'bias'],
      users: 7,
      ratings: 0,
      seed: 0,
      seeds: 3,
    });
    expect(options).toMatchObject({ shard: { index: 2, count: 5 }, cache: false });
  });

  test('takes many files when parts are merged', () => {
    expect(readOptions(['--merge', 'a', 'b', '--json'])).toMatchObject({ merge: ['a', 'b'], json: true });
  });

  test.each([
    ['no protocol', [], /--protocol is missing/],
    ['a stray word', ['--protocol', 'paper', 'fast'], /argument/],
    ['an unknown split', ['--protocol', 'new-user', '--split', 'odd'], /--split.*invalid/],
    [
      'a split the protocol does not have',
      ['--protocol', 'top-n', '--split', 'random'],
      /split chronological or global alone/,
    ],
    ['a number that is none', ['--protocol', 'paper', '--users', 'ten'], /--users.*whole number/],
    ['no jobs', ['--protocol', 'paper', '--jobs', '0'], /--jobs.*whole number/],
    ['one fold', ['--protocol', 'new-user', '--folds', '1'], /--folds.*whole number from 2/],
    ['a single rating to split', ['--protocol', 'paper', '--ratings', '1'], /leaves nothing to test/],
    [
      'an option of another protocol',
      ['--protocol', 'new-user', '--users', '5'],
      /belongs to --protocol paper/,
    ],
    ['likes where stars are measured', ['--protocol', 'paper', '--feedback', 'likes'], /measures stars/],
    ['a shard beyond the last', ['--protocol', 'new-user', '--shard', '3/2'], /--shard.*i\/n/],
    ['clicks for paper', ['--protocol', 'paper', '--feedback', 'clicks'], /clicks does not apply/],
    [
      'a readout of likes',
      ['--protocol', 'new-user', '--feedback', 'likes', '--readout', 'mean'],
      /--readout/,
    ],
    ['a history for paper', ['--protocol', 'paper', '--history', '5'], /--history belongs to/],
    ['a moment for paper', ['--protocol', 'paper', '--split', 'global'], /split random alone/],
    ['options beside merge', ['--merge', 'part.ndjson', '--seed', '2'], /leave out --seed/],
  ])('throws when it is given %s', (_what, args, message) => {
    expect(() => readOptions(args)).toThrow(message);
  });
});

describe('readLearnOptions', () => {
  const line = ['--data', 'ml', '--out', 'one.wlpk'];

  test('refuses what belongs to no option, in one sentence', () => {
    expect(() => readLearnOptions([...line, 'ml-32m'])).toThrow(/^too many arguments[^\n]*$/);
    expect(() => readLearnOptions(['ml-32m'])).toThrow(/required option '--data <path>'/);
  });

  test('takes every file after --merge as a part', () => {
    expect(readLearnOptions([...line, '--merge', 'a.wlpp', 'b.wlpp'])?.merge).toEqual(['a.wlpp', 'b.wlpp']);
  });
});
