import { expect, test } from 'vitest';
import { figuresOf, mediansOf, readLighthouseOptions } from '../../scripts/lighthouse.mjs';
import { ExpectedError } from '../../scripts/main.mjs';

/** What Lighthouse reports, as far as it is read. */
const reportOf = (performance: number | null, lcp: number, marks: { name: string; startTime: number }[]) => ({
  lighthouseVersion: '12.8.2',
  categories: { performance: { score: performance }, seo: { score: 1 } },
  audits: {
    'largest-contentful-paint': { score: 0.5, numericValue: lcp },
    'user-timings': { score: null, details: { items: marks } },
  },
});

test('lighthouse: refuses options in one message when they make no sense', () => {
  for (const args of [['--runs', '0'], ['--runs', 'many'], ['--fast'], ['--runs']])
    expect(() => readLighthouseOptions(args)).toThrow(ExpectedError);
  expect(() => readLighthouseOptions(['--runs', '1.5'])).toThrow('--runs should be a whole number from 1');
  expect(readLighthouseOptions(['--help'])).toBeNull();
  expect(readLighthouseOptions(['--runs', '3', '--throttled'])).toMatchObject({ runs: 3, throttled: true });
  expect(readLighthouseOptions([])).toMatchObject({ runs: 5, throttled: false, json: false });
});

test('lighthouse: reads scores, figures and the mark of the first film when a report has them, else null', () => {
  const marks = [
    { name: 'another', startTime: 1 },
    { name: 'weightless:first-film', startTime: 812.5 },
  ];
  const found = figuresOf(reportOf(0.937, 1234.5, marks));
  expect(found.scores).toEqual({ performance: 94, accessibility: null, 'best-practices': null, seo: 100 });
  expect(found.metrics).toMatchObject({ LCP: 1234.5, FCP: null });
  expect(found.firstFilm).toBe(812.5);
  expect(figuresOf(reportOf(null, 1, [])).firstFilm).toBeNull();
});

test('lighthouse: takes the median of each figure by itself, and none of one that is not always known', () => {
  const mark = [{ name: 'weightless:first-film', startTime: 5 }];
  const runs = [
    figuresOf(reportOf(0.9, 300, mark)),
    figuresOf(reportOf(0.7, 100, mark)),
    figuresOf(reportOf(0.8, 200, [])),
  ];
  const { scores, metrics, firstFilm } = mediansOf(runs);
  expect(scores.performance).toBe(80);
  expect(metrics.LCP).toBe(200);
  expect(firstFilm).toBeNull();
});
