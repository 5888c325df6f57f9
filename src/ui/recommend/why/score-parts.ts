import type { TuningPart } from '../../../data/tuning';
import { traitName } from '../../../state/list/trait-offers';
import type { Reason, WhyRanked } from '../../../state/list/why';
import { roundedParts } from './adding-up';

/** One piece of the bar and one line below it. */
export interface ScorePart {
  key: string;
  side: 'for' | 'against' | 'tuned';
  /** The exact part, and the same as it is shown: in hundredths that add up. */
  amount: number;
  shown: number;
  /** The click it comes from; absent for what several clicks add up to, and for the tuning. */
  reason?: Reason;
  /** Whether it is its click's largest part: what would be without the click is asked once a click. */
  asks?: boolean;
  /** Of how many parts it is the sum, for the rest of a side. */
  others?: number;
  tuned?: TuningPart;
}

/** A score as it is told: start + parts = score. */
export interface ToldScore {
  start: number;
  score: number;
  parts: ScorePart[];
}

type Untold = Omit<ScorePart, 'shown'>;

function sideOf(
  side: 'for' | 'against',
  reasons: readonly Reason[],
  named: number,
  largest: ReadonlySet<Reason>,
): Untold[] {
  const parts: Untold[] = reasons.slice(0, named).map((reason) => ({
    key: `${reason.term} ${reason.item}`,
    side,
    amount: reason.amount,
    reason,
    asks: largest.has(reason),
  }));
  const others = reasons.slice(named);
  if (others.length > 0) {
    const amount = others.reduce((sum, reason) => sum + reason.amount, 0);
    parts.push({ key: `rest ${side}`, side, amount, others: others.length });
  }
  return parts;
}

/**
 * Puts an explanation in the order in which it is told: what speaks for the film, what against it, how it was tuned.
 * @param named how many clicks of each side are told one by one; the others are summed up
 */
export function tellScore(why: WhyRanked, named: number): ToldScore {
  const pro = why.contributions.filter(({ amount }) => amount > 0);
  const contra = why.contributions.filter(({ amount }) => amount < 0);
  // The first of each click, as they come by size.
  const largest = new Map(why.contributions.toReversed().map((reason) => [reason.item, reason]));
  const asking = new Set(largest.values());
  const parts: Untold[] = [
    ...sideOf('for', pro, named, asking),
    ...sideOf('against', contra, named, asking),
    ...why.tuning.map(
      (tuned): Untold => ({
        key: tuned.cause === 'adventure' ? 'adventure' : `trait ${traitName(tuned.trait)}`,
        side: 'tuned',
        amount: tuned.amount,
        tuned,
      }),
    ),
  ];
  const amounts = parts.map(({ amount }) => amount);
  const shown = roundedParts(why.start, amounts);
  return {
    start: why.start,
    // Summed as the parts are, so that a sum on the edge of a hundredth rounds as they do.
    score: amounts.reduce((sum, amount) => sum + amount, why.start),
    parts: parts.map((part, n) => ({ ...part, shown: shown[n] })),
  };
}

/** "+0.21"; a real minus sign, so that the figures line up. */
export function signed(amount: number): string {
  return `${amount < 0 ? '−' : '+'}${Math.abs(amount).toFixed(2)}`;
}

/** "5.36"; rounded as `roundedParts` rounds. */
export function plainFigure(amount: number): string {
  const hundredths = Math.round(100 * amount);
  return `${hundredths < 0 ? '−' : ''}${(Math.abs(hundredths) / 100).toFixed(2)}`;
}

/** What connects a film with the answer that speaks for or against it, by the part of the score. */
export function connection(reason: Reason): string {
  const { term, amount } = reason;
  if (term === 'series') return 'of the same series';
  if (term === 'steering') return 'much like it';
  if (term === 'likes table') return `liked by ${amount > 0 ? 'the same' : 'other'} people`;
  if (term === 'watched table') return `seen by ${amount > 0 ? 'the same' : 'other'} people`;
  return inCommon(reason);
}

/** "both: Horror, Sci-Fi and 1980s"; "from the same years, about as long". */
function inCommon({ traits, likenesses }: Pick<Reason, 'traits' | 'likenesses'>): string {
  if (traits.length === 0) return likenesses.slice(0, 2).join(', ');
  const told = traits.slice(0, 3);
  const last = told.pop();
  return told.length === 0 ? `both: ${last}` : `both: ${told.join(', ')} and ${last}`;
}
