import type { Leaning, TuningPart } from '../../../data/tuning';
import { traitName } from '../../../state/list/trait-offers';
import type { Reason, WhyRanked } from '../../../state/list/why';
import * as words from '../../../words/en/recommend/why';
import { roundedParts } from './adding-up';

/** One of the things that move a film in the list. */
export interface PlaceShare {
  key: string;
  words: string;
  /** Whether it lifts the film; else it lowers it. */
  lifts: boolean;
  /** Of all that moves it, in whole percent that come to 100. */
  percent: number;
  /** The click that does most of it. */
  most?: Reason;
}

const ASKED: Record<Leaning, (trait: string) => string> = {
  never: words.askedNever,
  less: words.askedLess,
  more: words.askedMore,
};

function tunedWords(part: TuningPart): string {
  return part.cause === 'adventure' ? words.yourDial : ASKED[part.leaning](traitName(part.trait));
}

/** Tells what gives a film its place, in shares of all that lifts and lowers it; what comes to nothing is left out. */
export function placeShares({ start, contributions, tuning }: WhyRanked): PlaceShare[] {
  const sum = (parts: readonly Reason[]) => parts.reduce((all, { amount }) => all + amount, 0);
  const series = contributions.filter(({ term }) => term === 'series');
  const clicks = contributions.filter(({ term }) => term !== 'series');
  const parts = [
    { key: 'known', words: start < 0 ? words.fewKnowIt : words.widelyLoved, amount: start },
    { key: 'clicks', words: words.yourAnswers, amount: sum(clicks), most: mostOf(clicks) },
    { key: 'series', words: words.yourSeries, amount: sum(series) },
    ...tuning.map((part) => ({ key: tunedWords(part), words: tunedWords(part), amount: part.amount })),
  ].filter(({ amount }) => amount !== 0);
  const whole = parts.reduce((all, { amount }) => all + Math.abs(amount), 0);
  const shown = roundedParts(
    0,
    parts.map(({ amount }) => Math.abs(amount) / whole),
  );
  return parts.map(({ amount, ...part }, n) => ({
    ...part,
    lifts: amount > 0,
    percent: Math.round(100 * shown[n]),
  }));
}

/** The click whose parts together move the film most in the direction of them all. */
function mostOf(clicks: readonly Reason[]): Reason | undefined {
  const direction = Math.sign(clicks.reduce((all, { amount }) => all + amount, 0));
  const byItem = new Map<number, number>();
  for (const { item, amount } of clicks) byItem.set(item, (byItem.get(item) ?? 0) + amount * direction);
  const [most] = [...byItem].sort((a, b) => b[1] - a[1]);
  // The largest part of that click.
  return most && clicks.find(({ item, amount }) => item === most[0] && amount * direction > 0);
}
