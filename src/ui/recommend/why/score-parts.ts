import type { MatchReason, WhyMatch } from '../../../state/list/why';
import * as words from '../../../words/en/recommend/points';
import { roundedParts } from './adding-up';

/** One piece of the bar and one line below it. */
export interface ScorePart {
  key: string;
  side: 'for' | 'against';
  /** The exact part of the chance, 0..1, and the same as it is shown: in whole points that add up. */
  amount: number;
  shown: number;
  /** The click it comes from; absent for what several clicks add up to. */
  reason?: MatchReason;
  /** Of how many clicks it is the sum, for the rest of a side. */
  others?: number;
  /** Whether it comes of how the person answers in general. */
  general?: boolean;
}

/** A match figure as it is told, in whole points: start + parts = match. */
export interface ToldMatch {
  start: number;
  match: number;
  parts: ScorePart[];
}

type Untold = Omit<ScorePart, 'shown'>;

/** What is below a point is named one by one only when somebody asks, but for the first of a side. */
const POINT = 0.01;

function sideOf(
  side: 'for' | 'against',
  reasons: readonly MatchReason[],
  named: number,
  all: boolean,
): Untold[] {
  const told = reasons
    .slice(0, named)
    .filter(({ amount }, place) => all || place === 0 || Math.abs(amount) >= POINT);
  const parts: Untold[] = told.map((reason) => ({
    key: `click ${reason.item}`,
    side,
    amount: reason.amount,
    reason,
  }));
  const others = reasons.slice(told.length);
  if (others.length > 0) {
    const amount = others.reduce((sum, reason) => sum + reason.amount, 0);
    parts.push({ key: `rest ${side}`, side, amount, others: others.length });
  }
  return parts;
}

/** Never −0. */
const points = (chance: number) => Math.round(100 * chance) + 0;

/**
 * Puts a match figure in the order in which it is told: how the person answers in general, what speaks for the film, what
 * against it. What is shown adds up to what the row of the film shows.
 * @param named how many clicks of each side are told one by one; the others are summed up
 * @param all whether those below a point are named too
 */
export function tellMatch(
  { match, start, general, parts: clicks }: WhyMatch,
  named: number,
  all = false,
): ToldMatch {
  const manner: Untold[] =
    points(general) === 0
      ? []
      : [{ key: 'general', side: general > 0 ? 'for' : 'against', amount: general, general: true }];
  const sides = (['for', 'against'] as const).flatMap((side) => [
    ...manner.filter((part) => part.side === side),
    ...sideOf(
      side,
      clicks.filter(({ amount }) => amount > 0 === (side === 'for')),
      named,
      all,
    ),
  ]);
  // What is too little for a line of its own still counts.
  const exactStart = start + (manner.length === 0 ? general : 0);
  const amounts = sides.map(({ amount }) => amount);
  const shown = roundedParts(exactStart, amounts, match).map(points);
  return {
    start: sides.length === 0 ? points(match) : points(exactStart),
    match: points(match),
    parts: sides.map((part, n) => ({ ...part, shown: shown[n] })),
  };
}

/** "+0.21"; a real minus sign, so that the figures line up. */
export function signed(amount: number): string {
  return `${amount < 0 ? '−' : '+'}${Math.abs(amount).toFixed(2)}`;
}

/** "+12 points", "−1 point", "under 1 point"; a real minus sign. */
export function pointsOf(shown: number): string {
  return shown === 0 ? words.underPoint : words.points(shown < 0 ? '−' : '+', Math.abs(shown));
}
