import { type Opinion, taughtBy } from '../../data/opinion';
import type { Answer } from '../../events/rating-event';
import type { PersonalModel } from '../../wnn/personal/personal-model';
import type { Library } from '../platform/library';

/** Likes and dislikes by item, of answers that each speak for their film. Films that the library lacks are left out. */
export function opinionsOf(library: Library, speakers: Iterable<Answer>): Map<number, Opinion> {
  const opinions = new Map<number, Opinion>();
  for (const { movieId, kind } of speakers) {
    const item = library.itemOf.get(movieId);
    const opinion = taughtBy(kind);
    if (item !== undefined && opinion) opinions.set(item, opinion);
  }
  return opinions;
}

/** Brings a model to the given opinions by the fewest transitions; order does not matter (wnn/personal/memory). */
export function alignModel(model: PersonalModel, wanted: ReadonlyMap<number, Opinion>): void {
  for (const item of [...model.opinions.keys()]) if (!wanted.has(item)) model.forget(item);
  for (const [item, opinion] of wanted) model.answer(item, opinion);
}
