import { type Contribution, type Explanation, explainMatch, explainRanking } from '../wnn/explain';
import type { PersonalModel } from '../wnn/personal-model';
import { likenesses } from '../wnn/traits';
import { type Library, traitsOf } from './library';

/** One past click's part in a score, with what the two films share, rarest first. */
export interface Reason extends Contribution {
  traits: string[];
}

/** Why a film stands where it does: start + sum of the reasons' amounts = score. */
export interface Why extends Explanation {
  item: number;
  contributions: Reason[];
}

function withTraits(library: Library, item: number, explanation: Explanation): Why {
  const contributions = explanation.contributions.map((contribution) => {
    const named = traitsOf(library, item, contribution.item);
    const traits = named.length > 0 ? named : likenesses(library.catalogue, item, contribution.item);
    return { ...contribution, traits };
  });
  return { ...explanation, item, contributions };
}

/** Takes a film's place in the list apart. */
export function whyRanked(library: Library, model: PersonalModel, item: number): Why {
  return withTraits(library, item, explainRanking(model, item));
}

/** Takes a film's match apart, before it is held within 1 % and 99 %. */
export function whyMatch(library: Library, model: PersonalModel, item: number): Why {
  return withTraits(library, item, explainMatch(model, item));
}
