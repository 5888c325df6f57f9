import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { readOptions } from '../../../src/cli/options';
import { defaultModelsOf, modelsOf } from '../../../src/evaluation/recommenders/registry';
import { PROTOCOLS, READOUTS } from '../../../src/evaluation/types';
import {
  type CompareSettings,
  commandOf,
  defaultSettings,
  describeSettings,
  proposedSettings,
  readSettings,
  runsOf,
  tidySettings,
  toOptions,
  writeSettings,
  yardsticksOf,
} from '../../../src/state/compare/settings';

const arbitrarySettings: fc.Arbitrary<CompareSettings> = fc.constantFrom(...PROTOCOLS).chain((protocol) =>
  fc
    .record({
      protocol: fc.constant(protocol),
      models: fc.subarray(modelsOf(protocol)),
      split: fc.constantFrom('random' as const, 'chronological' as const),
      feedback: fc.constantFrom('stars' as const, 'likes' as const, 'clicks' as const),
      readout: fc.constantFrom(...READOUTS),
      fit: fc.constantFrom('quick' as const, 'full' as const),
      join: fc.constantFrom('corrected' as const, 'published' as const),
      users: fc.integer({ min: 1, max: 5000 }),
      ratings: fc.integer({ min: 0, max: 500 }),
      folds: fc.integer({ min: 2, max: 20 }),
      seed: fc.nat(0x7fffffff),
      seeds: fc.integer({ min: 1, max: 20 }),
      table: fc.constant(false),
    })
    .map(tidySettings),
);

/** What does not belong to a protocol is not said in its address. */
const relevant = ({ protocol, users, ratings, join, ...rest }: CompareSettings) =>
  protocol === 'paper' ? { protocol, users, ratings, join, ...rest } : { protocol, ...rest };

test('readSettings: gives back the settings when it reads what writeSettings wrote', () => {
  fc.assert(
    fc.property(arbitrarySettings, (settings) => {
      expect(relevant(readSettings(writeSettings(settings)))).toEqual(relevant(settings));
    }),
  );
});

test('commandOf: asks the command line for the same run when its options are read', () => {
  fc.assert(
    fc.property(arbitrarySettings, (settings) => {
      const [, , , , ...args] = commandOf(settings, null).split(' ');
      const asked = readOptions(args)?.evaluation;
      const { users, ratings, join, ...options } = toOptions(settings);
      expect(asked).toMatchObject(
        settings.protocol === 'paper' ? { ...options, users, ratings, join } : options,
      );
    }),
  );
});

test('commandOf: names the models when the page leaves some out that the command line runs', () => {
  const settings = defaultSettings('prequential');
  expect(defaultModelsOf('prequential')).not.toEqual(settings.models);
  const [, , , , ...args] = commandOf(settings, null).split(' ');
  expect(readOptions(args)?.evaluation.models).toEqual(settings.models);
});

test('readSettings: gives settings that can be run when the address is anything else', () => {
  fc.assert(
    fc.property(
      fc.string(),
      fc.constantFrom('users', 'seed', 'models', 'protocol', 'folds'),
      (text, name) => {
        const settings = readSettings(`${name}=${encodeURIComponent(text)}&${text}`);
        expect(PROTOCOLS).toContain(settings.protocol);
        expect(tidySettings(settings)).toEqual(settings);
        expect(settings.models).toEqual(expect.arrayContaining(yardsticksOf(settings.protocol)));
      },
    ),
  );
  expect(readSettings('')).toEqual(defaultSettings('paper'));
});

test('readSettings: takes stars and the published readout for meant when an address says neither', () => {
  for (const protocol of PROTOCOLS) {
    expect(readSettings(`protocol=${protocol}&seed=3`)).toMatchObject({
      feedback: 'stars',
      readout: 'published',
    });
  }
});

test('proposedSettings: are clicks and one window for all where these matter, and an address says so', () => {
  const said = PROTOCOLS.map((protocol) => {
    const { feedback, readout } = proposedSettings(protocol);
    const address = new URLSearchParams(writeSettings(proposedSettings(protocol)));
    return [protocol, feedback, readout, address.get('feedback'), address.get('readout')];
  });
  expect(said).toEqual([
    ['paper', 'stars', 'window', null, 'window'],
    ['new-user', 'clicks', 'window', 'clicks', 'window'],
    ['prequential', 'clicks', 'window', 'clicks', 'window'],
    ['top-n', 'clicks', 'published', 'clicks', null],
  ]);
});

test('describeSettings: says what systems answer with, also when a kept run does not', () => {
  const { readout: _, ...kept } = defaultSettings('paper');
  expect(describeSettings(kept)).toBe(
    '100 users × 50 ratings, corrected join, readouts as published, seed 1',
  );
  expect(describeSettings(proposedSettings('paper'))).toContain('one window for all');
  expect(describeSettings(proposedSettings('new-user'))).toContain('taught clicks, one window for all');
});

test('tidySettings: adds the yardsticks when they are not among the models', () => {
  expect(tidySettings({ ...defaultSettings('paper'), models: ['wnn'] }).models).toEqual([
    'constant',
    'user-constant',
    'wnn',
  ]);
});

test('runsOf: gives three rows under both joins when the settings are the table of the paper', () => {
  const settings = readSettings('protocol=paper&table=paper&seed=4');
  const rows = runsOf(settings).map(({ users, ratings, join, seed }) => [users, ratings, join, seed]);
  expect(rows).toEqual([
    [100, 50, 'published', 4],
    [100, 0, 'published', 4],
    [200, 0, 'published', 4],
    [100, 50, 'corrected', 4],
    [100, 0, 'corrected', 4],
    [200, 0, 'corrected', 4],
  ]);
  expect(readSettings(writeSettings(settings))).toEqual(settings);
  expect(commandOf(settings, null).split(' && ')).toHaveLength(6);
});

test('commandOf: names the folder, quoted where a shell needs it, when the data are a person’s own', () => {
  const settings = defaultSettings('top-n');
  expect(commandOf(settings, { folder: 'ml-1m', skipSingleRatings: false })).toMatch(/ --data ml-1m$/);
  expect(commandOf(settings, { folder: '-x.zip', skipSingleRatings: false })).toMatch(/ --data \.\/-x\.zip$/);
  expect(commandOf(settings, { folder: "Ann's films $1", skipSingleRatings: true })).toMatch(
    / --data 'Ann'\\''s films \$1' --skip-single-ratings$/,
  );
});
