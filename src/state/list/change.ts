import type { Catalogue } from '../../data/catalogue';
import type { RatingKind } from '../../events/rating-event';
import { sharedTraits } from '../../wnn/inspect/traits';
import * as words from '../../words/en/list/change';
import type { Library } from '../platform/library';
import { type Ranking, ranksIn, topOf } from './ranking';

/** A film that changed its place because of a click. */
interface Mover {
  item: number;
  /** Rank before and after, from 1, among the films not rated; null where it was or is rated. */
  from: number | null;
  to: number | null;
  /** What the click did to its score: above 0 it speaks for the film. */
  scoreChange: number;
}

/** What one click of this tab did. */
export interface Change {
  item: number;
  /** Where the film stood before and stands now. */
  before: RatingKind;
  after: RatingKind;
  /** How it came about. */
  via: 'click' | 'undo' | 'redo';
  /** Films that the same step changed, this one included; 1 where left out. */
  films?: number;
  /** Where it, or what it took back or repeated, only said whether the person wants to see the film. */
  wants?: boolean;
  /** Whether it, or what it took back or repeated, only moved what was said to another mood. */
  isRefiling?: boolean;
  /** Films of the old or new top 12 whose rank changed, in their new order. */
  movers: Mover[];
  /** The most telling mover that the click itself moved, and what it has in common with the film, rarest first. */
  because: { mover: Mover; direction: 'rose' | 'fell'; traits: string[] } | null;
}

/** Films at the top of the list whose moves are told. */
const WATCHED = 12;

/** How much a standing speaks for a film. */
const VALUE: Record<RatingKind, number> = { like: 1, clear: 0, unseen: 0, 'so-so': 0, dislike: -1 };

/** Compares the rankings before and after a click. */
export function describeMoves<C extends Pick<Change, 'item' | 'before' | 'after' | 'via' | 'films'>>(
  library: Library,
  change: C,
  old: Ranking,
  now: Ranking,
): C & Pick<Change, 'movers' | 'because'> {
  const watched = [...new Set([...topOf(now, WATCHED), ...topOf(old, WATCHED)])];
  const from = ranksIn(old, watched);
  const to = ranksIn(now, watched);
  const movers = watched
    .map((item, index) => ({
      item,
      from: from[index],
      to: to[index],
      scoreChange: now.raw[item] - old.raw[item],
    }))
    .filter(({ from, to }) => from !== to)
    .sort((a, b) => (a.to ?? 0) - (b.to ?? 0));
  const because = (change.films ?? 1) > 1 ? null : pickTelling(library, change, movers);
  return { ...change, movers, because };
}

function pickTelling(
  library: Library,
  { item, before, after }: Pick<Change, 'item' | 'before' | 'after'>,
  movers: Mover[],
): Change['because'] {
  const direction = Math.sign(VALUE[after] - VALUE[before]);
  // The film moved most among those whose own score the click changed in its direction.
  let best: { mover: Mover; places: number } | null = null;
  for (const mover of movers) {
    if (mover.item === item || mover.from === null || mover.to === null) continue;
    const places = (mover.from - mover.to) * direction;
    if (places <= 0 || mover.scoreChange * direction <= 0) continue;
    if (!best || places > best.places) best = { mover, places };
  }
  if (!best) return null;
  const { catalogue, network, bitFrequency } = library;
  const traits = sharedTraits(catalogue, network.retina, bitFrequency, item, best.mover.item);
  return { mover: best.mover, direction: direction > 0 ? 'rose' : 'fell', traits };
}

const CLICKED: Record<RatingKind, (title: string, before: RatingKind) => string> = {
  like: words.liked,
  'so-so': words.soSo,
  dislike: words.disliked,
  unseen: words.unseen,
  clear: (title, before) => (before === 'unseen' ? words.askedAgain(title) : words.tookBack(before, title)),
};

/** What was taken back or repeated. */
const SAID: Record<RatingKind, (title: string) => string> = {
  like: words.yourLike,
  'so-so': words.wasSoSo,
  dislike: words.yourDislike,
  unseen: words.youUnseen,
  clear: words.takingBack,
};

/** A change in plain words, in parts that a screen may set apart. */
export interface ChangeWords {
  /** "You liked Alien", "Undone: your like of Alien". */
  did: string;
  /** "Blade Runner rose 14 places to 3"; null where nothing at the top moved because of it. */
  effect: string | null;
  /** "Sci-Fi, dystopia": at most two things that the two films share; null where they share none. */
  shared: string | null;
}

/** Says what a change did, for a film lover. */
export function wordsOf(change: Change, catalogue: Catalogue): ChangeWords {
  const title = catalogue.title[change.item];
  return { did: didWords(change, title), ...effectWords(change, catalogue) };
}

function didWords({ via, before, after, films = 1, ...change }: Change, title: string): string {
  if (films > 1) return stepWords(via, after, films);
  const { wants, isRefiling } = change;
  if (via === 'click') {
    if (wants !== undefined) return wants ? words.want(title) : words.noLongerWant(title);
    return isRefiling ? words.moved(title) : CLICKED[after](title, before);
  }
  const again = via === 'undo' ? words.undone : words.redone;
  if (wants !== undefined) return again(wants ? words.wanting(title) : words.noLongerWanting(title));
  if (isRefiling) return again(words.moving(title));
  if (before === after && before === 'clear') return again(words.whatYouSaid(title));
  return again(SAID[via === 'undo' ? before : after](title));
}

function stepWords(via: Change['via'], after: RatingKind, films: number): string {
  if (via === 'click') return after === 'clear' ? words.tookBackFilms(films) : words.changedFilms(films);
  const change = words.changeToFilms(films);
  return via === 'undo' ? words.undone(change) : words.redone(change);
}

function effectWords({ because }: Change, catalogue: Catalogue): Omit<ChangeWords, 'did'> {
  if (!because || because.mover.from === null) return { effect: null, shared: null };
  const { mover, direction, traits } = because;
  const places = Math.abs(because.mover.from - (mover.to ?? 0));
  const moved = direction === 'rose' ? words.rose : words.fell;
  const effect = moved(catalogue.title[mover.item], places, mover.to ?? 0);
  return { effect, shared: traits.length > 0 ? traits.slice(0, 2).join(', ') : null };
}
