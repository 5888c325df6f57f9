import { describe, expect, it } from 'vitest';
import { createItemKnn } from '../../src/baselines/item-knn';
import { residualSimilarity } from '../../src/baselines/item-similarity';
import { likeNeighbours } from '../../src/baselines/like-neighbours';
import { createNeighbourVote } from '../../src/baselines/neighbour-vote';
import { createUserKnn } from '../../src/baselines/user-knn';
import { likesMatrix, userItemMatrix } from '../../src/data/rating-matrix';
import { transpose } from '../../src/lib/sparse-matrix';
import { historyOf, items, plainTraining, ratingsOf } from './toy';

/** Four people whose deviations from three stars sum to 0, so that their biases are 0. */
const ratings = ratingsOf(
  [
    [0, 4],
    [1, 2],
  ],
  [
    [0, 2],
    [1, 4],
  ],
  [
    [0, 4],
    [2, 3.5],
    [3, 1.5],
  ],
  [
    [0, 2],
    [2, 2.5],
    [3, 4.5],
  ],
);
const training = plainTraining(ratings, 5);

describe('residualSimilarity', () => {
  const values = Float32Array.from([1, 1, -1, -0.5, 0.5]);
  const matrix = userItemMatrix(
    ratingsOf(
      [
        [0, 3],
        [1, 3],
      ],
      [
        [0, 3],
        [1, 3],
      ],
      [[1, 3]],
    ),
    3,
    values,
  );

  it('is the cosine over the common users, shrunk by their number', () => {
    const { values: similarity, place, size } = residualSimilarity(matrix, transpose(matrix), 2, 1);
    expect(size).toBe(2);
    const cosine = 1.5 / Math.sqrt(2 * 1.25);
    expect(similarity[place[0] * size + place[1]]).toBeCloseTo(cosine / 2, 6);
    expect(similarity[place[1] * size + place[0]]).toBeCloseTo(cosine / 2, 6);
    expect(similarity[0]).toBe(0);
  });

  it('leaves out films with too few ratings', () => {
    const { place, size } = residualSimilarity(matrix, transpose(matrix), 2, 3);
    expect(size).toBe(1);
    expect([...place]).toEqual([-1, 0, -1]);
  });
});

describe('likeNeighbours', () => {
  const likes = likesMatrix(
    ratingsOf(
      [
        [0, 5],
        [1, 4],
      ],
      [
        [0, 5],
        [1, 4],
      ],
      [
        [0, 5],
        [2, 4],
        [3, 1],
      ],
    ),
    4,
  );
  const options = { listNeighbours: 5, listShrinkage: 1, listExponent: 0.5 };

  it('is the cosine of likes that share their user, shrunk by the common ones', () => {
    const rows = likeNeighbours(likes, transpose(likes), options);
    expect([...rows.column.subarray(rows.offsets[0], rows.offsets[1])]).toEqual([1, 2]);
    // Each user likes two films.
    expect(rows.value[0]).toBeCloseTo((2 / Math.sqrt(12) / Math.sqrt(6)) * (2 / 3), 6);
    expect(rows.value[1]).toBeCloseTo((1 / Math.sqrt(12) / Math.sqrt(3)) * (1 / 2), 6);
  });

  it('keeps the most similar films only', () => {
    const rows = likeNeighbours(likes, transpose(likes), { ...options, listNeighbours: 1 });
    expect([...rows.column.subarray(rows.offsets[0], rows.offsets[1])]).toEqual([1]);
    expect(Math.max(...rows.offsets.map((end, i) => (i > 0 ? end - rows.offsets[i - 1] : 0)))).toBe(1);
  });
});

describe('neighbour vote', () => {
  it('is the shrunken weighted mean of the most similar', () => {
    const vote = createNeighbourVote({ neighbours: 2, voteShrinkage: 0.5, power: 1 });
    for (const [similarity, residual] of [
      [0.2, -1],
      [0.5, 1],
      [-0.9, 5],
      [0.3, 0.4],
    ]) {
      vote.offer(similarity, residual);
    }
    expect(vote.take()).toBeCloseTo((0.5 * 1 + 0.3 * 0.4) / (0.8 + 0.5));
    expect(vote.take()).toBe(0);
  });
});

describe('item-knn', () => {
  const knn = createItemKnn({ similarityShrinkage: 2, voteShrinkage: 0.5, power: 1, minimumUsers: 1 });

  it('predicts what was worked out by hand', () => {
    // b_u = 2 / 4, residual 1.5; films 0 and 2 go together (cosine 1, halved for two users), films 0 and 1 do not.
    const predicted = knn
      .fit(training, [])
      .personalize(historyOf([0, 5]), 1, 0)
      .predict(items(1, 2, 4));
    expect(predicted[0]).toBeCloseTo(3.5);
    expect(predicted[1]).toBeCloseTo(3.5 + (0.5 * 1.5) / (0.5 + 0.5), 6);
    expect(predicted[2]).toBeCloseTo(3.5);
  });

  it('leaves out what it does not serve', () => {
    const of = (serves: 'both' | 'ratings' | 'lists') =>
      createItemKnn({ similarityShrinkage: 2, minimumUsers: 1, serves })
        .fit(training, [])
        .personalize(historyOf([0, 5]), 1, 0);
    const [both, ratings, lists] = [of('both'), of('ratings'), of('lists')];
    expect(ratings.predict(items(2))).toEqual(both.predict(items(2)));
    expect(ratings.rank).toBeUndefined();
    expect(lists.rank?.()).toEqual(both.rank?.());
    expect(lists.predict(items(2))[0]).toBeCloseTo(3.5);
  });

  it('lists films that the same people like before others', () => {
    const liked = plainTraining(
      ratingsOf(
        [
          [0, 5],
          [1, 4],
        ],
        [
          [2, 5],
          [3, 4],
        ],
        [[3, 4]],
      ),
      5,
    );
    const scores =
      knn
        .fit(liked, [])
        .personalize(historyOf([0, 5]), 1, 0)
        .rank?.() ?? [];
    expect([1, 2, 3, 4].sort((a, b) => scores[b] - scores[a])).toEqual([1, 3, 2, 4]);
  });
});

describe('user-knn', () => {
  const knn = createUserKnn({ similarityShrinkage: 1, voteShrinkage: 0.5, power: 1 });

  it('predicts what was worked out by hand', () => {
    // Users 0 and 2 agree (cosine 1 on one film, halved); users 1 and 3 disagree and have no say.
    const predicted = knn
      .fit(training, [])
      .personalize(historyOf([0, 5]), 1, 0)
      .predict(items(1, 2, 4));
    expect(predicted[0]).toBeCloseTo(3.5 + (0.5 * -1) / (0.5 + 0.5), 6);
    expect(predicted[1]).toBeCloseTo(3.5 + (0.5 * 0.5) / (0.5 + 0.5), 6);
    expect(predicted[2]).toBeCloseTo(3.5);
  });

  it('lists what people with the same likes like', () => {
    const scores =
      knn
        .fit(training, [])
        .personalize(historyOf([0, 5]), 1, 0)
        .rank?.() ?? [];
    const someoneElse =
      knn
        .fit(training, [])
        .personalize(historyOf([1, 5]), 1, 0)
        .rank?.() ?? [];
    // Film 0 is liked by users 0 and 2, film 1 by user 1 alone, film 3 by user 3 alone.
    expect(scores[0]).toBeGreaterThan(scores[1]);
    expect(someoneElse[1]).toBeGreaterThan(someoneElse[0]);
  });
});
