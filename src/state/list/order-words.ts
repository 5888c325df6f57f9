import { RANKING_UNITS } from '../../wnn/network/lists/ranking-part';
import type { PersonalModel } from '../../wnn/personal/personal-model';
import { type CompiledTuning, tuningParts } from '../../wnn/personal/tuning';
import * as words from '../../words/en/list/order';

/**
 * Why a film stands above others that have a clearly higher figure, by the part of its score that puts it there. The figure
 * beside a film is the chance that the person likes it; the order also asks what is worth showing.
 */
export const ORDER_WORDS = {
  // The first two as the ends of the dial beside the list are called.
  known: words.wellKnown,
  clicks: words.likeYours,
  series: words.fromSeries,
  tuned: words.asTuned,
} as const;
/** Name of a part of the score that orders the list. */
export type ScorePartName = keyof typeof ORDER_WORDS;

/** A film of a list and what its place comes from. */
export interface Scored {
  /** Chance that the person likes it, 0..1. */
  match: number;
  /** Parts of its score; their sum orders the list. */
  parts: Readonly<Record<ScorePartName, number>>;
}

/** By so much a figure is clearly higher than another: what a glance at two percentages takes for a difference. */
const CLEARLY = 0.08;
/** A film is seen beside the next few, not beside the end of the list. */
const IN_SIGHT = 6;

/**
 * The part that puts a film above films with clearly higher figures that follow close behind: the one in which it exceeds them
 * most, on average. Null where the figures agree with the order.
 * @param at the films of the list, best first, looked at as far as needed
 * @param length how many they are
 */
export function liftingPart(
  at: (place: number) => Scored,
  length: number,
  place: number,
): ScorePartName | null {
  const { match, parts } = at(place);
  const passed: Scored[] = [];
  for (let next = place + 1; next < length && next <= place + IN_SIGHT; next++) {
    const other = at(next);
    if (other.match - match >= CLEARLY) passed.push(other);
  }
  if (passed.length === 0) return null;
  const lead = (name: ScorePartName) =>
    passed.reduce((sum, other) => sum + parts[name] - other.parts[name], 0);
  const names = Object.keys(parts) as ScorePartName[];
  return names.reduce((best, name) => (lead(name) > lead(best) ? name : best));
}

/**
 * The parts of a film's score. What the dial adds goes to the part that it favours, so that its words stay those of the
 * film.
 * @param learned ranking scores before the tuning; length itemCount
 * @returns their sum is the score by which the tuned list is ordered
 */
export function scorePartsOf(
  model: PersonalModel,
  learned: Float64Array,
  tuning: CompiledTuning | null,
  item: number,
): Scored['parts'] {
  const known = model.terms.startOf(item) / RANKING_UNITS;
  const series = model.terms.seriesOf(item) / RANKING_UNITS;
  const parts = { known, clicks: learned[item] - known - series, series, tuned: 0 };
  for (const { cause, amount } of tuning ? tuningParts(model, tuning, item, learned[item]) : []) {
    if (cause === 'trait') parts.tuned += amount;
    else parts[(tuning?.tuning.adventure ?? 0) < 0 ? 'known' : 'clicks'] += amount;
  }
  return parts;
}
