import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { TuningPart } from '../../src/data/tuning';
import type { Reason, WhyRanked } from '../../src/state/list/why';
import { plainFigure, signed, tellScore } from '../../src/ui/recommend/why/score-parts';

const size = fc.double({ min: 1e-4, max: 3, noNaN: true });
const reasons = fc.array(
  fc.tuple(size, fc.boolean()).map(([amount, liked], ..._) => ({ amount, liked })),
  { maxLength: 20 },
);
const tuning = fc.array(
  fc.double({ min: -2, max: 2, noNaN: true }).map((amount): TuningPart => ({ cause: 'adventure', amount })),
  { maxLength: 2 },
);

function whyOf(start: number, clicks: { amount: number; liked: boolean }[], tuned: TuningPart[]): WhyRanked {
  const contributions = clicks
    .map(
      ({ amount, liked }, item): Reason => ({
        item,
        answer: liked ? 'like' : 'dislike',
        term: 'cells',
        amount: liked ? amount : -amount,
        traits: [],
        likenesses: [],
      }),
    )
    .sort((a, b) => Math.abs(b.amount) - Math.abs(a.amount));
  const score = [...contributions, ...tuned].reduce((sum, { amount }) => sum + amount, start);
  return { item: 0, start, score, contributions, tuning: tuned, expected: { most: 3, you: 4 } };
}

const hundredths = (text: string) => Math.round(100 * Number(text.replace('−', '-')));

test('what is told adds up as shown and exactly, however many clicks are named', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0, max: 8, noNaN: true }),
      reasons,
      tuning,
      fc.integer({ min: 1, max: 20 }),
      (start, clicks, tuned, named) => {
        const why = whyOf(start, clicks, tuned);
        const told = tellScore(why, named);
        const exact = told.parts.reduce((sum, { amount }) => sum + amount, told.start);
        expect(Math.abs(exact - why.score)).toBeLessThan(1e-9);
        const figures = [plainFigure(told.start), ...told.parts.map(({ shown }) => signed(shown))];
        const sum = figures.reduce((total, text) => total + hundredths(text), 0);
        expect(sum === hundredths(plainFigure(told.score))).toBe(true);
        const clicksTold = told.parts.reduce((sum, { reason, others = 0 }) => sum + (reason ? 1 : others), 0);
        expect(clicksTold).toBe(clicks.length);
      },
    ),
  );
});

test('the strongest clicks are named first on each side, the others in one sum', () => {
  const clicks = [0.1, 0.9, 0.4, 0.2].map((amount) => ({ amount, liked: true }));
  const told = tellScore(whyOf(1, [...clicks, { amount: 0.3, liked: false }], []), 2);
  expect(told.parts.map(({ side, shown, others }) => [side, shown, others])).toEqual([
    ['for', 0.9, undefined],
    ['for', 0.4, undefined],
    ['for', 0.3, 2],
    ['against', -0.3, undefined],
  ]);
});

test('what would be without a click is asked once a click, at its largest part, though it speaks in several', () => {
  const part = (item: number, term: Reason['term'], amount: number): Reason => ({
    ...{ item, term, amount, answer: 'like', traits: [], likenesses: [] },
  });
  const why = {
    ...whyOf(1, [], []),
    contributions: [
      part(3, 'series', 0.9),
      part(3, 'cells', 0.5),
      part(7, 'cells', 0.4),
      part(3, 'watched table', -0.2),
    ],
  };
  const { parts } = tellScore(why, 4);
  expect(parts.filter(({ asks }) => asks).map(({ key }) => key)).toEqual(['series 3', 'cells 7']);
  expect(new Set(parts.map(({ key }) => key)).size).toBe(4);
});
