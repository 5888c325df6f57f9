import type { Contribution } from '../../wnn/inspect/explain';

/** All that one click does to a score. */
export interface ClickPart<C extends Contribution = Contribution> {
  /** In the score's unit: the sum of `parts`. */
  amount: number;
  /** What it does in each term, the largest first; at least one. */
  parts: readonly C[];
}

/**
 * Gathers what a score is made of click by click, by magnitude, largest first: on a stage a click is one line, whatever terms
 * it speaks in. The amounts sum to those of the contributions.
 */
export function clickParts<C extends Contribution>(contributions: readonly C[]): ClickPart<C>[] {
  const byItem = new Map<number, C[]>();
  for (const one of contributions) byItem.set(one.item, [...(byItem.get(one.item) ?? []), one]);
  const clicks = [...byItem.values()].map((parts) => ({
    amount: parts.reduce((sum, { amount }) => sum + amount, 0),
    parts: parts.toSorted((a, b) => Math.abs(b.amount) - Math.abs(a.amount)),
  }));
  return clicks.sort((a, b) => Math.abs(b.amount) - Math.abs(a.amount) || a.parts[0].item - b.parts[0].item);
}
