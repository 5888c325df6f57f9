import { describe, expect, test } from 'vitest';
import type { FittedRecommender } from '../../src/baselines/recommender';
import type { FoldCase, Subject } from '../../src/evaluation/protocol';
import { likeCosines } from '../../src/evaluation/trials/like-cosines';
import { largestSeries, nextOfSeries, probes, sharesTwoTraits } from '../../src/evaluation/trials/probes';
import type { SteerableModel } from '../../src/evaluation/trials/steerable';
import { steering } from '../../src/evaluation/trials/steering';
import { forgottenKey, unlearning } from '../../src/evaluation/trials/unlearning';
import { topK } from '../../src/lib/top-k';
import { evaluate } from './evaluate';
import { catalogueOf, optionsOf, randomRows, ratingsOf, smallDataset } from './small-data';

const clock = () => 0;
/** Five films: 1, 2 and 4 are a series of 1990, 1995 and 1995. */
const series = {
  ...catalogueOf(5),
  genres: Uint32Array.of(0b011, 0b111, 0b100, 0b100, 0),
  year: Uint16Array.of(1990, 1990, 1995, 1985, 1995),
  collection: Uint16Array.of(0, 7, 7, 0, 7),
};

describe('probes', () => {
  test('sharesTwoTraits: asks for two genres, or a genre and the decade', () => {
    const pairs = [
      [0, 1],
      [1, 2],
      [1, 3],
      [2, 4],
      [0, 4],
    ];
    expect(pairs.map(([a, b]) => sharesTwoTraits(series, a, b))).toEqual([true, true, false, false, false]);
  });

  test('nextOfSeries: is the next by year that was not taught, null where none is', () => {
    expect(nextOfSeries(series, 1, [0, 1])).toBe(2);
    expect(nextOfSeries(series, 1, [2, 1])).toBe(4);
    expect(nextOfSeries(series, 2, [1, 2])).toBe(4);
    expect(nextOfSeries(series, 4, [0, 4])).toBeNull();
    expect(nextOfSeries(series, 0, [1, 0])).toBeNull();
  });

  test('largestSeries: counts the films of one series that stand in a list together', () => {
    expect(largestSeries(series, [0, 1, 3, 4])).toBe(2);
    expect(largestSeries(series, [0, 3])).toBe(0);
  });

  const dataset = { catalogue: catalogueOf(30), ratings: ratingsOf(randomRows(80, 30, 22)) };
  dataset.catalogue.collection.fill(1, 0, 10);
  const options = optionsOf({
    protocol: 'probes',
    feedback: 'clicks',
    models: ['popularity', 'ease', 'wnn'],
  });
  const foldCase = probes.prepare(dataset, options, { seed: 1, fold: 1 });

  test('teach a film, last, with the one most often liked with it, both with twenty likes or more', () => {
    const { effects } = foldCase.training;
    const cosines = likeCosines(foldCase.training);
    expect(foldCase.subjects.length).toBeGreaterThan(10);
    for (const { past, user } of foldCase.subjects) {
      const [companion, probe] = past.item;
      expect(dataset.catalogue.movieId[probe]).toBe(user);
      expect(Math.min(effects.likes[companion], effects.likes[probe])).toBeGreaterThanOrEqual(20);
      const own = cosines(probe);
      const better = own.filter(
        (c, item) => item !== probe && effects.likes[item] >= 20 && c > own[companion],
      );
      expect([...better]).toEqual([]);
    }
  });

  test('find the next of a series in a list that has it, and tell those out of reach of likes apart', () => {
    const subject = foldCase.subjects.find(({ past }) => past.item[1] < 8) as Subject;
    const next = nextOfSeries(dataset.catalogue, subject.past.item[1], subject.past.item) as number;
    const listing = (item: number): FittedRecommender => ({
      personalize: () => ({
        predict: () => new Float64Array(30),
        rank: () => Float64Array.from({ length: 30 }, (_, i) => Number(i === item)),
      }),
    });
    const measured = (effectsLikes: number) => {
      const likes = foldCase.training.effects.likes.slice();
      likes[next] = effectsLikes;
      const effects = { ...foldCase.training.effects, likes };
      const changed: FoldCase = { ...foldCase, training: { ...foldCase.training, effects } };
      return probes.measure(subject, 0, listing(next), changed, clock)?.tallies;
    };
    expect(measured(10)).toMatchObject({ seriesHit10: [1, 1], seriesHit10All: [1, 1] });
    expect(measured(9)?.seriesHit10).toBeUndefined();
    expect(measured(9)?.seriesHit10All).toEqual([1, 1]);
  });

  test('give a finite line for every system that makes lists', async () => {
    const { models } = await evaluate(dataset, options, { clock });
    for (const line of models) {
      expect(line.traitShare).toBeGreaterThan(0);
      expect(line.fameShare).toBeLessThanOrEqual(1);
      expect(line.seriesHit10All).toBeGreaterThanOrEqual(0);
    }
  });
});

describe('likeCosines', () => {
  test('is the number who like both over the root of the product, 1 with itself', () => {
    const row = (user: number, item: number, stars: number) => ({ user, item, stars, time: 1 });
    const ratings = ratingsOf([row(1, 0, 5), row(1, 1, 4), row(2, 0, 4), row(2, 2, 2), row(3, 1, 5)]);
    const foldCase = probes.prepare(smallDataset(), optionsOf({ protocol: 'probes' }), { seed: 1, fold: 1 });
    const effects = { ...foldCase.training.effects, likes: Uint32Array.of(2, 2, 0) };
    const cosines = likeCosines({ ...foldCase.training, catalogue: catalogueOf(3), ratings, effects });
    expect([...cosines(0)]).toEqual([1, 0.5, 0]);
    expect([...cosines(2)]).toEqual([0, 0, 0]);
  });
});

describe('steering', () => {
  const dataset = { catalogue: catalogueOf(160), ratings: ratingsOf(randomRows(30, 160, 75)) };
  const options = optionsOf({ protocol: 'steering', feedback: 'clicks', models: ['popularity', 'wnn'] });
  const foldCase = steering.prepare(dataset, options, { seed: 1, fold: 1 });
  const [subject] = foldCase.subjects;
  const seen = new Set(subject.past.item);
  const start = Float64Array.from({ length: 160 }, (_, item) => -item);
  const top = topK(start, 50, (item) => seen.has(item));
  /** Puts films far down once one more film is known. */
  const dropping = (drops: (film: number) => number[]): FittedRecommender => ({
    personalize: (history) => ({
      predict: () => start,
      rank() {
        const scores = start.slice();
        if (history.item.length > subject.train.item.length) {
          for (const item of drops(history.item[history.item.length - 1])) scores[item] = -1000;
        }
        return scores;
      },
    }),
  });
  const measure = (fitted: FittedRecommender) =>
    steering.measure(subject, 0, fitted, foldCase, clock)?.tallies;

  test('asks users with fifty answers or more', () => {
    expect(foldCase.subjects.every(({ train }) => train.item.length >= 50)).toBe(true);
    const short = { ...dataset, ratings: ratingsOf(randomRows(30, 160, 62)) };
    expect(steering.prepare(short, options, { seed: 1, fold: 1 }).subjects).toEqual([]);
  });

  test('finds nothing gone when a dislike changes nothing but its own film', () => {
    const tallies = measure(dropping(() => []));
    expect(tallies).toMatchObject({ mostAlikeGone: [0, 1], leastAlikeGone: [0, 1] });
    expect(tallies?.ndcg10After).toEqual(tallies?.ndcg10);
    expect(tallies?.mutedMostAlikeGone).toBeUndefined();
  });

  test('tells the twenty most like the disliked film from the twenty least when either leave', () => {
    const sorted = (film: number) => {
      const cosines = likeCosines(foldCase.training)(film);
      return top.filter((item) => item !== film).sort((a, b) => cosines[b] - cosines[a]);
    };
    const most = measure(dropping((film) => sorted(film).slice(0, 10)));
    expect(most).toMatchObject({ mostAlikeGone: [0.5, 1], leastAlikeGone: [0, 1] });
    const least = measure(dropping((film) => sorted(film).slice(-5)));
    expect(least).toMatchObject({ mostAlikeGone: [0, 1], leastAlikeGone: [0.25, 1] });
  });

  test('tries the other buttons on a model that has them, and only on it', async () => {
    const { models } = await evaluate(dataset, options, { clock });
    expect(models[0].mostAlikeGone).toBe(0);
    expect(models[0].removedMostAlikeGone).toBeUndefined();
    expect(models[1].mutedMostAlikeGone).toBeGreaterThan(0);
    expect(models[1].removedMostAlikeGone).toBeGreaterThanOrEqual(0);
  });
});

describe('unlearning', () => {
  const dataset = smallDataset();
  const foldCase = unlearning.prepare(dataset, optionsOf({ protocol: 'unlearning' }), { seed: 1, fold: 1 });
  const [subject] = foldCase.subjects;
  /** Predicts by how many ratings it holds. */
  const counting: FittedRecommender = {
    personalize(history) {
      let held = history.item.length;
      const model: SteerableModel = {
        predict: (items) => new Float64Array(items.length).fill(3 + held / 100),
        unlearn: () => {
          held--;
        },
        stateBytes: () => Uint8Array.of(held),
      };
      return model;
    },
  };

  test.each([1, 10, 50])('compares with a model that never learned the %d percent forgotten', (percent) => {
    const tallies = unlearning.measure(subject, 0, counting, foldCase, clock)?.tallies ?? {};
    const left =
      subject.train.item.length - Math.max(1, Math.round((percent / 100) * subject.train.item.length));
    const squares = [...subject.test.halfStars].reduce((s, h) => s + (3 + left / 100 - h / 2) ** 2, 0);
    expect(tallies[forgottenKey(percent, 'complete')]).toEqual([1, 1]);
    expect(tallies[forgottenKey(percent, 'distance')][0]).toBe(0);
    expect(tallies[forgottenKey(percent, 'rmse')][0]).toBeCloseTo(squares, 9);
  });

  test('says so when bytes are left over', () => {
    const fitted: FittedRecommender = {
      personalize(history, seed, index) {
        const model = counting.personalize(history, seed, index) as SteerableModel;
        let touched = 0;
        const { unlearn, stateBytes } = model;
        return Object.assign(model, {
          unlearn: (item: number, half: number) => {
            touched++;
            unlearn(item, half);
          },
          stateBytes: () => Uint8Array.from([...stateBytes(), touched]),
        });
      },
    };
    const tallies = unlearning.measure(subject, 0, fitted, foldCase, clock)?.tallies ?? {};
    expect(tallies[forgottenKey(50, 'complete')]).toEqual([0, 1]);
  });

  test.each(['stars', 'likes', 'clicks'] as const)(
    'wnn forgets byte for byte when taught %s',
    async (feedback) => {
      const options = optionsOf({ protocol: 'unlearning', models: ['wnn'], feedback });
      let now = 0;
      const [line] = (await evaluate(dataset, options, { clock: () => now++ })).models;
      expect(line.shares?.map(({ percent, complete, distance }) => [percent, complete, distance])).toEqual([
        [1, 1, 0],
        [10, 1, 0],
        [50, 1, 0],
      ]);
      for (const share of line.shares ?? []) {
        expect(share.users).toBe(30);
        expect(share.forgetMs).toBeGreaterThan(0);
        expect(share.lossSpread).toBeGreaterThanOrEqual(0);
        expect(share.rmse === undefined).toBe(feedback === 'likes');
      }
    },
  );
});
