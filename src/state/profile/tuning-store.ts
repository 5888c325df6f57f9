import { createStore, type StoreApi } from 'zustand/vanilla';
import {
  type Leaning,
  PLAIN,
  sameTrait,
  type Tonight,
  type Trait,
  type Tuning,
  type WishesInList,
} from '../../data/tuning';
import type { ErasureScope } from '../../events/erasure-scope';
import type { ProfileValues } from '../../storage/profile-values';
import type { compileTuning as Compile, CompiledTuning } from '../../wnn/personal/tuning';
import type { Recommendation } from '../list/ranking';
import { isPlain, readTuning, storedTuning, type TuningSection, withoutSections } from '../list/tuning';
import type { Library } from '../platform/library';

/** Films of the list that a change is judged by: as many as For you shows. */
export const WATCHED_FILMS = 50;

/** What the last change of the tuning did to the list. */
export interface TuningEffect {
  /** Films that left the first WATCHED_FILMS, and those that came in, best first. */
  left: readonly number[];
  entered: readonly number[];
  /** How many films are listed now, those folded behind others of their series included; below WATCHED_FILMS where little fits. */
  listed: number;
  /** The film that was put away by the change, if that was what it did. */
  hidden: number | null;
}

/** How the active profile wants its list drawn. Nothing here is ever learned or logged. */
export interface TuningState {
  tuning: Tuning;
  /** Of this tab's last change; null before the first, and once something was clicked since. */
  effect: TuningEffect | null;
  /** False while the tuning could not be saved; it then holds until the page is closed. */
  saved: boolean;
  /** @param leaning null for none. */
  lean(trait: Trait, leaning: Leaning | null): void;
  /** @param adventure an integer from -ADVENTURE_STEPS to ADVENTURE_STEPS. */
  setAdventure(adventure: number): void;
  /** Keeps a film out of the list without judging it. */
  hide(item: number): void;
  bringBack(item: number): void;
  setTonight(limits: Partial<Tonight>): void;
  /** Draws the list from what the person wants to see, or without it. */
  setWishes(wishes: WishesInList): void;
  /** Puts another tuning in place of the one in use, such as one with a limit less. */
  replace(tuning: Tuning): void;
  /** Sets some sections to rest in one change, or all where none is named. */
  reset(...sections: readonly TuningSection[]): void;
}

/** A row of the list. */
type ListedRow = Pick<Recommendation, 'item' | 'folded'>;

/** The first films of the list. */
function itemsOf(rows: readonly ListedRow[]): number[] {
  return rows.slice(0, WATCHED_FILMS).map(({ item }) => item);
}

/** What became of the first films of the list. */
function effectOf(before: readonly number[], rows: readonly ListedRow[]): Omit<TuningEffect, 'hidden'> {
  const after = itemsOf(rows);
  return {
    left: before.filter((item) => !after.includes(item)),
    entered: after.filter((item) => !before.includes(item)),
    listed: rows.reduce((films, { folded }) => films + 1 + folded.length, 0),
  };
}

/** What the store of the tuning needs from outside. */
export interface TuningStoreParts {
  tunings: ProfileValues;
  /** Draws the list by the tuning. */
  apply(compiled: CompiledTuning | null): void;
  /** The list as it stands, best first. */
  list(): readonly ListedRow[];
  /** Called after a change was saved, for the other tabs. */
  onSaved(profileId: string): void;
  logger: { warn(message: string, ...details: unknown[]): void };
}

/** The store of the tuning with what only state/ calls. */
export interface TuningStore extends StoreApi<TuningState> {
  /** Makes a profile's tuning the one in use and returns it ready for the list. Rejects where the code cannot be loaded. */
  load(profileId: string, library: Library): Promise<CompiledTuning | null>;
  /** Takes over what another tab changed. Never rejects. */
  follow(profileId: string): Promise<void>;
  /** Names erased films no longer; with everything erased, nothing. */
  erase(scope: ErasureScope): void;
  /** Resolves when nothing is being saved any more. */
  settled(): Promise<void>;
}

/** The tuning kept for a profile; plain where there is none, or none that can be read. Never rejects. */
async function loadTuning(
  tunings: ProfileValues,
  profileId: string,
  logger: TuningStoreParts['logger'],
): Promise<Tuning> {
  try {
    const stored = await tunings.load(profileId);
    if (stored === undefined) return PLAIN;
    const tuning = readTuning(stored);
    if (!tuning) logger.warn('The tuning of the list is unknown to this version; the list is shown plain.');
    return tuning ?? PLAIN;
  } catch (error) {
    logger.warn('The tuning of the list could not be read; the list is shown plain.', error);
    return PLAIN;
  }
}

/** A tuning that does not name what was erased for good; the same one where it did not. */
function withoutErased(tuning: Tuning, scope: ErasureScope): Tuning {
  if (scope.what === 'everything') return isPlain(tuning) ? tuning : PLAIN;
  if (scope.what !== 'films') return tuning;
  const hidden = tuning.hidden.filter((movieId) => !scope.movieIds.includes(movieId));
  return hidden.length < tuning.hidden.length ? { ...tuning, hidden } : tuning;
}

type TuningActions = Omit<TuningState, 'tuning' | 'effect' | 'saved'>;

/**
 * @param get the tuning in use
 * @param change puts another in its place; `hidden` is the film that it puts away, if that is what it does
 * @param idOf MovieLens id of a film; undefined where there is none, or no profile is open
 */
function tuningActions(
  get: () => Tuning,
  change: (tuning: Tuning, hidden?: number) => void,
  idOf: (item: number) => number | undefined,
): TuningActions {
  return {
    lean({ kind, value }, leaning) {
      const tuning = get();
      const others = tuning.leanings.filter((other) => !sameTrait(other, { kind, value }));
      change({ ...tuning, leanings: leaning ? [...others, { kind, value, leaning }] : others });
    },
    setAdventure(adventure) {
      if (adventure !== get().adventure) change({ ...get(), adventure });
    },
    hide(item) {
      const movieId = idOf(item);
      if (movieId === undefined || get().hidden.includes(movieId)) return;
      change({ ...get(), hidden: [...get().hidden, movieId] }, item);
    },
    bringBack(item) {
      change({ ...get(), hidden: get().hidden.filter((movieId) => movieId !== idOf(item)) });
    },
    setTonight(limits) {
      change({ ...get(), tonight: { ...get().tonight, ...limits } });
    },
    setWishes(wishes) {
      if (wishes !== get().wishes) change({ ...get(), wishes });
    },
    replace: (tuning) => change(tuning),
    reset(...sections) {
      change(sections.length > 0 ? withoutSections(get(), sections) : PLAIN);
    },
  };
}

/** A profile that was asked for. */
interface Ticket {
  profileId: string;
  library: Library;
  /** Comes with what reads a model. */
  compile: typeof Compile;
}

/** A store of the tuning before the first profile: it changes nothing. */
export function createTuningStore({ tunings, apply, list, onSaved, logger }: TuningStoreParts): TuningStore {
  let opened: Ticket | null = null;
  let wanted: object | null = null;
  let saving: Promise<void> = Promise.resolve();

  const save = async (profileId: string, tuning: Tuning) => {
    // A dial sends many values on its way; only the one it stands at is worth writing.
    if (opened?.profileId === profileId && store.getState().tuning !== tuning) return;
    try {
      await tunings.save(profileId, isPlain(tuning) ? undefined : storedTuning(tuning));
      if (opened?.profileId === profileId) store.setState({ saved: true });
      onSaved(profileId);
    } catch (error) {
      logger.warn('The tuning of the list was not saved.', error);
      if (opened?.profileId === profileId) store.setState({ saved: false });
    }
  };

  const change = (tuning: Tuning, hidden: number | null = null) => {
    if (!opened) return;
    const { profileId, library, compile } = opened;
    const before = itemsOf(list());
    store.setState({ tuning });
    apply(compile(library.catalogue, tuning));
    store.setState({ effect: { ...effectOf(before, list()), hidden } });
    saving = saving.then(() => save(profileId, tuning));
  };

  const store = createStore<TuningState>()((_, get) => ({
    tuning: PLAIN,
    effect: null,
    saved: true,
    ...tuningActions(
      () => get().tuning,
      change,
      (item) => opened?.library.catalogue.movieId[item],
    ),
  }));

  const read = async (profileId: string): Promise<Tuning> => {
    // What this tab is still saving counts as saved.
    await saving;
    return loadTuning(tunings, profileId, logger);
  };

  return Object.assign(store, {
    async load(profileId: string, library: Library) {
      const asked = {};
      [opened, wanted] = [null, asked];
      const tuning = await read(profileId);
      const { compileTuning } = await import('../../wnn/personal/tuning');
      if (wanted === asked) {
        opened = { profileId, library, compile: compileTuning };
        store.setState({ tuning, effect: null, saved: true });
      }
      return compileTuning(library.catalogue, tuning);
    },
    async follow(profileId: string) {
      const current = opened;
      if (current?.profileId !== profileId) return;
      const before = store.getState().tuning;
      const tuning = await read(profileId);
      // A change made here in the meantime is the newer one.
      if (opened !== current || store.getState().tuning !== before) return;
      store.setState({ tuning, effect: null });
      apply(current.compile(current.library.catalogue, tuning));
    },
    erase(scope: ErasureScope) {
      const { tuning } = store.getState();
      const left = withoutErased(tuning, scope);
      if (left !== tuning) change(left);
      // The person erased; nobody turned a control.
      store.setState({ effect: null });
    },
    settled: () => saving,
  });
}
