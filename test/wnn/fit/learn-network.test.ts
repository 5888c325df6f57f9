import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Feedback } from '../../../src/data/deviation';
import { fitItemEffects } from '../../../src/data/item-effects';
import { DamagedBytesError } from '../../../src/lib/bytes';
import { learnRanking, rankingDefaults } from '../../../src/wnn/fit/learn-ranking';
import { learnRating, ratingDefaults } from '../../../src/wnn/fit/learn-rating';
import { decodeRanking, encodeRanking } from '../../../src/wnn/network/format';
import { decodeRating, encodeRating } from '../../../src/wnn/network/rating-format';
import { matchFigure } from '../../../src/wnn/personal/match-figure';
import { RankingMemory } from '../../../src/wnn/stars/ranking-memory';
import { RatingMemory } from '../../../src/wnn/stars/rating-memory';
import { makeDataset } from '../../fixtures/small-world';

const { catalogue, ratings } = makeDataset(3, 80, 60);
const effects = fitItemEffects(catalogue, ratings);
const data = { catalogue, ratings, effects, seed: 1 };
const STRATA = { content: 12, genres: 8, 'genre-and-field': 12 };
const HYBRID_STRATA = { ...STRATA, 'mixed-codes': 8, codes: 8 };

const ANCHORS = { nodes: 6, anchors: [6, 10] as [number, number], dimensions: [4, 4] as [number, number] };
const FACT_ANCHORS = { nodes: 5, anchors: [4, 6] as [number, number], pool: 12, dimensions: 4 };

function rating(feedback: Feedback, hybrid: boolean) {
  const defaults = ratingDefaults(feedback, hybrid);
  return learnRating(data, {
    ...defaults,
    strata: hybrid ? HYBRID_STRATA : STRATA,
    nodes: 10,
    targetShare: 0.3,
    codes: { dimensions: 6 },
    taste: { ...defaults.taste, dimensions: 5, rounds: 2 },
    anchors: hybrid ? { likes: ANCHORS } : { facts: FACT_ANCHORS },
  });
}
const RATING = {
  stars: rating('stars', false),
  likes: rating('likes', false),
  clicks: rating('clicks', true),
  hybrid: rating('stars', true),
};
const kinds = fc.constantFrom<keyof typeof RATING>('stars', 'likes', 'clicks', 'hybrid');
const memoryOf = (kind: keyof typeof RATING) => new RatingMemory(RATING[kind], effects);

const ranking = learnRanking(data, { ...rankingDefaults(true), strata: STRATA, anchors: ANCHORS });

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
    expect(RATING.hybrid.codes?.factors.dimensions).toBe(6);
    expect(RATING.hybrid.fit.kept.length).toBeGreaterThan(0);
  });
});

describe('network parts as bytes', () => {
  it('come back the same', () => {
    for (const model of Object.values(RATING)) {
      expect(decodeRating(catalogue, effects, encodeRating(model, true))).toEqual(model);
    }
    expect(decodeRanking(catalogue, effects, encodeRanking(ranking), ratings)).toEqual(ranking);
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
    expect(() => decodeRanking(smaller.catalogue, other, encodeRanking(ranking), null)).toThrow(
      DamagedBytesError,
    );
  });
});

describe('RatingMemory', () => {
  const learned = (
    kind: keyof typeof RATING,
    list: { item: number; halfStars: number; timestamp: number }[],
  ) => {
    const memory = memoryOf(kind);
    for (const one of list) memory.learn(one.item, one.halfStars, one.timestamp);
    return memory;
  };

  it('is the same, to the last bit of what it says, in whatever order it learned', () => {
    fc.assert(
      fc.property(kinds, shuffled, item, (kind, [list, other], film) => {
        const [a, b] = [learned(kind, list), learned(kind, other)];
        expect(a.bytes()).toEqual(b.bytes());
        expect(a.predict([film])).toEqual(b.predict([film]));
      }),
      { numRuns: 30 },
    );
  });

  it('forgets exactly, window and second-order sums included', () => {
    fc.assert(
      fc.property(kinds, clicks, fc.nat(), (kind, list, which) => {
        fc.pre(list.length > 0);
        const gone = list[which % list.length];
        const memory = learned(kind, list);
        memory.unlearn(gone.item, gone.halfStars);
        const never = learned(
          kind,
          list.filter((one) => one !== gone),
        );
        expect(memory.bytes()).toEqual(never.bytes());
        expect(memory.predict([gone.item])).toEqual(never.predict([gone.item]));
      }),
      { numRuns: 40 },
    );
  });

  it('refuses to forget what it never learned', () => {
    expect(() => memoryOf('stars').unlearn(3, 8)).toThrow(RangeError);
  });

  it('explains a prediction as an exact sum over clicks', () => {
    fc.assert(
      fc.property(kinds, clicks, item, (kind, list, film) => {
        const memory = learned(kind, list);
        const parts = memory.explain(film);
        const total = parts.reduce((sum, { amount }) => sum + amount, memory.startOf(film));
        expect(parts).toHaveLength(list.length);
        expect(total).toBeCloseTo(memory.predict([film])[0], 9);
      }),
      { numRuns: 60 },
    );
  });

  it('says a match within 1 % and 99 % that rises with the stars it expects', () => {
    fc.assert(
      fc.property(clicks, (list) => {
        const memory = learned('clicks', list);
        const films = Uint32Array.from({ length: catalogue.count }, (_, i) => i);
        const stars = memory.predict(films);
        memory.match(films).forEach((match, i) => {
          expect(match).toBeGreaterThanOrEqual(0.01);
          expect(match).toBeLessThanOrEqual(0.99);
          const figure = matchFigure(RATING.clicks.fit.match, list.length);
          const more = figure.of(stars[i] + 0.1, effects.likeRate[i]);
          expect(more).toBeGreaterThanOrEqual(match);
        });
      }),
      { numRuns: 10 },
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
      }),
      { numRuns: 30 },
    );
  });

  it('forgets exactly, and lets the next older click back into its window', () => {
    fc.assert(
      fc.property(clicks, fc.nat(), (list, which) => {
        fc.pre(list.length > 0);
        const gone = list[which % list.length];
        const memory = learned(list);
        memory.unlearn(gone.item, gone.halfStars, gone.timestamp);
        expect(memory.bytes()).toEqual(learned(list.filter((one) => one !== gone)).bytes());
      }),
      { numRuns: 60 },
    );
  });

  it('refuses to forget what it never learned', () => {
    expect(() => learned([]).unlearn(3, 8, 1)).toThrow(RangeError);
  });

  it('starts from how liked films are, and lifts what shares a cell with a like', () => {
    expect(new RankingMemory(ranking).rank()).toEqual(ranking.start);
    const scores = learned([{ item: 2, halfStars: 10, timestamp: 5 }]).rank();
    expect(scores[2]).toBeGreaterThan(ranking.start[2]);
    expect(scores.every((score, i) => score >= ranking.start[i])).toBe(true);
  });
});
