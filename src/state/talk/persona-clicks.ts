import { answerOf, type SeenAnswer } from '../../data/opinion';
import { ratingOrder } from '../../evaluation/splits';
import type { Library } from '../platform/library';

/** What a persona said of a film. */
export interface PersonaClick {
  item: number;
  kind: SeenAnswer;
}

/** First ratings of the persona that are played. */
export const PERSONA_CLICKS = 30;
/** As in the evaluation: decides the order of ratings given in the same second. */
const TIE_SEED = 1;

/**
 * The first ratings of a MovieLens user in time order as the answers that they stand for (`answerOf`: like from four stars on,
 * dislike up to two, so-so between); empty for strangers.
 */
export function firstClicks(
  { ratings }: Pick<Library, 'ratings'>,
  userId: number,
  count: number = PERSONA_CLICKS,
): PersonaClick[] {
  const user = ratings.userId.indexOf(userId);
  if (user < 0) return [];
  return [...ratingOrder(ratings, user, 'chronological', TIE_SEED)].slice(0, count).map((r) => ({
    item: ratings.item[r],
    kind: answerOf(ratings.halfStars[r]),
  }));
}

/** What a MovieLens user said later, after the clicks that are played, of the films of a list: the list's own test. */
export function laterVerdicts(
  { ratings }: Pick<Library, 'ratings'>,
  userId: number,
  list: readonly { item: number }[],
): Map<number, SeenAnswer> {
  const later = firstClicks({ ratings }, userId, Number.POSITIVE_INFINITY).slice(PERSONA_CLICKS);
  const listed = new Set(list.map(({ item }) => item));
  return new Map(later.flatMap(({ item, kind }) => (listed.has(item) ? [[item, kind]] : [])));
}
