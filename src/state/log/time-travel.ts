import type { Catalogue } from '../../data/catalogue';
import type { SeenAnswer } from '../../data/opinion';
import {
  type Answer,
  happenedAt,
  pointedAt,
  type RatingKind,
  recencyOf,
  type UnsavedEvent,
} from '../../events/rating-event';
import { PersonalModel } from '../../wnn/personal/personal-model';
import * as words from '../../words/en/log/moments';
import { rankAll, topOf } from '../list/ranking';
import type { Library } from '../platform/library';
import { foldLog, LogFold } from './fold';
import { answerBy } from './opinions';
import type { Standing } from './steps';

/** One step of the past: a click, or all that was done at once. */
export interface Moment {
  /** Never empty. */
  events: readonly UnsavedEvent[];
  /** Where each event's film stood before it, and where it stands after it. */
  before: readonly RatingKind[];
  after: readonly RatingKind[];
  /** The answers that spoke for each event's film. */
  speakers: readonly { before: Answer | undefined; after: Answer | undefined }[];
  /** The event that the first one undoes, repeats or files; undefined where it points at none. */
  target: UnsavedEvent | undefined;
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
  readonly library: Library;
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
      const { events, speakers } = this.moments[this.step++];
      for (const [n, { movieId }] of events.entries()) this.stand(movieId, speakers[n].after);
    }
    while (this.step > wanted) {
      const { events, speakers } = this.moments[--this.step];
      for (let n = events.length - 1; n >= 0; n--) this.stand(events[n].movieId, speakers[n].before);
    }
  }

  /** The log up to here. */
  get past(): UnsavedEvent[] {
    return this.moments.slice(0, this.step).flatMap(({ events }) => events);
  }

  /** What was said of the films seen, the last said first. */
  get seen(): { item: number; answer: SeenAnswer }[] {
    const last = new Map<number, RatingKind>();
    // Wishes and filings say nothing of how a film was, and what was undone is not said any more.
    for (const { movieId, kind } of foldLog(this.past).said.reverse()) {
      if (!last.has(movieId)) last.set(movieId, kind);
    }
    return [...last].flatMap(([movieId, kind]) => {
      const item = this.library.itemOf.get(movieId);
      const isSeen = kind !== 'unseen' && kind !== 'clear';
      return item !== undefined && isSeen ? [{ item, answer: kind }] : [];
    });
  }

  /** Where every film stood, by MovieLens id, and under which mood that was filed; for `ModelState.restore`. */
  get standings(): Map<number, Standing> {
    const fold = foldLog(this.past);
    const speakers = [...fold.speakers].filter(({ kind }) => kind !== 'clear');
    return new Map(
      speakers.map((event) => [
        event.movieId,
        {
          ...{ kind: event.kind, mood: fold.moodOf(event), choices: event.choices, stars: event.stars },
          since: recencyOf(event),
        },
      ]),
    );
  }

  private stand(movieId: number, speaker: Answer | undefined): void {
    const item = this.library.itemOf.get(movieId);
    if (item !== undefined) answerBy(this.model, item, speaker);
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
  const byId = new Map(events.map((event) => [event.id, event]));
  const fold = new LogFold();
  return steps.map((step) => {
    const before: RatingKind[] = [];
    const after: RatingKind[] = [];
    const speakers: Moment['speakers'][number][] = [];
    for (const event of step) {
      const spoke = fold.speakerOf(event.movieId);
      before.push(fold.kindOf(event.movieId));
      fold.apply(event);
      after.push(fold.kindOf(event.movieId));
      speakers.push({ before: spoke, after: fold.speakerOf(event.movieId) });
    }
    const target = byId.get(pointedAt(step[0]) ?? '');
    return { events: step, before, after, speakers, target, time: happenedAt(step[0]) };
  });
}

/** A film of the list as it was, and what has become of it. */
export interface PastRecommendation {
  item: number;
  /** From 1, among the films not rated then. */
  rank: number;
  /** The same today; null where the film is rated by now, or stands behind another of its series. */
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
  const top = topOf(rankAll(travel.model, null, [], travel.library.catalogue), count);
  const ranksNow = ranksNowOf(top);
  return top.map((item, index) => ({ item, rank: index + 1, rankNow: ranksNow[index] }));
}

const DID: Record<RatingKind, (title: string, before: RatingKind) => string> = {
  like: words.liked,
  dislike: words.disliked,
  'so-so': words.foundSoSo,
  unseen: words.hadNotSeen,
  clear: words.tookBack,
};

/** "liked Alien", "undid: Alien is liked again", "changed 14 films at once": what happened in a step. */
export function momentWords(
  { events, before, after, target }: Moment,
  library: Pick<Library, 'itemOf'> & { catalogue: Catalogue },
): string {
  const [event] = events;
  const how = event.kind === 'undo' || event.kind === 'redo' ? event.kind : null;
  const films = new Set(events.map(({ movieId }) => movieId)).size;
  if (films > 1) {
    const cleared = how === null && events.every(({ kind }) => kind === 'clear');
    return cleared ? words.tookBackMany(films) : words.changedMany(how, films);
  }
  const title = library.catalogue.title[library.itemOf.get(event.movieId) ?? -1] ?? words.aFilm;
  if (event.kind === 'file') return words.filed(title);
  const wish = target ?? event;
  if (wish.kind === 'watch') return words.wants(how, title);
  if (wish.kind === 'unwatch') return words.wantsNoLonger(how, title);
  const [was, kind] = [before[0], after[after.length - 1]];
  if (how === null) return DID[kind](title, was);
  return kind === was ? words.moodOf(how, title) : words.again(how, title, kind);
}
