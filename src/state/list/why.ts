import type { TuningPart } from '../../data/tuning';
import { type Contribution, type Explanation, explainRanking } from '../../wnn/inspect/explain';
import { explainMatch, type MatchExplanation, type MatchPart } from '../../wnn/inspect/explain-match';
import { sharedTraits } from '../../wnn/inspect/traits';
import type { PersonalModel } from '../../wnn/personal/personal-model';
import { type ExpectedRating, expectedRating } from '../../wnn/personal/rating-readout';
import { type CompiledTuning, tuningParts } from '../../wnn/personal/tuning';
import type { Library } from '../platform/library';

/** What connects a film with one that was answered. */
interface Connection {
  /** What both have, rarest first: "Sci-Fi", "1980s". */
  traits: string[];
  sameSeries: boolean;
}

/** One past answer's part in the figure beside a film, with what connects the two films. */
export interface MatchReason extends MatchPart, Connection {}

/** The figure beside a film taken apart: start + general + sum of the parts' amounts = match. */
export interface WhyMatch extends MatchExplanation {
  parts: MatchReason[];
}

/** One past answer's part in a score, with what connects the two films. */
export interface Reason extends Contribution, Connection {}

/** Why a film has its place: start + sum of the contributions' and of the tuning's amounts = the score that orders the list. */
export interface WhyRanked extends Explanation {
  item: number;
  contributions: Reason[];
  tuning: TuningPart[];
  match: WhyMatch;
  expected: ExpectedRating;
}

/** What connects a film with others, each looked up once. */
function connections({ catalogue, network, bitFrequency }: Library, item: number) {
  const known = new Map<number, Connection>();
  const { collection } = catalogue;
  return (film: number): Connection => {
    const found = known.get(film) ?? {
      traits: sharedTraits(catalogue, network.retina, bitFrequency, item, film),
      sameSeries: item !== film && collection[item] > 0 && collection[item] === collection[film],
    };
    known.set(film, found);
    return found;
  };
}

/** Takes a film's figure and its place in the list apart. */
export function whyRanked(
  library: Library,
  model: PersonalModel,
  item: number,
  compiled: CompiledTuning | null = null,
): WhyRanked {
  const plain = explainRanking(model, item);
  const tuning = compiled ? tuningParts(model, compiled, item, plain.score) : [];
  const match = explainMatch(model, item);
  const connected = connections(library, item);
  return {
    ...plain,
    item,
    contributions: plain.contributions.map((part) => ({ ...part, ...connected(part.item) })),
    score: tuning.reduce((score, { amount }) => score + amount, plain.score),
    tuning,
    match: { ...match, parts: match.parts.map((part) => ({ ...part, ...connected(part.item) })) },
    expected: expectedRating(model, item),
  };
}
