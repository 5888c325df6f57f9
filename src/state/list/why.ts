import type { TuningPart } from '../../data/tuning';
import { type Contribution, type Explanation, explainRanking } from '../../wnn/inspect/explain';
import { likenesses, sharedTraits } from '../../wnn/inspect/traits';
import type { PersonalModel } from '../../wnn/personal/personal-model';
import { type ExpectedRating, expectedRating } from '../../wnn/personal/rating-readout';
import { type CompiledTuning, tuningParts } from '../../wnn/personal/tuning';
import type { Library } from '../platform/library';

/** One past click's part in a score, with what connects the two films. */
export interface Reason extends Contribution {
  /** What both have, rarest first: "Sci-Fi", "1980s". */
  traits: string[];
  /** Where they share no trait, in what they are alike: "from the same years". */
  likenesses: string[];
}

/** A figure of a film taken apart: start + sum of the reasons' amounts = score. */
export interface Why extends Explanation {
  item: number;
  contributions: Reason[];
}

function withTraits(library: Library, item: number, explanation: Explanation): Why {
  const { catalogue, network, bitFrequency } = library;
  const contributions = explanation.contributions.map(({ item: film, answer, term, amount }) => {
    const traits = sharedTraits(catalogue, network.retina, bitFrequency, item, film);
    const alike = traits.length > 0 ? [] : likenesses(catalogue, item, film);
    return { term, item: film, answer, amount, traits, likenesses: alike };
  });
  return { ...explanation, item, contributions };
}

/** Why a film has its place: start + sum of the reasons' and of the tuning's amounts = the score that orders the list. */
export interface WhyRanked extends Why {
  tuning: TuningPart[];
  expected: ExpectedRating;
}

/** Takes a film's place in the list apart. */
export function whyRanked(
  library: Library,
  model: PersonalModel,
  item: number,
  compiled: CompiledTuning | null = null,
): WhyRanked {
  const plain = withTraits(library, item, explainRanking(model, item));
  const tuning = compiled ? tuningParts(model, compiled, item, plain.score) : [];
  return {
    ...plain,
    score: tuning.reduce((score, { amount }) => score + amount, plain.score),
    tuning,
    expected: expectedRating(model, item),
  };
}
