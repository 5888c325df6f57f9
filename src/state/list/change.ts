import type { Catalogue } from '../../data/catalogue';
import type { RatingKind } from '../../events/rating-event';
import { sharedTraits } from '../../wnn/inspect/traits';
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
  like: (title) => `You liked ${title}`,
  'so-so': (title) => `${title} was so-so`,
  dislike: (title) => `You disliked ${title}`,
  unseen: (title) => `You haven't seen ${title}`,
  clear: (title, before) =>
    before === 'unseen' ? `${title} may be asked again` : `You took back your ${before} of ${title}`,
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
    if (wants !== undefined) return `You ${wants ? 'want' : 'no longer want'} to see ${title}`;
    return isRefiling ? `Moved ${title} to another mood` : CLICKED[after](title, before);
  }
  const said = via === 'undo' ? before : after;
  const verb = via === 'undo' ? 'Undone' : 'Redone';
  if (wants !== undefined) return `${verb}: ${wants ? 'wanting' : 'no longer wanting'} to see ${title}`;
  if (isRefiling) return `${verb}: moving ${title} to another mood`;
  if (before === after && before === 'clear') return `${verb}: what you said of ${title}`;
  if (said === 'unseen') return `${verb}: you haven't seen ${title}`;
  if (said === 'so-so') return `${verb}: ${title} was so-so`;
  return said === 'clear' ? `${verb}: taking back ${title}` : `${verb}: your ${said} of ${title}`;
}

function stepWords(via: Change['via'], after: RatingKind, films: number): string {
  if (via === 'click') return after === 'clear' ? `Took back ${films} films` : `Changed ${films} films`;
  return `${via === 'undo' ? 'Undone' : 'Redone'}: the change to ${films} films`;
}

function effectWords({ because }: Change, catalogue: Catalogue): Omit<ChangeWords, 'did'> {
  if (!because || because.mover.from === null) return { effect: null, shared: null };
  const { mover, direction, traits } = because;
  const places = Math.abs(because.mover.from - (mover.to ?? 0));
  const unit = places === 1 ? 'place' : 'places';
  const effect = `${catalogue.title[mover.item]} ${direction} ${places} ${unit} to ${mover.to}`;
  return { effect, shared: traits.length > 0 ? traits.slice(0, 2).join(', ') : null };
}
