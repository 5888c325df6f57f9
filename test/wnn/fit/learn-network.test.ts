import { describe, expect, it } from 'vitest';
import { fitItemEffects } from '../../../src/data/item-effects';
import { DamagedBytesError } from '../../../src/lib/bytes';
import { decodeRanking, encodeRanking } from '../../../src/wnn/network/lists/ranking-format';
import { decodeRating, encodeRating } from '../../../src/wnn/network/rating-format';
import { catalogue, effects, learnSmallRating, RANKING, RATING, ratings } from '../../fixtures/small-parts';
import { makeDataset } from '../../fixtures/small-world';

describe('a learned rating model', () => {
  it('is the same when learned again from the same data and seed', () => {
    expect(learnSmallRating('stars', true)).toEqual(RATING.hybrid);
  });

  it('keeps few nodes, with strengths above zero, and uses codes only as hybrid', () => {
    for (const { fit, bank } of Object.values(RATING)) {
      expect(bank.nodeCount).toBe(fit.kept.length);
      expect(fit.kept.length).toBeLessThanOrEqual(10);
      expect(fit.strength.every((s) => s > 0)).toBe(true);
    }
    expect([RATING.stars.codes, RATING.likes.codes]).toEqual([null, null]);
    expect(RATING.hybrid.codes?.factors.dimensions).toBe(6);
    expect(RATING.hybrid.fit.kept.length).toBeGreaterThan(0);
  });
});

describe('network parts as bytes', () => {
  it('come back the same', () => {
    for (const model of Object.values(RATING)) {
      expect(decodeRating(catalogue, effects, encodeRating(model, true))).toEqual(model);
    }
    const back = decodeRanking(catalogue, effects, encodeRanking(RANKING), ratings);
    const withoutFunctions = ({ terms, ...rest }: typeof RANKING) => ({
      ...rest,
      terms: { ...terms, neighbours: null },
    });
    expect(withoutFunctions(back)).toEqual(withoutFunctions(RANKING));
    expect(back.terms.neighbours?.(3)).toEqual(RANKING.terms.neighbours?.(3));
  });

  it('are refused when damaged, of another kind, or of another catalogue', () => {
    const bytes = encodeRating(RATING.hybrid, true);
    expect(() => decodeRating(catalogue, effects, bytes.subarray(0, bytes.length - 5))).toThrow(
      DamagedBytesError,
    );
    expect(() => decodeRanking(catalogue, effects, bytes, null)).toThrow(DamagedBytesError);
    const smaller = makeDataset(3, 40, 60);
    const other = fitItemEffects(smaller.catalogue, smaller.ratings);
    expect(() => decodeRating(smaller.catalogue, other, bytes)).toThrow(DamagedBytesError);
    expect(() => decodeRanking(smaller.catalogue, other, encodeRanking(RANKING), null)).toThrow(
      DamagedBytesError,
    );
  });
});
