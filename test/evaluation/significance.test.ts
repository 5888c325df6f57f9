import { describe, expect, test } from 'vitest';
import type { MetricDefinition } from '../../src/evaluation/metric-table';
import { compareModels, drawResamples, metricValue, quantile } from '../../src/evaluation/significance';
import type { Tally, UserResult } from '../../src/evaluation/types';

const rmse: MetricDefinition = { name: 'rmse', root: true, comparedBy: 'ratio' };
const auc: MetricDefinition = { name: 'auc', root: false, comparedBy: 'difference' };

const resultsOf = (name: string, tallies: Tally[]): UserResult[] =>
  tallies.map((tally, user) => ({ user, ratings: tally[1], tallies: { [name]: tally } }));

describe('metricValue', () => {
  test('pools ratings over users when a root is taken', () => {
    expect(
      metricValue(
        [
          resultsOf('rmse', [
            [8, 2],
            [1, 1],
          ]),
        ],
        rmse,
      ),
    ).toBe(Math.sqrt(3));
  });

  test('is the mean of the seeds when there are several', () => {
    const seeds = [resultsOf('rmse', [[4, 1]]), resultsOf('rmse', [[16, 1]])];
    expect(metricValue(seeds, rmse)).toBe(3);
  });

  test('leaves a user out when the metric does not apply to them', () => {
    const users = [...resultsOf('auc', [[0.5, 1]]), { user: 9, ratings: 3, tallies: {} }];
    expect(metricValue([users], auc)).toBe(0.5);
  });
});

test('quantile: is linear between neighbours when it falls between two values', () => {
  const sorted = Float64Array.of(0, 10, 20, 30);
  expect([0, 0.5, 1].map((q) => quantile(sorted, q))).toEqual([0, 15, 30]);
});

describe('drawResamples', () => {
  test('draws as many users as there are, the same ones, when it is called again', () => {
    const counts = drawResamples(7, 50);
    for (let b = 0; b < 50; b++) {
      expect(counts.subarray(b * 7, (b + 1) * 7).reduce((sum, n) => sum + n, 0)).toBe(7);
    }
    expect(drawResamples(7, 50)).toEqual(counts);
  });
});

describe('compareModels', () => {
  const a = [
    resultsOf('rmse', [
      [1, 1],
      [9, 1],
    ]),
  ];
  const b = [
    resultsOf('rmse', [
      [4, 1],
      [36, 1],
    ]),
  ];

  test('gives an interval without width when every user shows the same ratio', () => {
    const results = [
      { model: 'a', seeds: a },
      { model: 'b', seeds: b },
    ];
    const [line] = compareModels(results, [['a', 'b']], [rmse]);
    expect(line).toEqual({ compare: ['a', 'b'], metric: 'rmse', ratio: 0.5, low: 0.5, high: 0.5 });
  });

  test('gives the span of both users when there are two', () => {
    // Differences .1 and .3: a resample has both of one, or one of each; the ends hold a quarter of the mass each.
    const results = [
      {
        model: 'a',
        seeds: [
          resultsOf('auc', [
            [0.6, 1],
            [0.8, 1],
          ]),
        ],
      },
      {
        model: 'b',
        seeds: [
          resultsOf('auc', [
            [0.5, 1],
            [0.5, 1],
          ]),
        ],
      },
    ];
    const [line] = compareModels(results, [['a', 'b']], [auc]);
    expect(line.difference).toBeCloseTo(0.2, 12);
    expect(line.low).toBeCloseTo(0.1, 12);
    expect(line.high).toBeCloseTo(0.3, 12);
  });

  test('resamples all seeds of a user together when there are several', () => {
    // Each seed alone swings with the users drawn, but the swings cancel: a user is drawn with both seeds or not.
    const results = [
      {
        model: 'a',
        seeds: [
          resultsOf('auc', [
            [0.4, 1],
            [0.8, 1],
          ]),
          resultsOf('auc', [
            [0.8, 1],
            [0.4, 1],
          ]),
        ],
      },
      {
        model: 'b',
        seeds: [
          resultsOf('auc', [
            [0.5, 1],
            [0.5, 1],
          ]),
          resultsOf('auc', [
            [0.5, 1],
            [0.5, 1],
          ]),
        ],
      },
    ];
    const [line] = compareModels(results, [['a', 'b']], [auc]);
    expect(line.low).toBeCloseTo(0.1, 12);
    expect(line.high).toBeCloseTo(0.1, 12);
  });

  test('leaves a metric out when a model does not have it', () => {
    const results = [
      { model: 'a', seeds: a },
      { model: 'b', seeds: b },
    ];
    expect(compareModels(results, [['a', 'b']], [auc])).toEqual([]);
  });
});
