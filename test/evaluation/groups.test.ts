import { describe, expect, test } from 'vitest';
import { readPeople } from '../../src/data/read/read-people';
import { groupLines } from '../../src/evaluation/groups/group-lines';
import { ageBand, groupUsers } from '../../src/evaluation/groups/groups';
import { metricsOf } from '../../src/evaluation/metric-table';
import type { UserResult } from '../../src/evaluation/types';
import { evaluate } from './evaluate';
import { catalogueOf, optionsOf, type RatingRow, ratingsOf, smallDataset } from './small-data';

test('readPeople: reads both ways in which MovieLens tells of people, and passes over what is neither', () => {
  const dat = readPeople('1::F::18::10::48067\n2::M::56::16::70072\r\n\nnonsense');
  expect([...dat]).toEqual([
    [1, { gender: 'F', age: 18 }],
    [2, { gender: 'M', age: 56 }],
  ]);
  expect([...readPeople('7|57|M|administrator|91344')]).toEqual([[7, { gender: 'M', age: 57 }]]);
});

test('ageBand: is the band of MovieLens 1M when the age is exact or the first of a band', () => {
  const bands = [1, 17, 18, 24, 49, 50, 56, 80].map((age) => ageBand({ gender: 'F', age }));
  expect(bands).toEqual([
    ...['under 18', 'under 18', '18 to 24', '18 to 24', '45 to 49', '50 to 55', '56 and older'],
    '56 and older',
  ]);
});

test('groupUsers: cuts users into thirds by number of ratings and by how known their films are', () => {
  // User u rates 20 + u films; the last three rate films that nobody else does.
  const rows = Array.from({ length: 9 }, (_, user) =>
    Array.from(
      { length: 20 + user },
      (_, r): RatingRow => ({
        ...{ user, item: user < 6 ? r : 30 + 40 * (user - 6) + r, stars: 4, time: r },
      }),
    ),
  ).flat();
  const dataset = {
    catalogue: catalogueOf(200),
    ratings: ratingsOf(rows),
    people: new Map([[2, { gender: 'F', age: 30 }]]),
  };
  const groups = groupUsers(dataset);
  expect([...groups].map(([, { activity }]) => activity)).toEqual([
    ...['least', 'least', 'least', 'middle', 'middle', 'middle', 'most', 'most', 'most'],
  ]);
  expect([6, 7, 8].map((user) => groups.get(user)?.mainstream)).toEqual(['least', 'least', 'least']);
  expect(groups.get(2)).toMatchObject({ gender: 'F', age: '25 to 34' });
  expect(groups.get(3)?.gender).toBeUndefined();
});

describe('groupLines', () => {
  const users = (error: (user: number) => number): UserResult[] =>
    Array.from({ length: 20 }, (_, user) => ({
      ...{ user, ratings: 1, tallies: { rmse: [error(user) ** 2, 1] as [number, number] } },
      groups: { activity: user < 10 ? 'least' : 'most' },
    }));
  const [rmse] = metricsOf('new-user', 'stars');
  const lines = groupLines(
    [
      { model: 'a', seeds: [users((user) => (user < 10 ? 1 : 2))] },
      { model: 'b', seeds: [users(() => 2)] },
    ],
    [['a', 'b']],
    rmse,
  );

  test('gives each group its value, the difference between groups, and pairs within each', () => {
    const brief = lines.map((line) => [
      line.model ?? line.compare,
      line.part ?? line.between,
      line.value ?? line.difference ?? line.ratio,
    ]);
    expect(brief).toEqual([
      ['a', 'least', 1],
      ['a', 'most', 2],
      ['a', ['most', 'least'], 1],
      ['b', 'least', 2],
      ['b', 'most', 2],
      ['b', ['most', 'least'], 0],
      [['a', 'b'], 'least', 0.5],
      [['a', 'b'], 'most', 1],
    ]);
    expect(lines[2]).toMatchObject({ low: 1, high: 1, group: 'activity', metric: 'rmse' });
  });
});

test('a run tells of groups only when these are asked for', async () => {
  const options = optionsOf({ models: ['bias', 'wnn'] });
  const plain = await evaluate(smallDataset(), options, { clock: () => 0 });
  const grouped = await evaluate(smallDataset(), { ...options, groups: true }, { clock: () => 0 });
  expect(plain.groups).toBeUndefined();
  expect(grouped.models).toEqual(plain.models);
  expect(grouped.comparisons).toEqual(plain.comparisons);
  expect(new Set(grouped.groups?.map(({ group }) => group))).toEqual(new Set(['activity', 'mainstream']));
  expect(grouped.groups?.filter(({ low, high }) => !(low <= high))).toEqual([]);
});
