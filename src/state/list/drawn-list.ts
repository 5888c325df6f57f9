import type { PersonalModel } from '../../wnn/personal/personal-model';
import type { CompiledTuning } from '../../wnn/personal/tuning';
import { type Ranking, rankAll } from './ranking';
import { rankWithout } from './what-if';

/** What a list is drawn from, and all films in its order. */
export interface DrawnList {
  /** The model of everything that was said, or one of some moods. */
  source: PersonalModel;
  ranking: Ranking;
}

/**
 * Ranks the catalogue for a list.
 * @param source the model whose scores order it
 * @param judged films liked or disliked under any mood: they stay out, whatever the source knows of them
 * @param tuning null leaves the order as learned
 */
export function drawList(
  source: PersonalModel,
  judged: Iterable<number>,
  tuning: CompiledTuning | null,
): DrawnList {
  return { source, ranking: withoutJudged(rankAll(source, tuning), judged) };
}

/** The list as it would be drawn had nothing been said of the film `click`; otherwise as `drawList`. */
export function drawWithout(
  source: PersonalModel,
  judged: Iterable<number>,
  tuning: CompiledTuning | null,
  click: number,
): Ranking {
  return withoutJudged(rankWithout(source, click, tuning), judged, click);
}

/** Takes judged films out of a ranking; `but` counts as not judged. */
function withoutJudged(ranking: Ranking, judged: Iterable<number>, but?: number): Ranking {
  for (const item of judged) if (item !== but) ranking.scores[item] = Number.NaN;
  return ranking;
}
