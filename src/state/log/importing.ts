import type { ImportSource } from '../../data/import/history';
import { type ImportedFilm, type ImportRules, importedAnswer } from '../../data/import/imported-films';
import { taughtBy } from '../../data/opinion';
import { type Answer, happenedAt, isAnswer } from '../../events/rating-event';
import type { LogFold, Undoable } from './fold';
import type { Said, Step } from './steps';

/*
 * What an import adds to a log. An answer of an import is known again by where it comes from, its film, its stars and its
 * date, and by what it became: moved thresholds make another answer of the same stars. So the same file again adds nothing.
 *
 *   1. Where the answer is on the stack already, it is not told again, whether it still speaks for its film or not.
 *   2. Where it was told and taken back, it stays taken back, unless the person asks for it again.
 *   3. What was answered here by hand stays, unless the import's date is later; an import without a date never is.
 *   4. Of two imports the later date speaks; an import without dates is as late as the day on which it is imported.
 */

/** Noon of today may be to come. */
const DAY = 86_400_000;

/** What an import is to do. */
export interface ImportOrder {
  origin: ImportSource;
  rules: ImportRules;
  /** The device's clock, in milliseconds since 1970; dates more than a day after it are not believed. */
  now: number;
  /** Tells again what was told by the same import and taken back. */
  again?: boolean;
}

/** What an import adds, and how many films it leaves as they are, each counted once. */
export interface ImportPlan {
  /** Answers and wishes, oldest first; one batch. */
  step: Step;
  likes: number;
  soSo: number;
  dislikes: number;
  wishes: number;
  /** The same import's answer or wish is there already. */
  known: number;
  /** The same import's answer or wish was taken back here. */
  takenBack: number;
  /** Answered here by hand, later than there. */
  byHand: number;
  /** Another import says something later. */
  older: number;
  /** Watched without a rating, and left out by the rules. */
  unrated: number;
  /** On the watchlist, and seen already. */
  wishesSeen: number;
}

/** Why nothing is added of a film. */
type LeftOut = 'known' | 'takenBack' | 'byHand' | 'older' | 'unrated' | 'wishesSeen';

/** An answer or wish as an import tells it. */
interface Told {
  said: Said;
  /** Undefined where there is none that is believed. */
  date: number | undefined;
  /** As the history has it. */
  claimed: number | undefined;
  stars: number | undefined;
}

/** Whether an event is what an import would tell. */
function isSame(event: Undoable, { said, claimed, stars }: Told, origin: ImportSource): boolean {
  if (event.origin !== origin || event.kind !== said.kind || event.movieId !== said.movieId) return false;
  if (isAnswer(event) && event.stars !== stars) return false;
  const at = happenedAt(event);
  // A date that was to come when it was told was not believed then.
  const wasToCome = claimed !== undefined && claimed > event.time + DAY && Math.abs(at - event.time) < DAY;
  return claimed === undefined || claimed === at || wasToCome;
}

/** All events of an import's source by film: on the stack, and taken off it. */
function earlierOf(fold: LogFold, origin: ImportSource) {
  const collect = (events: Iterable<Undoable>) => {
    const byFilm = new Map<number, Undoable[]>();
    for (const event of events) {
      if (event.origin !== origin) continue;
      const film = byFilm.get(event.movieId);
      if (film) film.push(event);
      else byFilm.set(event.movieId, [event]);
    }
    return byFilm;
  };
  return { stacked: collect(fold.stacked), takenBack: collect(fold.takenBack) };
}

/**
 * What an import adds to a log.
 * @param films what the history says, in any order
 */
export function planImport(fold: LogFold, films: readonly ImportedFilm[], order: ImportOrder): ImportPlan {
  const { origin, rules, now } = order;
  const earlier = earlierOf(fold, origin);
  const counts: Record<LeftOut, number> = {
    ...{ known: 0, takenBack: 0, byHand: 0, older: 0, unrated: 0, wishesSeen: 0 },
  };
  const added: Told[] = [];
  const believed = (date: number | undefined) => (date !== undefined && date <= now + DAY ? date : undefined);
  const take = (told: Told, speaker: Undoable | undefined) => {
    const { movieId } = told.said;
    const isTold = (event: Undoable) => isSame(event, told, origin);
    const stacked = earlier.stacked.get(movieId)?.some(isTold) ?? false;
    const wasTaken = earlier.takenBack.get(movieId)?.some(isTold) ?? false;
    const why = leftOut(told, speaker, { origin, now, stacked, takenBack: wasTaken && order.again !== true });
    if (why) counts[why]++;
    else added.push(told);
    return why;
  };
  for (const { movieId, seen, wish } of films) {
    const kind = seen && importedAnswer(seen, rules);
    if (seen && kind === null) counts.unrated++;
    else if (seen && kind !== null) {
      const { stars } = seen;
      const date = believed(seen.date);
      const said: Said = {
        ...{ movieId, kind, choices: 3, origin },
        ...(stars !== undefined && { stars }),
        ...(date !== undefined && { about: date }),
      };
      take({ said, date, claimed: seen.date, stars }, fold.speakerOf(movieId));
    } else if (wish) {
      const date = believed(wish.date);
      const said: Said = { movieId, kind: 'watch', origin, ...(date !== undefined && { about: date }) };
      const isSeen = taughtBy(fold.kindOf(movieId)) !== null;
      if (fold.wants(movieId)) counts.known++;
      else if (isSeen) counts.wishesSeen++;
      else take({ said, date, claimed: wish.date, stars: undefined }, fold.wishOf(movieId));
    }
  }
  added.sort((a, b) => (a.date ?? now) - (b.date ?? now) || a.said.movieId - b.said.movieId);
  const count = (kind: Said['kind']) => added.filter(({ said }) => said.kind === kind).length;
  return {
    step: added.map(({ said }) => said),
    ...{ likes: count('like'), soSo: count('so-so'), dislikes: count('dislike'), wishes: count('watch') },
    ...counts,
  };
}

/** Why an import does not tell something; null where it does. @param speaker what speaks for the film so far */
function leftOut(
  { said, date, stars }: Told,
  speaker: Undoable | undefined,
  {
    origin,
    now,
    stacked,
    takenBack,
  }: { origin: ImportSource; now: number; stacked: boolean; takenBack: boolean },
): LeftOut | null {
  if (stacked) {
    const speaks = speaker?.origin === origin && speaker.kind === said.kind;
    return speaks ? 'known' : speaker && speaker.origin === undefined ? 'byHand' : 'older';
  }
  if (takenBack) return 'takenBack';
  if (!speaker) return null;
  const at = happenedAt(speaker);
  if (speaker.origin === undefined) return date !== undefined && date > at ? null : 'byHand';
  if (!isAnswer(speaker)) return speaker.kind === said.kind ? 'known' : null;
  // The same stars of the same day at moved thresholds, or stars that were changed there.
  const isChanged = (speaker as Answer).stars !== stars || speaker.kind !== said.kind;
  if (date === at) return isChanged ? null : 'known';
  return (date ?? now) > at ? null : 'older';
}
