import { describe, expect, it } from 'vitest';
import { createGfCf, rightSingularVectors } from '../../src/baselines/lists/gf-cf';
import { createPopularLately } from '../../src/baselines/lists/popular-lately';
import { createRp3Beta } from '../../src/baselines/lists/rp3beta';
import type { History, Recommender } from '../../src/baselines/recommender';
import { likesMatrix } from '../../src/data/rating-matrix';
import type { Ratings } from '../../src/data/ratings';
import { createRandom } from '../../src/lib/random';
import { makeDataset } from '../fixtures/small-world';
import { historyOf, plainTraining, ratingsOf } from './toy';

const NO_AGE = { halfLife: Number.POSITIVE_INFINITY };

function rank(recommender: Recommender, ratings: Ratings, itemCount: number, history: History): Float64Array {
  const fitted = recommender.fit(plainTraining(ratings, itemCount), []);
  return fitted.personalize(history, 1, 0).rank?.() ?? new Float64Array(0);
}

/** Likes as a dense matrix, users by films. */
function dense(ratings: Ratings, itemCount: number): number[][] {
  return Array.from({ length: ratings.userCount }, (_, u) => {
    const row = new Array<number>(itemCount).fill(0);
    for (let r = ratings.offsets[u]; r < ratings.offsets[u + 1]; r++) {
      if (ratings.halfStars[r] >= 8) row[ratings.item[r]] = 1;
    }
    return row;
  });
}

const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);

describe('rp3beta', () => {
  it('walks as worked out by hand', () => {
    // Film 0 is liked by both people, film 1 by the first, film 2 by the second, who also likes film 3.
    const ratings = ratingsOf(
      [
        [0, 5],
        [1, 4],
      ],
      [
        [0, 4],
        [2, 5],
        [3, 5],
      ],
    );
    const scores = rank(createRp3Beta({ ...NO_AGE, alpha: 1, beta: 0 }), ratings, 4, historyOf([0, 5]));
    // Half a chance to come to each person, then 1 / 2 and 1 / 3 to each of their films.
    expect(scores[1]).toBeCloseTo(1 / 4, 7);
    expect(scores[2]).toBeCloseTo(1 / 6, 7);
    expect(scores[3]).toBeCloseTo(1 / 6, 7);
  });

  it('equals the product of dense matrices', () => {
    const { catalogue, ratings } = makeDataset(3, 20, 12);
    const [alpha, beta] = [0.7, 0.4];
    const likes = dense(ratings, catalogue.count);
    const ofFilm = likes[0].map((_, j) => sum(likes.map((row) => row[j])));
    const history = historyOf([1, 5], [4, 2], [6, 4]);
    const scores = rank(createRp3Beta({ ...NO_AGE, alpha, beta }), ratings, catalogue.count, history);
    const slow = ofFilm.map(
      (count, j) =>
        sum(
          [1, 6].flatMap((i) =>
            likes.map((row) => (row[i] * row[j]) / Math.max(1, ofFilm[i] * sum(row)) ** alpha),
          ),
        ) /
        Math.max(1, count) ** beta,
    );
    scores.forEach((score, j) => {
      expect(score).toBeCloseTo(slow[j], 6);
    });
  });

  it('lets an older like count less', () => {
    const ratings = ratingsOf(
      [
        [0, 5],
        [1, 4],
      ],
      [
        [2, 4],
        [3, 5],
      ],
    );
    const options = { alpha: 1, beta: 0, halfLife: 1 };
    const scores = rank(createRp3Beta(options), ratings, 4, historyOf([0, 5], [2, 5]));
    expect(scores[1]).toBeCloseTo(scores[3] / 2, 6);
  });
});

describe('gf-cf', () => {
  const { catalogue, ratings } = makeDataset(7, 15, 10);
  const likes = dense(ratings, catalogue.count);
  const ofFilm = likes[0].map((_, j) => Math.max(1, sum(likes.map((row) => row[j]))));
  const normal = likes.map((row) => row.map((x, j) => x / Math.sqrt(Math.max(1, sum(row)) * ofFilm[j])));
  const history = historyOf([0, 5], [2, 4]);

  it('without its second filter is the product of dense matrices', () => {
    const scores = rank(createGfCf({ ...NO_AGE, alpha: 0 }), ratings, catalogue.count, history);
    const slow = ofFilm.map((_, j) => sum(normal.map((row) => (row[0] + row[2]) * row[j])));
    scores.forEach((score, j) => {
      expect(score).toBeCloseTo(slow[j], 5);
    });
  });

  it('with all frequencies in its second filter projects on what people like', () => {
    const [none, all] = [0, 1].map((alpha) =>
      rank(createGfCf({ ...NO_AGE, alpha, components: 10 }), ratings, catalogue.count, history),
    );
    // The rows of Rn lie in the space of V, so that projecting them changes nothing.
    const projected = all.map((score, j) => (score - none[j]) / Math.sqrt(ofFilm[j]));
    const residual = ofFilm.map((count, j) => (j === 0 || j === 2 ? 1 / Math.sqrt(count) : 0) - projected[j]);
    for (const row of normal) expect(sum(row.map((x, j) => x * residual[j]))).toBeCloseTo(0, 5);
  });

  it('finds orthonormal directions, and no more than there are', () => {
    const { vectors, count } = rightSingularVectors(
      likesMatrix(ratings, catalogue.count),
      30,
      createRandom(1),
    );
    expect(count).toBeLessThanOrEqual(ratings.userCount);
    for (let a = 0; a < count; a++) {
      for (let b = 0; b <= a; b++) {
        const product = sum(ofFilm.map((_, j) => vectors[j * count + a] * vectors[j * count + b]));
        expect(product).toBeCloseTo(Number(a === b), 4);
      }
    }
  });
});

describe('popular-lately', () => {
  const year = 365.25 * 86_400;
  const ratings = ratingsOf([[0, 5]], [[1, 4]], [[1, 5]], [[2, 1]]);
  ratings.timestamp.set([10 * year, 6 * year, 14 * year, 10 * year]);
  const at = (seconds: number): History => ({ ...historyOf([3, 5]), timestamp: Uint32Array.of(seconds) });

  it('counts likes the less, the more years lie between, before or after', () => {
    const scores = rank(createPopularLately({ halfLife: 2, ever: 0 }), ratings, 4, at(10 * year));
    expect(scores[0]).toBeCloseTo(1, 6);
    expect(scores[1]).toBeCloseTo(0.25 + 0.25, 6);
    expect(scores[2]).toBeCloseTo(0, 6);
  });

  it('counts a like for something however long ago, where it is told to', () => {
    const scores = rank(createPopularLately({ halfLife: 0.01, ever: 0.5 }), ratings, 4, at(10 * year));
    expect(scores[1]).toBeCloseTo(1, 6);
  });

  it('is popularity before the first click', () => {
    const scores = rank(createPopularLately(), ratings, 4, historyOf());
    expect([...scores].map(Math.floor)).toEqual([1, 2, 0, 0]);
  });
});
