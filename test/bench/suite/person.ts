import type { SeenAnswer } from '../../../src/data/opinion';
import type { RatingKind, UnsavedEvent } from '../../../src/events/rating-event';
import type { Random } from '../../../src/lib/random';
import type { Library } from '../../../src/state/platform/library';
import { PersonalModel } from '../../../src/wnn/personal/personal-model';
import { randomFor, ratingOrderOf } from './world';

/** Somebody who rated some films of a catalogue. */
export interface MadePerson {
  model: PersonalModel;
  /** Films rated, in order, and those not rated, the ones most rated by others sooner. */
  rated: Uint32Array;
  rest: Uint32Array;
}

/** About as people answer. */
function drawAnswer(random: Random): SeenAnswer {
  const chance = random.next();
  if (chance < 0.5) return 'like';
  return chance < 0.85 ? 'so-so' : 'dislike';
}

/** A person of so many ratings, the same in every run. @param ratings below the number of films */
export function makePerson(library: Library, ratings: number): MadePerson {
  const random = randomFor('person', library.catalogue.count, ratings);
  const order = ratingOrderOf(library, random);
  const model = new PersonalModel(library.network);
  const rated = order.slice(0, ratings);
  for (const item of rated) model.answer(item, drawAnswer(random));
  return { model, rated, rest: order.slice(ratings) };
}

/** When made-up logs begin, in milliseconds since 1970, and how long one event takes. */
const [BEGIN, STEP] = [1_600_000_000_000, 60_000];

/**
 * A log of so many events as a long use leaves it: in fourteen of twenty a film is judged for the first time, in three one is judged
 * anew, one says that a film is wanted, one takes the last answer back and one repeats it.
 */
export function makeLog({ catalogue, ...library }: Library, events: number): UnsavedEvent[] {
  const random = randomFor('log', catalogue.count, events);
  const order = ratingOrderOf({ ...library, catalogue }, random);
  const log: UnsavedEvent[] = [];
  let judged = 0;
  let last = { id: '', movieId: 0 };
  for (let n = 0; n < events; n++) {
    const told = {
      id: `event-${n}`,
      profileId: 'bench',
      time: BEGIN + n * STEP,
      place: 'rate',
      predictionVisible: false,
    } as const;
    const say = (item: number, kind: RatingKind) => {
      const movieId = catalogue.movieId[item];
      last = { id: told.id, movieId };
      log.push({ ...told, kind, choices: 3, movieId });
    };
    const turn = n % 20;
    if (turn === 17) log.push({ ...told, kind: 'watch', movieId: catalogue.movieId[order[judged + 100]] });
    else if (turn === 18) log.push({ ...told, kind: 'undo', movieId: last.movieId, of: last.id });
    else if (turn === 19) log.push({ ...told, kind: 'redo', movieId: last.movieId, of: last.id });
    else if (turn > 13) say(order[random.integer(judged)], drawAnswer(random));
    else say(order[judged++], drawAnswer(random));
  }
  return log;
}
