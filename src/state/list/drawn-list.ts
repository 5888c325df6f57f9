import { PersonalModel } from '../../wnn/personal/personal-model';
import type { CompiledTuning } from '../../wnn/personal/tuning';
import { alignToMoods } from '../log/moods';
import type { Library } from '../platform/library';
import type { ProfileModel } from '../profile/profile-model';
import { type Ranking, rankAll } from './ranking';
import { rankWithout } from './what-if';

/** What a list is drawn from, and all films in its order. */
export interface DrawnList {
  /** The profile's model, or one of some moods. */
  source: PersonalModel;
  ranking: Ranking;
}

/**
 * Ranks for the list; films judged under any mood stay out of every list.
 * @param drawn moods that it is drawn from; none for everything that was said.
 * @param before a model of moods to be brought up to date, if there is one.
 */
export function drawList(
  library: Library,
  profile: ProfileModel,
  tuning: CompiledTuning | null,
  drawn: readonly string[],
  before: PersonalModel | null,
): DrawnList {
  const { model } = profile;
  if (drawn.length === 0) return { source: model, ranking: rankAll(model, tuning) };
  const source = before && before !== model ? before : new PersonalModel(library.network);
  alignToMoods(library, source, profile.fold, drawn);
  return { source, ranking: withoutJudged(rankAll(source, tuning), source, profile) };
}

/** The list as it would be drawn had nothing been said of a film. */
export function drawWithout(
  { source }: DrawnList,
  profile: ProfileModel,
  tuning: CompiledTuning | null,
  click: number,
): Ranking {
  return withoutJudged(rankWithout(source, click, tuning), source, profile, click);
}

/** Takes films out of a list of some moods that were judged under another; `but` counts as not judged. */
function withoutJudged(
  ranking: Ranking,
  source: PersonalModel,
  { model }: ProfileModel,
  but?: number,
): Ranking {
  if (source === model) return ranking;
  for (const item of model.opinions.keys()) if (item !== but) ranking.scores[item] = Number.NaN;
  return ranking;
}
