import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ROOT } from '../../scripts/child.mjs';
import { compareFigures, compareResults } from '../bench/suite/compare';
import { withTable } from '../bench/suite/documents';
import type { Group } from '../bench/suite/groups/group';
import { spreadOf, timesOf } from '../bench/suite/harness';
import { readBenchOptions } from '../bench/suite/options';
import { makeLog, makePerson } from '../bench/suite/person';
import {
  type BenchResult,
  type Figure,
  figureOf,
  readResult,
  resultOf,
  writeResult,
} from '../bench/suite/result';
import { comparisonText, shortTable, tablesOf, toMarkdown } from '../bench/suite/tables';
import { bundledFilms, libraryWith } from '../bench/suite/world';

describe('spreadOf', () => {
  test('spreadOf: gives median and quartiles, between two values where there is none', () => {
    expect(spreadOf([5])).toEqual({ low: 5, median: 5, high: 5, runs: 1 });
    expect(spreadOf([4, 1, 3, 2])).toEqual({ low: 1.75, median: 2.5, high: 3.25, runs: 4 });
    expect(spreadOf([9, 1, 5, 3, 7])).toEqual({ low: 3, median: 5, high: 7, runs: 5 });
    expect(() => spreadOf([])).toThrow(RangeError);
  });

  test('spreadOf: leaves a quarter of the values on either side of the quartiles, whatever their order', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ noNaN: true, min: 0, max: 1e6 }), { minLength: 1 }), (values) => {
        const { low, median, high } = spreadOf(values);
        expect(low).toBeLessThanOrEqual(median);
        expect(median).toBeLessThanOrEqual(high);
        const most = Math.floor((values.length - 1) / 4) + 1;
        expect(values.filter((value) => value < low).length).toBeLessThanOrEqual(most);
        expect(values.filter((value) => value > high).length).toBeLessThanOrEqual(most);
        expect(spreadOf(values.toReversed())).toEqual({ low, median, high, runs: values.length });
      }),
    );
  });
});

describe('timesOf', () => {
  test('timesOf: leaves out the warm-up and what is prepared, and waits for promises', async () => {
    let now = 0;
    const times = await timesOf(
      {
        runs: { warmUp: 2, least: 3, most: 3 },
        prepare: (run) => {
          now += 1000;
          return run;
        },
        work: async (prepared, run) => {
          await Promise.resolve();
          now += prepared === run ? 10 * run : Number.NaN;
        },
      },
      () => now,
    );
    expect(times).toEqual([20, 30, 40]);
  });

  test('timesOf: stops at its budget, but never before the least number of runs', async () => {
    let now = 0;
    const runs = { warmUp: 0, least: 15, most: 100, budgetMs: 100 };
    const work = (millis: number) => () => {
      now += millis;
    };
    expect(await timesOf({ runs, work: work(50) }, () => now)).toHaveLength(15);
    expect(await timesOf({ runs, work: work(4) }, () => now)).toHaveLength(25);
    expect(await timesOf({ runs, work: work(0.1) }, () => now)).toHaveLength(100);
  });
});

const machine = {
  ...{ cpu: 'made up', cores: 2, memoryGB: 8, os: 'none', node: 'v0' },
  ...{ loadBefore: 0, loadAfter: 0.5 },
};

const figure = (median: number, spread: number, other: Partial<Figure> = {}): Figure => ({
  ...{ group: 'model', name: 'learn a film', unit: 'µs', ratings: 1000, films: 9066 },
  ...{ median, low: median - spread / 2, high: median + spread / 2, runs: 20 },
  ...other,
});

describe('compareFigures', () => {
  test('compareFigures: marks what grew beyond the quartiles of both runs, and nothing within them', () => {
    const stored = figure(10, 1);
    expect(compareFigures(figure(11.9, 1), stored).change).toBeNull();
    expect(compareFigures(figure(12.1, 1), stored)).toMatchObject({ change: 'worse', ratio: 1.21 });
    expect(compareFigures(figure(8.1, 1), stored).change).toBeNull();
    expect(compareFigures(figure(7.9, 1), stored).change).toBe('better');
    expect(compareFigures(figure(12.1, 4), stored).change).toBeNull();
  });

  test('compareFigures: takes a twentieth for noise, and a quarter of few runs', () => {
    expect(compareFigures(figure(10.4, 0), figure(10, 0)).change).toBeNull();
    expect(compareFigures(figure(10.6, 0), figure(10, 0)).change).toBe('worse');
    expect(compareFigures(figure(12.4, 0, { runs: 1 }), figure(10, 0)).change).toBeNull();
    expect(compareFigures(figure(12.6, 0), figure(10, 0, { runs: 1 })).change).toBe('worse');
  });

  test('compareFigures: is glad where more is better, and strict about bytes', () => {
    const [times, bytes] = [{ unit: 'times' } as const, { unit: 'bytes' } as const];
    expect(compareFigures(figure(3, 0, times), figure(2, 0, times)).change).toBe('better');
    expect(compareFigures(figure(1, 0, times), figure(2, 0, times)).change).toBe('worse');
    expect(compareFigures(figure(1001, 0, bytes), figure(1000, 0, bytes)).change).toBe('worse');
  });

  test('compareResults: holds equal figures to each other, and tells those of one alone', () => {
    const now = resultOf(machine, [figure(2, 0), figure(5, 0, { films: 30_000 })]);
    const then = resultOf(machine, [figure(1, 0), figure(7, 0, { unit: 'ms' })]);
    const compared = compareResults(now, then);
    expect(compared.both.map(({ ratio }) => ratio)).toEqual([2]);
    expect(compared.added).toEqual([now.figures[1]]);
    expect(compared.gone).toEqual([then.figures[1]]);
    const text = comparisonText(compared, now, { ...then, machine: { ...machine, cpu: 'another' } });
    expect(text).toContain('1 figures: 1 worse and 0 better beyond the noise. 1 are new. 1 of the stored');
    expect(text).toContain('The machines differ');
    expect(text).toMatch(/learn a film +1,000 ratings +9,066 films +1 +2 +µs +2\.00 +WORSE/);
  });
});

describe('a stored result', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'bench-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  const result = resultOf(machine, [
    figureOf(
      { group: 'model', name: 'learn a film', unit: 'µs' },
      { median: 1 / 3, low: 0.3, high: 0.4, runs: 15 },
    ),
  ]);
  const stored = (text: string) => {
    const path = join(folder, 'result.json');
    writeFileSync(path, text);
    return path;
  };
  const changed = (change: object) => stored(JSON.stringify({ ...result, ...change }));

  test('readResult: reads what was written, to four digits', () => {
    expect(readResult(stored(writeResult(result)))).toEqual(result);
    expect(result.figures[0].median).toBe(0.3333);
  });

  test('readResult: says in a sentence what is wrong with a file', () => {
    expect(() => readResult(join(folder, 'none.json'))).toThrow(
      /none\.json cannot be read: there is no such file/,
    );
    expect(() => readResult(folder)).toThrow('it is a folder');
    expect(() => readResult(stored('oh'))).toThrow('is no result of this bench: it is not JSON.');
    expect(() => readResult(changed({ format: 'other' }))).toThrow(
      'does not say that it is weightless-bench',
    );
    expect(() => readResult(changed({ version: 2 }))).toThrow('of version 2, and this bench reads version 1');
    const damaged = [{ ...result.figures[0], median: 'fast' }];
    expect(() => readResult(changed({ figures: damaged }))).toThrow(
      'figures.0.median is not as it should be',
    );
  });

  test('bench: answers bad input with one sentence and code 2, before it measures', async () => {
    const bench = (...args: string[]) =>
      new Promise<{ code: unknown; stderr: string }>((resolve) => {
        const command = ['--import', 'tsx', join(ROOT, 'test/bench/bench.ts'), ...args];
        execFile(process.execPath, command, { cwd: ROOT }, (error, _stdout, stderr) =>
          resolve({ code: error?.code ?? 0, stderr }),
        );
      });
    const { code, stderr } = await bench('--wisard', '--against', join(folder, 'none.json'));
    expect(code).toBe(2);
    expect(stderr).toBe(`bench: ${join(folder, 'none.json')} cannot be read: there is no such file.\n`);
  });
});

describe('readBenchOptions', () => {
  const groups = ['first', 'wisard', 'slow'].map(
    (name): Group => ({
      ...{ name, about: name, byDefault: name !== 'slow' },
      measure: async () => [],
    }),
  );
  const read = (...args: string[]) => readBenchOptions(args, groups, 9066);
  const names = (...args: string[]) => {
    const options = read(...args);
    return options?.kind === 'measure' ? options.groups.map(({ name }) => name) : null;
  };

  test('readBenchOptions: takes all groups but the slow ones, or those that are named', () => {
    expect(names()).toEqual(['first', 'wisard']);
    expect(names('--only', 'slow, first')).toEqual(['first', 'slow']);
    expect(names('--wisard')).toEqual(['wisard']);
    expect(read('--sizes', '200,50,200', '--films', '30000')).toMatchObject({
      sizes: { ratings: [50, 200], films: [30_000] },
    });
    expect(read('--table', 'x.json')).toEqual({ kind: 'table', file: 'x.json' });
  });

  test.each([
    [['--only', 'fast'], 'There is no group "fast". Groups: first, wisard, slow.'],
    [['--only', 'slow', '--wisard'], 'leave out one of them'],
    [['--sizes', '0'], 'whole numbers from 1 to 8566'],
    [['--sizes', '50,many'], 'whole numbers'],
    [['--films', '100'], 'whole numbers from 9066 to 120000'],
    [['--table', 'x.json', '--json'], '--table measures nothing: leave out --json'],
    [['--document', 'x.json', '--wisard'], '--document measures nothing: leave out --wisard'],
    [['--out'], 'argument missing'],
    [['--quick'], 'unknown option'],
    [['now'], 'too many arguments'],
  ])('readBenchOptions: refuses %j in a sentence', (args, sentence) => {
    expect(() => read(...args)).toThrow(sentence);
  });
});

describe('tables', () => {
  const result: BenchResult = resultOf(machine, [
    figure(1234.5, 0, { ratings: 50 }),
    figure(3.456, 0),
    figure(20, 0, { films: 30_000 }),
    figure(0.5, 0, { group: 'wisard', name: 'learn an input', ratings: undefined, films: undefined }),
  ]);

  test('tablesOf: has a table for each number of films, and one where sizes play no part', () => {
    expect(tablesOf(result)).toEqual([
      {
        title: 'model, 9,066 films',
        rows: [
          ['', '50 ratings', '1,000 ratings'],
          ['learn a film, µs', '1,235', '3.46'],
        ],
      },
      {
        title: 'model, 30,000 films',
        rows: [
          ['', '1,000 ratings'],
          ['learn a film, µs', '20'],
        ],
      },
      {
        title: 'wisard',
        rows: [
          ['', 'median'],
          ['learn an input, µs', '0.5'],
        ],
      },
    ]);
  });

  test('shortTable: tells of a thousand ratings and of WiSARD', () => {
    const text = shortTable(result);
    expect(text).toContain('9,066 films');
    expect(text).toContain('30,000 films');
    expect(text).toContain('learn an input 0.5 µs');
    expect(text).not.toContain('1,235');
  });

  test('toMarkdown: pads its columns, and numbers stand to the right', () => {
    expect(
      toMarkdown([
        ['', 'films'],
        ['a', '1'],
      ]),
    ).toBe(['|     | films |', '| --- | ----: |', '| a   |     1 |'].join('\n'));
  });

  test('withTable: replaces what stands between the marks, and nothing else', () => {
    const text = readFileSync(join(ROOT, 'docs/speed.md'), 'utf8');
    const other = withTable(text, 'another table');
    expect(other).toContain('-->\n\nanother table\n\n<!--');
    expect(withTable(other, 'x')).toBe(withTable(text, 'x'));
    expect(() => withTable('no place', 'x')).toThrow('no place for a table');
  });
});

describe('a larger catalogue', () => {
  const films = bundledFilms() + 3000;

  test('libraryWith: leaves the bundled films as they are and adds others of their shape', () => {
    const [base, grown] = [libraryWith(bundledFilms()), libraryWith(films)];
    const { bank } = grown.network;
    expect(grown.catalogue.count).toBe(films);
    expect(grown.itemOf.size).toBe(films);
    expect(bank.itemCount).toBe(films);
    expect(bank.firstCell).toEqual(base.network.bank.firstCell);
    const own = base.catalogue.count;
    let like = 0;
    for (let t = 0; t < bank.nodeCount; t++) {
      const at = (item: number) => bank.cell[t * films + item];
      for (let item = 0; item < own; item++) {
        if (at(item) !== base.network.bank.cell[t * own + item]) throw new Error('A bundled film has moved.');
      }
      for (let copy = 0; copy < 3000; copy++) if (at(own + copy) === at(copy)) like++;
    }
    expect(like / (3000 * bank.nodeCount)).toBeGreaterThan(0.75);
    expect(like / (3000 * bank.nodeCount)).toBeLessThan(0.95);
    const sum = (values: Uint32Array) => values.reduce((total, value) => total + value, 0);
    expect(sum(grown.effects.ratings.subarray(own))).toBeLessThan(
      0.3 * sum(grown.effects.ratings.subarray(0, own)),
    );
    expect(grown.network.checksum).not.toBe(base.network.checksum);
  });

  test('makePerson and makeLog: are the same each time, and rate distinct films that exist', () => {
    const library = libraryWith(films);
    const [first, second] = [0, 1].map(() => makePerson(library, 300));
    expect(first.model.answers.size).toBe(300);
    expect(second.model.stateBytes()).toEqual(first.model.stateBytes());
    const log = makeLog(library, 400);
    expect(log).toEqual(makeLog(library, 400));
    expect(log).toHaveLength(400);
    expect(log.every(({ movieId }) => library.itemOf.has(movieId))).toBe(true);
    expect(new Set(log.map(({ kind }) => kind))).toEqual(
      new Set(['like', 'so-so', 'dislike', 'watch', 'undo', 'redo']),
    );
  });
});
