import type { Place, RatingKind, UnsavedEvent } from '../../events/rating-event';
import type { Change } from '../list/change';
import {
  carryOut,
  clearing,
  redoing,
  refiling,
  restoring,
  type Step,
  saying,
  undoing,
  wishing,
} from '../log/steps';
import type { AppDependencies } from '../platform/dependencies';
import type { EventWriter } from './event-writer';
import type { ClickSite, ModelCommands } from './model-state';
import type { OpenProfile } from './open-profile';
import type { ProfileSession } from './session';

/** What commands need beside the session. */
export interface CommandParts {
  dependencies: Pick<AppDependencies, 'now' | 'uuid'>;
  writer: Pick<EventWriter, 'enqueue'>;
  /** Id of the mood that clicks are filed under; null for none. */
  filing(): string | null;
}

/** Clicks made here change what was said, where it is filed already. */
const CORRECTING: readonly Place[] = ['my-ratings', 'why'];

/** Whether a click changes what was said of a film, rather than saying something new. */
function isCorrecting(open: OpenProfile, movieId: number, place: Place): boolean {
  if (place === 'film') return open.profile.fold.speakerOf(movieId) !== undefined;
  return CORRECTING.includes(place);
}

const NOTHING: Step = [];

/**
 * Carries out one step of a person: its events, fold and learn, draw the list, tell, save. Nothing happens while the profile
 * is not ready, or where the step is empty.
 * @param mean the step that is meant
 * @returns the events; none where nothing happened
 */
export function act(
  session: ProfileSession,
  { dependencies, writer }: Omit<CommandParts, 'filing'>,
  via: Change['via'],
  { place, predictionVisible }: ClickSite,
  mean: (open: OpenProfile) => Step,
): UnsavedEvent[] {
  const open = session.opened;
  const step = open ? mean(open) : NOTHING;
  if (!open || step.length === 0) return [];
  const { profile, ranking: old } = open;
  const told = { profileId: profile.profileId, time: dependencies.now(), place, predictionVisible };
  const { events, before } = carryOut(step, profile, told, dependencies.uuid);
  const change = changeOf(open, events, before, via);
  open.redraw();
  session.changed(change && open.describe(change, old));
  writer.enqueue(events, profile.erasures);
  return events;
}

/** What a person can do. Each reads: the step it means, its events, fold and learn, draw the list, tell, save. */
export function createCommands(session: ProfileSession, parts: CommandParts): ModelCommands {
  const does = (via: Change['via'], site: ClickSite, mean: (open: OpenProfile) => Step) => {
    act(session, parts, via, site, mean);
  };

  const say = (item: number, kind: RatingKind, site: ClickSite) =>
    does('click', site, (open) => {
      const movieId = movieIdOf(open, item);
      if (movieId === undefined) return NOTHING;
      const { fold } = open.profile;
      const mood = isCorrecting(open, movieId, site.place)
        ? filedUnder(open, movieId)
        : (parts.filing() ?? undefined);
      return saying(fold, movieId, kind, mood);
    });

  return {
    rate: say,
    clear: (item, site) => say(item, 'clear', site),
    clearAll: (items, site) =>
      does('click', site, (open) => {
        const movieIds = items.map((item) => movieIdOf(open, item));
        return clearing(
          open.profile.fold,
          movieIds.filter((movieId) => movieId !== undefined),
        );
      }),
    restore: (wanted, site) => does('click', site, ({ profile }) => restoring(profile.fold, wanted)),
    refile: (item, mood, site) =>
      does('click', site, (open) => {
        const movieId = movieIdOf(open, item);
        return movieId === undefined ? NOTHING : refiling(open.profile.fold, movieId, mood);
      }),
    want: (item, wants, site) =>
      does('click', site, (open) => {
        const movieId = movieIdOf(open, item);
        return movieId === undefined ? NOTHING : wishing(open.profile.fold, movieId, wants);
      }),
    undo: (site) => does('undo', site, ({ profile }) => undoing(profile.fold)),
    redo: (site) => does('redo', site, ({ profile }) => redoing(profile.fold)),
    erase: (scope) => session.erase(scope),
    reopen: () => session.reopen(),
  };
}

function movieIdOf({ library }: OpenProfile, item: number): number | undefined {
  return library.catalogue.movieId[item];
}

/** Id of the mood that a film's last click is filed under. */
function filedUnder({ profile: { fold } }: OpenProfile, movieId: number): string | undefined {
  const speaker = fold.speakerOf(movieId);
  return speaker && fold.moodOf(speaker);
}

function changeOf(
  { library, profile }: OpenProfile,
  events: UnsavedEvent[],
  before: RatingKind,
  via: Change['via'],
) {
  const [event] = events;
  const { fold } = profile;
  const item = library.itemOf.get(event.movieId);
  // Of a film that the catalogue lacks nothing is shown.
  if (item === undefined) return null;
  // Undos and redos point and say nothing of their own: what they moved does.
  const said = via === 'undo' ? fold.redoable : via === 'redo' ? fold.undoable : event;
  return {
    item,
    before,
    after: fold.kindOf(event.movieId),
    via,
    films: new Set(events.map(({ movieId }) => movieId)).size,
    isRefiling: said?.kind === 'file',
    ...(said?.kind === 'watch' || said?.kind === 'unwatch' ? { wants: said.kind === 'watch' } : {}),
  };
}
