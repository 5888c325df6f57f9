import type { Catalogue } from '../../data/catalogue';
import type { RatingKind, UnsavedEvent } from '../../storage/rating-event';
import { type Opinion, PersonalModel } from '../../wnn/personal/personal-model';
import { rankAll, topOf } from '../list/ranking';
import type { Library } from '../platform/library';
import { foldLog } from './fold';
import type { Standing } from './steps';

/** One step of the past: a click, or all that was done at once. */
export interface Moment {
  /** Never empty. */
  events: readonly UnsavedEvent[];
  /** Where each event's film stood before it. */
  before: readonly RatingKind[];
  /** Milliseconds since 1970. */
  time: number;
}

/**
 * A profile's past to move about in: after each step, where every film stood and the model as it was. Going from one
 * step to another takes one transition of the model an event between them, forward or back; the model then equals, byte
 * for byte, the fold of the log up to there. Never touches the log or the model in use.
 */
export class TimeTravel {
  readonly moments: readonly Moment[];
  readonly model: PersonalModel;
  private readonly library: Library;
  private step = 0;

  /** Starts before the first step. @param events the log, oldest first; batches stand together */
  constructor(library: Library, events: readonly UnsavedEvent[]) {
    this.library = library;
    this.model = new PersonalModel(library.network);
    this.moments = momentsOf(events);
  }

  /** Steps that have happened here, 0..moments.length. */
  get at(): number {
    return this.step;
  }

  /** Goes to the moment after so many steps; beyond the ends, to the end. */
  goTo(step: number): void {
    const wanted = Math.max(0, Math.min(this.moments.length, Math.round(step)));
    while (this.step < wanted) {
      const { events } = this.moments[this.step++];
      for (const { movieId, kind } of events) this.stand(movieId, kind);
    }
    while (this.step > wanted) {
      const { events, before } = this.moments[--this.step];
      for (let n = events.length - 1; n >= 0; n--) this.stand(events[n].movieId, before[n]);
    }
  }

  /** The log up to here. */
  get past(): UnsavedEvent[] {
    return this.moments.slice(0, this.step).flatMap(({ events }) => events);
  }

  /** What was liked and disliked, the last said first. */
  get opinions(): { item: number; opinion: Opinion }[] {
    const last = new Map<number, RatingKind>();
    for (const { movieId, kind } of this.past.reverse()) if (!last.has(movieId)) last.set(movieId, kind);
    return [...last].flatMap(([movieId, kind]) => {
      const item = this.library.itemOf.get(movieId);
      return item !== undefined && (kind === 'like' || kind === 'dislike') ? [{ item, opinion: kind }] : [];
    });
  }

  /** Where every film stood, by MovieLens id, and under which mood that was filed; for `ModelState.restore`. */
  get standings(): Map<number, Standing> {
    const fold = foldLog(this.past);
    const speakers = [...fold.speakers].filter(({ kind }) => kind !== 'clear');
    return new Map(speakers.map((event) => [event.movieId, { kind: event.kind, mood: fold.moodOf(event) }]));
  }

  private stand(movieId: number, kind: RatingKind): void {
    const item = this.library.itemOf.get(movieId);
    if (item === undefined) return;
    if (kind !== 'like' && kind !== 'dislike') this.model.forget(item);
    else if (this.model.opinions.get(item) !== kind) this.model.rate(item, kind);
  }
}

/** Events in steps: those of one batch that follow each other are one. */
function momentsOf(events: readonly UnsavedEvent[]): Moment[] {
  const steps: UnsavedEvent[][] = [];
  for (const event of events) {
    const last = steps.at(-1);
    if (last && event.batch !== undefined && last[0].batch === event.batch) last.push(event);
    else steps.push([event]);
  }
  const kinds = new Map<number, RatingKind>();
  return steps.map((step) => {
    const before = step.map(({ movieId, kind }) => {
      const was = kinds.get(movieId) ?? 'clear';
      kinds.set(movieId, kind);
      return was;
    });
    return { events: step, before, time: step[0].time };
  });
}

/** A film of the list as it was, and what has become of it. */
export interface PastRecommendation {
  item: number;
  /** From 1, among the films not rated then. */
  rank: number;
  /** The same today; null where the film is rated by now. */
  rankNow: number | null;
}

/**
 * The best films of a past moment, best first.
 * @param ranksNowOf ranks of films today, in the plain list of everything that was said (`ModelState.ranksOf`)
 */
export function recommendedThen(
  travel: TimeTravel,
  ranksNowOf: (items: readonly number[]) => readonly (number | null)[],
  count: number,
): PastRecommendation[] {
  const top = topOf(rankAll(travel.model), count);
  const ranksNow = ranksNowOf(top);
  return top.map((item, index) => ({ item, rank: index + 1, rankNow: ranksNow[index] }));
}

const DID: Record<RatingKind, (title: string, before: RatingKind) => string> = {
  like: (title) => `liked ${title}`,
  dislike: (title) => `disliked ${title}`,
  unseen: (title) => `had not seen ${title}`,
  clear: (title, before) => `took back ${title}${before === 'clear' ? '' : ` (${SAID[before]})`}`,
};
const SAID: Record<RatingKind, string> = {
  like: 'liked',
  dislike: 'disliked',
  unseen: 'not seen',
  clear: 'nothing',
};

/** "liked Alien", "undid: Alien is liked again", "changed 14 films at once": what happened in a step. */
export function momentWords(
  { events, before }: Moment,
  library: Pick<Library, 'itemOf'> & { catalogue: Catalogue },
): string {
  const [event] = events;
  const how = event.undoOf !== undefined ? 'undid: ' : event.redoOf !== undefined ? 'redid: ' : '';
  const films = new Set(events.map(({ movieId }) => movieId)).size;
  if (films > 1) {
    const cleared = how === '' && events.every(({ kind }) => kind === 'clear');
    return cleared ? `took back ${films} films at once` : `${how}changed ${films} films at once`;
  }
  const title = library.catalogue.title[library.itemOf.get(event.movieId) ?? -1] ?? 'a film';
  if (event.refileOf !== undefined) return `moved ${title} to another mood`;
  if (how === '') return DID[event.kind](title, before[0]);
  if (event.kind === before[0]) return `${how}the mood of ${title}`;
  return event.kind === 'clear'
    ? `${how}${title} is unrated again`
    : `${how}${title} is ${SAID[event.kind]} again`;
}
