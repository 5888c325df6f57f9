import { describe, expect, it } from 'vitest';
import { fitItemEffects } from '../../../src/data/item-effects';
import { createRandom } from '../../../src/lib/random';
import { codeCuts } from '../../../src/wnn/fit/codes/code-cuts';
import { fitItemFactors } from '../../../src/wnn/fit/codes/collaborative-codes';
import { ratingDefaults, targetShareOf } from '../../../src/wnn/fit/learn-rating';
import { crossFitEffects, draftTraining, STRENGTH_PLANS } from '../../../src/wnn/fit/training-cases';
import { addCodeBits } from '../../../src/wnn/network/codes';
import { retinaOf } from '../../../src/wnn/network/retina';
import { makeDataset } from '../../fixtures/small-world';

const { catalogue, ratings } = makeDataset(1, 60, 50);

/** The same ratings with one user's turned upside down. */
function withUserChanged(user: number) {
  const halfStars = ratings.halfStars.slice();
  for (let r = ratings.offsets[user]; r < ratings.offsets[user + 1]; r++) halfStars[r] = 11 - halfStars[r];
  return { ...ratings, halfStars };
}

describe('cross-fitting', () => {
  it('deals every user into one inner fold', () => {
    const users = crossFitEffects(catalogue, ratings, 1).flatMap((fold) => fold.users);
    expect(users.sort((a, b) => a - b)).toEqual(Array.from({ length: ratings.userCount }, (_, u) => u));
  });

  it('never lets a user into the effects used on that user', () => {
    const folds = crossFitEffects(catalogue, ratings, 1);
    const [user] = folds[2].users;
    const changed = crossFitEffects(catalogue, withUserChanged(user), 1);
    expect(changed[2].effects).toEqual(folds[2].effects);
    expect(changed[1].effects).not.toEqual(folds[1].effects);
  });

  it('never lets a user into the codes used on that user', () => {
    const retina = retinaOf(catalogue);
    const effects = fitItemEffects(catalogue, ratings, (user) => user !== 7);
    const codes = (some: typeof ratings, includes: (user: number) => boolean) =>
      fitItemFactors(some, effects, retina, includes, createRandom(1), { dimensions: 4, iterations: 3 })
        .values;
    const without = codes(ratings, (user) => user !== 7);
    expect(codes(withUserChanged(7), (user) => user !== 7)).toEqual(without);
    expect(codes(withUserChanged(8), (user) => user !== 7)).not.toEqual(without);
  });

  it('drafts histories and targets that share nothing', () => {
    const folds = crossFitEffects(catalogue, ratings, 1);
    const drafts = draftTraining(ratings, folds, STRENGTH_PLANS, 0.2, 1).flat();
    expect(drafts.length).toBeGreaterThan(4 * ratings.userCount);
    for (const { history, targets } of drafts) {
      const known = new Set(Array.from(history));
      expect(targets.length).toBeGreaterThan(0);
      for (const r of Array.from(targets)) expect(known.has(r)).toBe(false);
    }
  });
});

describe('code bits', () => {
  it('divide the ratings at their quantiles, as a thermometer behind the bits of public facts', () => {
    const retina = retinaOf(catalogue);
    const random = createRandom(2);
    const values = Float64Array.from({ length: 120 }, () => random.normal());
    const factors = { dimensions: 2, values };
    const weight = new Uint32Array(60).fill(1);
    const coded = addCodeBits(retina, factors, codeCuts(factors, weight));
    expect(coded.codeBits).toEqual(Array.from({ length: 6 }, (_, k) => retina.bits.length + k));
    const set = (item: number, bit: number) =>
      (coded.retina.words[item * coded.retina.wordsPerItem + (bit >>> 5)] >>> (bit & 31)) & 1;
    const share = coded.codeBits.map(
      (bit) => Array.from({ length: 60 }, (_, i) => set(i, bit)).filter(Boolean).length / 60,
    );
    expect(share.slice(0, 3).map((value) => Math.round(value * 10) / 10)).toEqual([0.8, 0.5, 0.2]);
    for (let i = 0; i < 60; i++) {
      expect(set(i, coded.codeBits[0])).toBeGreaterThanOrEqual(set(i, coded.codeBits[1]));
      expect(set(i, coded.codeBits[1])).toBeGreaterThanOrEqual(set(i, coded.codeBits[2]));
      for (let b = 0; b < retina.bits.length; b++) {
        expect(set(i, b)).toBe((retina.words[i * retina.wordsPerItem + (b >>> 5)] >>> (b & 31)) & 1);
      }
    }
  });
});

describe('the targets of histories', () => {
  it('are as many as asked for of up to a quarter of a million ratings', () => {
    const options = ratingDefaults('clicks', true);
    for (const count of [0, 100_836, 250_000]) expect(targetShareOf(options, count)).toBe(0.2);
  });

  it('make no more rows of twice as many ratings, and none is left out', () => {
    const options = ratingDefaults('clicks', true);
    for (const count of [500_000, 1_000_000, 32_000_000]) {
      expect(targetShareOf(options, count) * options.plans.length * count).toBeCloseTo(250_000, 3);
    }
    const folds = crossFitEffects(catalogue, ratings, 1);
    const drafts = (share: number) => draftTraining(ratings, folds, STRENGTH_PLANS, share, 1).flat();
    const [few, many] = [drafts(0.0001), drafts(0.2)];
    expect(few.map(({ history }) => history)).toEqual(many.map(({ history }) => history));
    expect(few.map(({ targets }) => Array.from(targets))).toEqual(many.map(({ targets }) => [targets[0]]));
  });
});
