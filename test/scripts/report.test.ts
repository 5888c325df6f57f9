import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commandFile, ROOT } from '../../scripts/child.mjs';
import { assemble, difference, sectionOf } from '../../scripts/report/document';
import { figure, TIMING_MARK, withInterval } from '../../scripts/report/markdown';
import { rankChart } from '../../scripts/report/rank-chart';
import type { Measured, Section } from '../../scripts/report/section';
import { runBlocks, runChart } from '../../scripts/report/tables';
import { writeReport } from '../../scripts/report/write-report';
import { RESULT_VERSION } from '../../src/evaluation/types';
import { catalogueOf, optionsOf, randomRows } from '../evaluation/small-data';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'weightless-report-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** A run of three models whose figures were made up. */
function madeUpRun(): Measured {
  const options = optionsOf({
    protocol: 'new-user',
    models: ['hybrid', 'ridge', 'weighted-paper'],
    split: 'chronological',
    feedback: 'clicks',
  });
  const shared = {
    ...{
      protocol: options.protocol,
      split: options.split,
      feedback: options.feedback,
      version: RESULT_VERSION,
    },
    ...{ users: 671, ratings: 20256, folds: 5, seed: 1, seeds: 1, fitMs: 1, trainMs: 1, predictMs: 1 },
  };
  return {
    command: 'npm run --silent evaluate -- --protocol new-user',
    options,
    result: {
      models: [
        { ...shared, model: 'hybrid', rmse: 0.84133, auc: 0.69 },
        { ...shared, model: 'ridge', rmse: 0.85051, auc: 0.71 },
        { ...shared, model: 'weighted-paper', rmse: 1.6 },
      ],
      comparisons: [
        { compare: ['hybrid', 'ridge'], metric: 'rmse', ratio: 0.9892, low: 0.984, high: 0.9939 },
        { compare: ['hybrid', 'ridge'], metric: 'auc', difference: -0.02, low: -0.03, high: -0.01 },
        { compare: ['hybrid', 'weighted-paper'], metric: 'rmse', ratio: 0.52583, low: 0.5, high: 0.55 },
      ],
    },
    intervals: new Map([
      ['hybrid', { low: 0.83, high: 0.852 }],
      ['ridge', { low: 0.84, high: 0.861 }],
      ['weighted-paper', { low: 1.5, high: 1.7 }],
    ]),
  };
}

const RUN_AS_WRITTEN = `\`\`\`sh
npm run --silent evaluate -- --protocol new-user
\`\`\`

671 users, 20,256 test ratings, seed 1, 5 folds. Known leaks: TMDB votes are younger than the ratings. The split in time is per user: other users' later ratings are seen. MovieLens times are when people filled in a form: part of what recency gains is the order in which the site showed films.

| model | RMSE, 95 % | AUC |
| --- | ---: | ---: |
| hybrid | .8413 [.8300, .8520] | .6900 |
| ridge | .8505 [.8400, .8610] | .7100 |
| weighted-paper | 1.6000 [1.5000, 1.7000] |  |

| model | hybrid over it, RMSE | hybrid less it, AUC |
| --- | ---: | ---: |
| ridge | .9892 [.9840, .9939] | -.0200 [-.0300, -.0100] |
| weighted-paper | .5258 [.5000, .5500] |  |

By RMSE, hybrid is ahead of ridge and weighted-paper. By AUC, hybrid is behind ridge.`;

test('report: a run is written with its command, circumstances, figures, comparisons and verdicts', () => {
  expect(runBlocks(madeUpRun(), ['auc'], ['rmse', 'auc'])).toBe(RUN_AS_WRITTEN);
});

test('report: figures are printed without a leading zero, and with their interval where they have one', () => {
  expect([0.82011, -0.0042, 1.0063, undefined].map((value) => figure(value))).toEqual([
    ...['.8201', '-.0042', '1.0063', ''],
  ]);
  expect(withInterval(0.9, { low: 0.85, high: 0.95 }, 2)).toBe('.90 [.85, .95]');
  expect(withInterval(0.9, undefined, 2)).toBe('.90');
});

describe('charts', () => {
  const rows = [
    { name: 'a & b', value: 0.2, low: 0.1, high: 0.3, own: false },
    { name: 'hybrid', value: 0.4, low: 0.3, high: 0.5, own: true },
  ];
  const chart = {
    title: 'T',
    description: 'D.',
    leftOut: [],
    lowerIsBetter: false,
    format: (n: number) => figure(n, 2),
  };

  test('the best stands on top, bars begin at 0, and all values are told to those who cannot see them', () => {
    const svg = rankChart({ ...chart, rows });
    expect(svg).toContain('<title id="title">T</title>');
    expect(svg).toContain('<desc id="desc">D. Best first: hybrid .40, a &amp; b .20.</desc>');
    expect(svg.indexOf('>hybrid<')).toBeLessThan(svg.indexOf('>a &amp; b<'));
    const widths = [...svg.matchAll(/<rect class="(?:own|bar)" [^>]*width="([\d.]+)"/g)].map(([, width]) =>
      Number(width),
    );
    expect(widths).toHaveLength(2);
    expect(widths[0] / widths[1]).toBeCloseTo(2, 1);
    expect(svg).toContain('prefers-color-scheme: dark');
  });

  test('points are drawn instead of bars when the values lie close together', () => {
    const close = rows.map((row) => ({ ...row, value: row.value + 5, low: 5.1, high: 5.5 }));
    const svg = rankChart({ ...chart, rows: close, lowerIsBetter: true });
    expect(svg).not.toMatch(/<rect class="(?:own|bar)"/);
    expect(svg.match(/<circle /g)).toHaveLength(2);
    expect(svg).toContain('the axis begins at 5.10');
    expect(svg.indexOf('>a &amp; b<')).toBeLessThan(svg.indexOf('>hybrid<'));
  });

  test('what lies far off is named and not drawn when errors are shown', () => {
    const svg = runChart(madeUpRun(), 'Ratings');
    expect(svg).toContain('far off: weighted-paper 1.600');
    expect(svg).not.toContain('>weighted-paper<');
  });
});

describe('the document', () => {
  const timing = `| latency ${TIMING_MARK} | 1 ms |`;
  const document = assemble('# Results', [
    { name: 'a', title: 'A', text: `One.\n\n${timing}` },
    { name: 'b', title: 'B', text: 'Two.' },
  ]);

  test('gives every section back as it was written', () => {
    expect(sectionOf(document, 'a')).toBe(`One.\n\n${timing}`);
    expect(sectionOf(document, 'b')).toBe('Two.');
    expect(sectionOf(document, 'c')).toBeNull();
  });

  test('does not differ by marked timings, and tells the lines when it differs by anything else', () => {
    expect(difference('x.md', document, document.replace('1 ms', '2 ms'))).toBeNull();
    expect(difference('x.md', document, document.replace('Two.', 'Three.'))).toBe(
      'x.md differs:\n- Two.\n+ Three.',
    );
    expect(difference('x.md', null, document)).toBe('x.md is missing.');
    expect(difference('x.md', 'a\nb', 'b\na')).toBe('x.md differs:\nIts lines stand in another order.');
  });
});

describe('sections', () => {
  const section = (name: string, text: string): Section => ({
    ...{ name, title: name.toUpperCase() },
    write: async () => ({ text, charts: { [`results-${name}-x.svg`]: `<svg>${text}</svg>\n` } }),
  });
  const context = {
    measure: () => Promise.reject(new Error('not measured here')),
    device: () => {
      throw new Error('not measured here');
    },
  };
  const write = (sections: Section[], only?: string[], check = false) =>
    writeReport(sections, { only, check, out: join(folder, 'sections') }, context);
  const read = (file: string) => readFileSync(join(folder, 'sections', file), 'utf8');

  test('those not asked for stay as they were, with their charts', async () => {
    await write([section('a', 'one'), section('b', 'two')]);
    await write([section('a', 'ONE'), section('b', 'TWO')], ['b']);
    expect([sectionOf(read('results.md'), 'a'), sectionOf(read('results.md'), 'b')]).toEqual(['one', 'TWO']);
    expect([read('images/results-a-x.svg'), read('images/results-b-x.svg')]).toEqual([
      ...['<svg>one</svg>\n', '<svg>TWO</svg>\n'],
    ]);
    expect(await write([section('a', 'other'), section('b', 'TWO')], ['b'], true)).toEqual([]);
    expect(await write([section('a', 'one'), section('b', 'THREE')], undefined, true)).toEqual([
      'results.md differs:\n- TWO\n+ THREE',
      'images/results-b-x.svg differs:\n- <svg>TWO</svg>\n+ <svg>THREE</svg>',
    ]);
    expect(read('results.md')).not.toContain('THREE');
  });
});

/** Runs the command in a process of its own. */
function report(args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    const command = [commandFile('tsx'), join(ROOT, 'scripts', 'report', 'report.ts'), ...args];
    execFile(process.execPath, command, { cwd: ROOT, maxBuffer: 2 ** 26 }, (error, stdout, stderr) =>
      resolve({ code: error ? Number(error.code) : 0, stdout, stderr }),
    );
  });
}

describe('npm run report', () => {
  test('writes the same bytes when it runs twice, timings aside, and finds what was changed by hand', async () => {
    const data = join(folder, 'data');
    mkdirSync(data);
    const films = catalogueOf(90);
    const movies = [...films.movieId].map(
      (id, i) => `${id},Film ${i} (1990),${i % 2 ? 'Drama' : 'Comedy|Sci-Fi'}\n`,
    );
    const ratings = randomRows(36, 90, 65).map(
      ({ user, item, stars, time }) => `${user},${films.movieId[item]},${stars},${time}\n`,
    );
    writeFileSync(join(data, 'movies.csv'), `movieId,title,genres\n${movies.join('')}`);
    writeFileSync(join(data, 'ratings.csv'), `userId,movieId,rating,timestamp\n${ratings.join('')}`);
    const args = (out: string, jobs: string) => [
      ...['--quick', '--data', data, '--out', join(folder, out), '--jobs', jobs],
    ];
    const [one, two] = await Promise.all([
      report([...args('one', '1'), '--no-cache']),
      report(args('two', '2')),
    ]);
    expect([one, two].map(({ code, stdout }) => [code, stdout])).toEqual([
      [0, ''],
      [0, ''],
    ]);
    const filesOf = (out: string) => {
      const images = readdirSync(join(folder, out, 'images')).map((file) => `images/${file}`);
      return ['results.md', ...images].map((file) => {
        const lines = readFileSync(join(folder, out, file), 'utf8').split('\n');
        return { file, lines: lines.filter((line) => !line.includes(TIMING_MARK)) };
      });
    };
    expect(filesOf('two')).toEqual(filesOf('one'));
    expect(filesOf('one').length).toBeGreaterThan(5);

    const path = join(folder, 'one', 'results.md');
    const only = ['--only', 'unlearning', '--check'];
    expect(await report([...args('one', '1'), ...only])).toMatchObject({
      ...{ code: 0, stdout: 'Nothing differs, timings aside.\n' },
    });
    writeFileSync(path, readFileSync(path, 'utf8').replace('## Unlearning', '## Learning'));
    const changed = await report([...args('one', '1'), ...only]);
    expect(changed).toMatchObject({
      code: 1,
      stdout: 'results.md differs:\n- ## Learning\n+ ## Unlearning\n',
    });
  }, 180_000);

  test('says in one line what is wrong when it is asked for what it cannot do', async () => {
    const [section, quick] = await Promise.all([report(['--only', 'weather']), report(['--quick'])]);
    expect(section).toMatchObject({ code: 2, stdout: '' });
    expect(section.stderr).toMatch(/^report: There is no section "weather"\. Sections: clicks, [^\n]+\n$/);
    expect(quick).toMatchObject({ code: 2, stdout: '' });
    expect(quick.stderr).toMatch(/^report: [^\n]*--out\n$/);
  });
});
