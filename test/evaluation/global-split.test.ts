import { describe, expect, test } from 'vitest';
import { newUser } from '../../src/evaluation/new-user';
import { globalMoment, ratingsBefore, splitAt } from '../../src/evaluation/splits';
import { topN } from '../../src/evaluation/top-n';
import { evaluate } from './evaluate';
import { catalogueOf, optionsOf, type RatingRow, ratingsOf, smallDataset } from './small-data';

const row = (user: number, item: number, time: number): RatingRow => ({ user, item, stars: 4, time });
const few = ratingsOf([row(1, 0, 10), row(1, 1, 50), row(4, 2, 20), row(4, 0, 60), row(9, 1, 70)]);

describe('a split at one moment', () => {
  test('globalMoment: is the time before which four fifths of the ratings lie', () => {
    expect(globalMoment(few)).toBe(70);
    expect(globalMoment(ratingsOf([]))).toBe(0);
  });

  test('ratingsBefore: keeps earlier ratings and the users who have any', () => {
    const before = ratingsBefore(few, 50);
    expect([...before.userId]).toEqual([1, 4]);
    expect([...before.offsets]).toEqual([0, 1, 2]);
    expect([...before.item]).toEqual([0, 2]);
    expect(ratingsBefore(few, 5).userCount).toBe(0);
    expect(ratingsBefore(few, 99)).toEqual(few);
  });

  test('splitAt: asks for what was rated in that moment and later', () => {
    const history = {
      item: Uint32Array.of(0, 1, 2),
      halfStars: Uint8Array.of(8, 6, 2),
      timestamp: Uint32Array.of(10, 20, 20),
    };
    expect([...splitAt(history, 20).train.item]).toEqual([0]);
    expect([...splitAt(history, 20).test.item]).toEqual([1, 2]);
    expect([...splitAt(history, 21).test.item]).toEqual([]);
    expect([...splitAt(history, 5).train.item]).toEqual([]);
  });

  /** Half of the users rate early, half late, a few on both sides. */
  const rows = Array.from({ length: 30 }, (_, user) =>
    Array.from({ length: 22 }, (_, r) =>
      row(user, (7 * user + r) % 60, user % 5 === 0 ? 100 * r : user < 24 ? r : 5000 + r),
    ),
  ).flat();
  const dataset = { catalogue: catalogueOf(60), ratings: ratingsOf(rows) };
  const options = optionsOf({ protocol: 'top-n', split: 'global', models: ['popularity'] });

  test('lets nothing later into what is shared, and counts users who lie on one side', () => {
    const moment = globalMoment(dataset.ratings);
    const units = topN.plan(dataset, options);
    const cases = units.map((unit) => topN.prepare(dataset, options, unit));
    for (const { training, subjects } of cases) {
      expect([...training.ratings.timestamp].filter((time) => time >= moment)).toEqual([]);
      for (const { past, test: asked } of subjects) {
        expect([...past.timestamp].filter((time) => time >= moment)).toEqual([]);
        expect([...asked.timestamp].filter((time) => time < moment)).toEqual([]);
        expect(Math.min(past.item.length, asked.item.length)).toBeGreaterThan(0);
      }
    }
    const tested = cases.reduce((sum, { subjects }) => sum + subjects.length, 0);
    const left = cases.reduce((sum, { oneSided }) => sum + (oneSided ?? 0), 0);
    expect(tested).toBeGreaterThan(0);
    expect(tested + left).toBe(30);
  });

  test('says in the line how many users were left out, and only then', async () => {
    const [cut] = (await evaluate(dataset, options, { clock: () => 0 })).models;
    expect(cut.users + (cut.usersOneSided ?? 0) + (cut.usersWithoutRelevant ?? 0)).toBe(30);
    const [plain] = (await evaluate(dataset, { ...options, split: 'chronological' }, { clock: () => 0 }))
      .models;
    expect(plain.usersOneSided).toBeUndefined();
  });
});

describe('--history', () => {
  const dataset = smallDataset();
  const options = optionsOf({ history: 3, feedback: 'clicks' });

  test('teaches the last answers of the training part alone, and asks the same', () => {
    const of = (history: number | undefined, split: 'random' | 'chronological') =>
      newUser.prepare(dataset, { ...options, history, split }, { seed: 1, fold: 1 }).subjects;
    for (const split of ['random', 'chronological'] as const) {
      const whole = of(undefined, split);
      for (const [u, { train, test: asked, past }] of of(3, split).entries()) {
        expect([...train.item]).toEqual([...whole[u].train.item.slice(-3)]);
        expect(asked).toEqual(whole[u].test);
        expect(past).toEqual(whole[u].past);
      }
      expect(of(1000, split)).toEqual(whole);
    }
  });

  test('keeps films of the training part that were not taught out of the list', () => {
    const foldCase = topN.prepare(dataset, { ...options, protocol: 'top-n' }, { seed: 1, fold: 1 });
    const [subject] = foldCase.subjects;
    const measured = topN.measure(
      subject,
      0,
      {
        personalize: () => ({
          predict: (items) => new Float64Array(items.length),
          // Wants the films of the training part before all others.
          rank: () =>
            Float64Array.from({ length: 60 }, (_, item) => Number(subject.past.item.includes(item))),
        }),
      },
      foldCase,
      () => 0,
    );
    expect(subject.past.item.length).toBeGreaterThan(subject.train.item.length);
    const rated = new Set(Array.from(subject.past.item, (item) => dataset.catalogue.movieId[item]));
    expect(measured?.list?.filter((movieId) => rated.has(movieId))).toEqual([]);
  });
});
