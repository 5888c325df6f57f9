import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { MatchReason, Reason, WhyMatch, WhyRanked } from '../../src/state/list/why';
import { matchConnection } from '../../src/ui/recommend/why/connection';
import { placeShares } from '../../src/ui/recommend/why/place-shares';
import { pointsOf, tellMatch } from '../../src/ui/recommend/why/score-parts';

const amounts = fc.array(fc.double({ min: -0.3, max: 0.3, noNaN: true }), { maxLength: 20 });

function matchOf(start: number, general: number, clicks: readonly number[]): WhyMatch {
  const parts = clicks
    .map((amount, item): MatchReason => ({ item, amount, answer: 'like', traits: [], sameSeries: false }))
    .filter(({ amount }) => Math.abs(amount) > 1e-9)
    .sort((a, b) => Math.abs(b.amount) - Math.abs(a.amount));
  return { start, general, parts, match: parts.reduce((sum, { amount }) => sum + amount, start + general) };
}

const shownAs = (text: string) =>
  text.startsWith('under') ? 0 : Number.parseInt(text.replace('−', '-'), 10);

test('what is told adds up to the figure as it is shown, however many clicks are named', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.double({ min: -0.2, max: 0.2, noNaN: true }),
      amounts,
      fc.integer({ min: 1, max: 20 }),
      fc.boolean(),
      (start, general, clicks, named, all) => {
        const why = matchOf(start, general, clicks);
        const told = tellMatch(why, named, all);
        expect(told.match).toBe(Math.round(100 * why.match) + 0);
        const sum = told.parts.reduce((total, { shown }) => total + shownAs(pointsOf(shown)), told.start);
        expect(sum).toBe(told.match);
        const clicksTold = told.parts.reduce((all, { reason, others = 0 }) => all + (reason ? 1 : others), 0);
        expect(clicksTold).toBe(why.parts.length);
        for (const { amount, shown } of told.parts) expect(Math.abs(100 * amount - shown)).toBeLessThan(2);
      },
    ),
  );
});

test('the strongest clicks are named first on each side, the others in one sum, how one answers before all', () => {
  const told = tellMatch(matchOf(0.5, 0.06, [0.01, 0.2, 0.1, 0.03, -0.04]), 2);
  expect(told.parts.map(({ side, shown, others, general }) => [side, shown, others ?? general])).toEqual([
    ['for', 6, true],
    ['for', 20, undefined],
    ['for', 10, undefined],
    ['for', 4, 2],
    ['against', -4, undefined],
  ]);
});

test('a click below a point is named only as the first of its side, until somebody asks for all', () => {
  const why = matchOf(0.5, 0, [0.004, 0.003, 0.002]);
  expect(tellMatch(why, 4).parts.map(({ others }) => others)).toEqual([undefined, 2]);
  expect(tellMatch(why, 16, true).parts.every(({ reason }) => reason)).toBe(true);
  expect(pointsOf(0)).toBe('under 1 point');
  expect([pointsOf(1), pointsOf(-12)]).toEqual(['+1 point', '−12 points']);
});

const reason = (term: Reason['term'], item: number, amount: number): Reason => ({
  ...{ term, item, amount, answer: 'like', traits: [], sameSeries: false },
});

const whyOf = (start: number, contributions: Reason[], tuning: WhyRanked['tuning']): WhyRanked => ({
  item: 0,
  start,
  score: 0,
  contributions,
  tuning,
  match: matchOf(0.5, 0, []),
  expected: { most: 3, you: 4 },
});

test('shares of a place come to a hundred percent, and each has its way', () => {
  fc.assert(
    fc.property(fc.double({ min: -3, max: 8, noNaN: true }), amounts, (start, clicks) => {
      const contributions = clicks.map((amount, item) =>
        reason(item % 3 === 0 ? 'series' : 'likes table', item, amount),
      );
      const shares = placeShares(whyOf(start, contributions, [{ cause: 'adventure', amount: -0.5 }]));
      expect(shares.reduce((sum, { percent }) => sum + percent, 0)).toBe(100);
      expect(shares.at(-1)).toMatchObject({ words: 'the dial beside your list', lifts: false });
      expect(shares.some(({ percent }) => percent < 0)).toBe(false);
    }),
  );
});

test('the click named beside a place is the one that does most, in all its parts together', () => {
  const shares = placeShares(
    whyOf(5, [reason('likes table', 3, 0.9), reason('likes table', 7, 0.6), reason('cells', 7, 0.5)], []),
  );
  expect(shares.find(({ key }) => key === 'clicks')?.most).toMatchObject({ item: 7, term: 'likes table' });
});

test('a reason is told in words that fit the way it speaks', () => {
  const said = (one: Partial<MatchReason>) =>
    matchConnection({ item: 1, answer: 'like', amount: 0.1, traits: [], sameSeries: false, ...one });
  expect(said({ traits: ['Horror', 'Sci-Fi', '1980s', 'long'] })).toBe('both: Horror, Sci-Fi and 1980s');
  expect(said({})).toBe('those who like one tend to like the other');
  expect(said({ traits: ['Horror'], amount: -0.1 })).toBe('those who like one tend to like the other less');
  expect(said({ traits: ['Horror'], amount: -0.1, answer: 'dislike' })).toBe('both: Horror');
  expect(said({ amount: 0.1, answer: 'dislike' })).toBe('those who dislike one tend to like the other');
  expect(said({ sameSeries: true, amount: -0.1 })).toBe('of the same series');
});
