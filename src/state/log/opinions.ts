import { type SeenAnswer, taughtBy } from '../../data/opinion';
import { type Answer, recencyOf } from '../../events/rating-event';
import type { PersonalModel } from '../../wnn/personal/personal-model';
import type { Library } from '../platform/library';

/** What was said of a film seen, and how recent that is (`recencyOf`). */
export interface Said {
  answer: SeenAnswer;
  time: number;
}

/** What models learn, by item, of answers that each speak for their film. Films that the library lacks are left out. */
export function opinionsOf(library: Library, speakers: Iterable<Answer>): Map<number, Said> {
  const opinions = new Map<number, Said>();
  for (const speaker of speakers) {
    const item = library.itemOf.get(speaker.movieId);
    const answer = taughtBy(speaker.kind);
    if (item !== undefined && answer) opinions.set(item, { answer, time: recencyOf(speaker) });
  }
  return opinions;
}

/** Brings a model to the given opinions by the fewest transitions; order does not matter (wnn/personal/memory). */
export function alignModel(model: PersonalModel, wanted: ReadonlyMap<number, Said>): void {
  for (const item of [...model.answers.keys()]) if (!wanted.has(item)) model.forget(item);
  model.answerAll(wanted);
}

/** Has a model learn the answer that speaks for a film; forget it where none does. */
export function answerBy(model: PersonalModel, item: number, speaker: Answer | undefined): void {
  if (speaker) model.answer(item, speaker.kind, recencyOf(speaker));
  else model.forget(item);
}
