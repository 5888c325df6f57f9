import { happenedAt, type UnsavedEvent } from '../../events/rating-event';
import { leanings, tellingTraits } from '../../wnn/inspect/leanings';
import { cellsHolding } from '../../wnn/inspect/memory-use';
import { mentalImage } from '../../wnn/inspect/mental-image';
import { PersonalModel } from '../../wnn/personal/personal-model';
import type { Library } from '../platform/library';
import { LogFold } from './fold';

/** The model after some events of the log. */
interface GrowthPoint {
  /** Events folded in. */
  events: number;
  /** Liked and disliked films then. */
  opinions: number;
  /** Memory cells with something in them. */
  written: number;
}

/** A moment at which the traits are told. */
export interface Milestone extends GrowthPoint {
  /** When what its last event says happened, as everywhere on screen (`happenedAt`), in milliseconds since 1970. */
  time: number;
  /** The strongest likings and dislikings then, in words. */
  liked: string[];
  disliked: string[];
}

/** How a model came about. */
export interface Growth {
  /** From the empty model to the present one, at most POINTS + 1, evenly spread over the log. */
  points: GrowthPoint[];
  /** Oldest first; the last is the present. */
  milestones: Milestone[];
}

/** Points of the chart: more are not seen. */
const POINTS = 60;
/** Moments at which the traits are told. */
const MILESTONES = 4;
const NAMED = 3;

/** Replays a log into a fresh model and looks at it on the way: some tens of milliseconds for a thousand events. */
export function growthOf(library: Library, events: readonly UnsavedEvent[]): Growth {
  const { network, itemOf } = library;
  const model = new PersonalModel(network);
  const fold = new LogFold();
  const pointsAt = stops(events.length, POINTS);
  const milestonesAt = stops(events.length, MILESTONES);
  const points: GrowthPoint[] = [{ events: 0, opinions: 0, written: 0 }];
  const milestones: Milestone[] = [];
  let written = 0;
  events.forEach((event, index) => {
    fold.apply(event);
    const item = itemOf.get(event.movieId);
    if (item !== undefined) {
      const held = model.opinions.has(item);
      model.answer(item, fold.kindOf(event.movieId));
      const holds = model.opinions.has(item);
      if (held && !holds) written -= cellsHolding(model, item, 0);
      if (!held && holds) written += cellsHolding(model, item, 1);
    }
    const count = index + 1;
    if (!pointsAt.has(count) && !milestonesAt.has(count)) return;
    const point = { events: count, opinions: model.opinions.size, written };
    if (pointsAt.has(count)) points.push(point);
    if (milestonesAt.has(count)) {
      const { liked, disliked } = tellingTraits(leanings(network, mentalImage(network, model.memory)));
      milestones.push({
        ...point,
        time: happenedAt(event),
        liked: liked.slice(0, NAMED).map(({ label }) => label),
        disliked: disliked.slice(0, NAMED).map(({ label }) => label),
      });
    }
  });
  return { points, milestones };
}

/** At most `count` numbers of events, evenly spread over 1..total, the last of them total. */
function stops(total: number, count: number): Set<number> {
  const at = new Set<number>();
  for (let k = 1; k <= count; k++) {
    const events = Math.round((k * total) / count);
    if (events > 0) at.add(events);
  }
  return at;
}
