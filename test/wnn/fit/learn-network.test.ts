import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Scale } from '../../../src/data/deviation';
import { fitItemEffects } from '../../../src/data/item-effects';
import { DamagedBytesError } from '../../../src/lib/bytes';
import { learnRanking, rankingDefaults } from '../../../src/wnn/fit/learn-ranking';
import { learnRating, ratingDefaults } from '../../../src/wnn/fit/learn-rating';
import { decodeRanking, decodeRating, encodeRanking, encodeRating } from '../../../src/wnn/network/format';
import { RANKING_UNITS } from '../../../src/wnn/network/ranking-part';
import { RankingMemory } from '../../../src/wnn/stars/ranking-memory';
import { RatingMemory } from '../../../src/wnn/stars/rating-memory';
import { makeDataset } from '../../fixtures/small-world';

const { catalogue, ratings } = makeDataset(3, 80, 60);
const effects = fitItemEffects(catalogue, ratings);
const data = { catalogue, ratings, effects, seed: 1 };
const STRATA = { content: 12, genres: 8, 'genre-and-field': 12 };
const HYBRID_STRATA = { ...STRATA, 'mixed-codes': 8, codes: 8 };

function rating(feedback: Scale, hybrid: boolean) {
  const strata = hybrid ? HYBRID_STRATA : STRATA;
  return learnRating(data, { ...ratingDefaults(feedback, hybrid), strata, nodes: 10, targetShare: 0.3 });
}
const RATING = {
  stars: rating('stars', false),
  likes: rating('likes', false),
  hybrid: rating('stars', true),
};
const kinds = fc.constantFrom<keyof typeof RATING>('stars', 'likes', 'hybrid');
const memoryOf = (kind: keyof typeof RATING) =>
  new RatingMemory(RATING[kind], effects, kind === 'likes' ? 'likes' : 'stars');

const anchors = { nodes: 6, anchors: [6, 10] as [number, number], dimensions: [4, 4] as [number, number] };
const table = { ...{ leastRows: 2, mostFilms: 50, iterations: 2 }, ...{ lambda: 3, rank: 6, rest: 3 } };
const ranking = learnRanking(data, {
  ...{ ...rankingDefaults(true), strata: STRATA, anchors },
  tables: { likes: table, watched: table, stretch: 8 },
});

const item = fc.integer({ min: 0, max: catalogue.count - 1 });
const click = fc.record({
  item,
  halfStars: fc.integer({ min: 1, max: 10 }),
  timestamp: fc.integer({ min: 0, max: 20 }),
});
const clicks = fc.uniqueArray(click, { maxLength: 70, selector: (one) => one.item });
const shuffled = clicks.chain((list) =>
  fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
);

describe('a learned rating model', () => {
  it('is the same when learned again from the same data and seed', () => {
    expect(rating('stars', true)).toEqual(RATING.hybrid);
  });

  it('keeps few nodes, with strengths above zero, and uses codes only as hybrid', () => {
    for (const { fit, bank } of Object.values(RATING)) {
      expect(bank.nodeCount).toBe(fit.kept.length);
      expect(fit.kept.length).toBeLessThanOrEqual(10);
      expect(fit.strength.every((s) => s > 0)).toBe(true);
    }
    expect([RATING.stars.codes, RATING.likes.codes]).toEqual([null, null]);
    expect(RATING.hybrid.axes.length).toBe(25);
    expect(RATING.hybrid.fit.kept.length).toBeGreaterThan(0);
  });
});

describe('network parts as bytes', () => {
  it('come back the same', () => {
    for (const model of Object.values(RATING)) {
      expect(decodeRating(catalogue, effects, encodeRating(model))).toEqual(model);
    }
    const back = decodeRanking(catalogue, effects, encodeRanking(ranking), ratings);
    const withoutFunctions = ({ terms, ...rest }: typeof ranking) => ({
      ...rest,
      terms: { ...terms, neighbours: null },
    });
    expect(withoutFunctions(back)).toEqual(withoutFunctions(ranking));
    expect(back.terms.neighbours?.(3)).toEqual(ranking.terms.neighbours?.(3));
  });

  it('are refused when damaged, of another kind, or of another catalogue', () => {
    const bytes = encodeRating(RATING.hybrid);
    expect(() => decodeRating(catalogue, effects, bytes.subarray(0, bytes.length - 5))).toThrow(
      DamagedBytesError,
    );
    expect(() => decodeRanking(catalogue, effects, bytes, null)).toThrow(DamagedBytesError);
    const smaller = makeDataset(3, 40, 60);
    const other = fitItemEffects(smaller.catalogue, smaller.ratings);
    expect(() => decodeRating(smaller.catalogue, other, bytes)).toThrow(DamagedBytesError);
    expect(() => decodeRanking(smaller.catalogue, other, encodeRanking(ranking), null)).toThrow(
      DamagedBytesError,
    );
  });
});

describe('RatingMemory', () => {
  it('is the same in whatever order it learned', () => {
    fc.assert(
      fc.property(kinds, shuffled, (kind, [list, other]) => {
        const [a, b] = [list, other].map((order) => {
          const memory = memoryOf(kind);
          for (const one of order) memory.learn(one.item, one.halfStars);
          return memory.bytes();
        });
        expect(a).toEqual(b);
      }),
      { numRuns: 30 },
    );
  });

  it('forgets exactly', () => {
    fc.assert(
      fc.property(kinds, clicks, click, (kind, list, one) => {
        const memory = memoryOf(kind);
        for (const other of list) memory.learn(other.item, other.halfStars);
        const before = memory.bytes();
        memory.learn(one.item, one.halfStars);
        memory.unlearn(one.item, one.halfStars);
        expect(memory.bytes()).toEqual(before);
      }),
      { numRuns: 30 },
    );
  });

  it('explains a prediction as an exact sum over clicks', () => {
    fc.assert(
      fc.property(kinds, clicks, item, (kind, list, film) => {
        const memory = memoryOf(kind);
        for (const one of list) memory.learn(one.item, one.halfStars);
        const parts = memory.explain(film, list);
        const total = parts.reduce((sum, { amount }) => sum + amount, memory.startOf(film));
        expect(total).toBeCloseTo(memory.predict([film])[0], 9);
      }),
      { numRuns: 60 },
    );
  });
});

describe('RankingMemory', () => {
  const learned = (list: { item: number; halfStars: number; timestamp: number }[]) => {
    const memory = new RankingMemory(ranking);
    for (const one of list) memory.learn(one.item, one.halfStars, one.timestamp);
    return memory;
  };

  it('depends on the times of clicks, not on their order of arrival', () => {
    fc.assert(
      fc.property(shuffled, ([list, other]) => {
        expect(learned(other).bytes()).toEqual(learned(list).bytes());
        expect(learned(other).rank()).toEqual(learned(list).rank());
      }),
      { numRuns: 30 },
    );
  });

  it('forgets exactly, and lets the next older click back into its windows', () => {
    fc.assert(
      fc.property(clicks, fc.nat(), (list, which) => {
        fc.pre(list.length > 0);
        const gone = list[which % list.length];
        const memory = learned(list);
        memory.rank();
        memory.unlearn(gone.item, gone.halfStars, gone.timestamp);
        const never = learned(list.filter((one) => one !== gone));
        expect(memory.bytes()).toEqual(never.bytes());
        expect(memory.rank()).toEqual(never.rank());
      }),
      { numRuns: 60 },
    );
  });

  it('gives the same scores followed click by click as made afresh', () => {
    fc.assert(
      fc.property(clicks, (list) => {
        const memory = new RankingMemory(ranking);
        for (const one of list) {
          memory.learn(one.item, one.halfStars, one.timestamp);
          memory.rank();
        }
        expect(memory.rank()).toEqual(learned(list).rank());
      }),
      { numRuns: 20 },
    );
  });

  it('splits every score over clicks and terms exactly', () => {
    fc.assert(
      fc.property(clicks, item, (list, film) => {
        const memory = learned(list);
        const { score, start, parts } = memory.explain(film);
        expect(score / RANKING_UNITS).toBe(memory.rank()[film]);
        expect(parts.reduce((sum, { units }) => sum + units, start)).toBe(score);
        expect(parts.every(({ units }) => Number.isInteger(units))).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('lets each like add and each dislike subtract in cells, and dislikes alone steer away', () => {
    fc.assert(
      fc.property(clicks, item, (list, film) => {
        for (const { term, answer, units } of learned(list).explain(film).parts) {
          if (term === 'cells') expect(Math.sign(units)).toBe(answer === 'dislike' ? -1 : 1);
          if (term === 'series') expect([answer, Math.sign(units)]).toEqual(['like', 1]);
          if (term === 'steering') expect([answer, Math.sign(units)]).toEqual(['dislike', -1]);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('refuses to forget what it never learned', () => {
    expect(() => learned([]).unlearn(3, 8, 1)).toThrow(RangeError);
    expect(() => learned([{ item: 3, halfStars: 8, timestamp: 1 }]).unlearn(3, 2, 1)).toThrow(RangeError);
  });

  it('starts from how liked films are', () => {
    const scores = new RankingMemory(ranking).rank();
    const order = Array.from(scores.keys()).sort((a, b) => effects.likes[b] - effects.likes[a]);
    for (let k = 1; k < order.length; k++)
      expect(scores[order[k - 1]]).toBeGreaterThanOrEqual(scores[order[k]]);
  });
});
