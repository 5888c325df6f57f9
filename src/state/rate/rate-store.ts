import { createStore, type StoreApi } from 'zustand/vanilla';
import { deriveSeed } from '../../lib/random';
import { KEPT } from '../../wnn/personal/asking/rate-queue';
import type { AppDependencies } from '../platform/dependencies';
import type { ModelState } from '../profile/model-state';
import type { OpenProfile } from '../profile/open-profile';

/** The films to judge. */
export interface RateState {
  /** The film to judge now; null while there is no open profile, or nothing left to judge. */
  current: number | null;
  /** The films after it, next first. The first three stay as they are when a click lands; those after follow a little later. */
  upcoming: readonly number[];
  /** Puts the current film off without judging it: it comes back later. */
  skip(): void;
  /** Shows a certain film now, judged before or not, for instance one found by search. */
  show(item: number): void;
}

/** Films planned ahead. */
const PLANNED = 6;
/** The click is answered first, by film and list; the far part of the plan is made when the eye is on them. */
const REFILL_DELAY_MS = 120;
/** Skipped films are not asked again before this many others. */
const SKIP_MEMORY = 30;

/** Does two things after REFILL_DELAY_MS, each in a task of its own: a press may come between them. @returns what calls them off */
function inTwoTasks(
  whenIdle: AppDependencies['whenIdle'],
  first: () => void,
  second: () => void,
): () => void {
  let callOff = whenIdle(() => {
    first();
    callOff = whenIdle(second, 0);
  }, REFILL_DELAY_MS);
  return () => callOff();
}

/**
 * Follows the active profile: judged films leave, undone ones come back to the front.
 * @param opened the open profile; null while none is open
 * @param early films that were up before the public data came: those that are left stay up
 */
export function createRateStore(
  model: StoreApi<ModelState>,
  opened: () => OpenProfile | null,
  whenIdle: AppDependencies['whenIdle'],
  early: (profileId: string) => readonly number[] = () => [],
): StoreApi<RateState> {
  let planned: number[] = [];
  let callOff: () => void = () => {};
  let skipped: number[] = [];
  // A film asked for by name is shown even if it was judged before, until it is judged again or put off.
  let pinned: number | null = null;
  let plannedFor: { profileId: string | null; revision: number } = { profileId: null, revision: -1 };
  let seed = 0;

  const store = createStore<RateState>()(() => ({
    current: null,
    upcoming: [],
    skip() {
      const [current] = planned;
      if (current === undefined) return;
      if (current === pinned) pinned = null;
      skipped = [current, ...skipped].slice(0, SKIP_MEMORY);
      plan(planned.slice(1, KEPT));
    },
    show(item) {
      pinned = item;
      skipped = skipped.filter((other) => other !== item);
      plan(planned.filter((other) => other !== item).slice(0, KEPT - 1));
    },
  }));

  const publish = (films: number[]) => {
    planned = films;
    const [current = null, ...upcoming] = films;
    store.setState({ current, upcoming });
  };

  const plan = (keep: readonly number[]) => {
    callOff();
    const open = opened();
    const { profileId, judgements } = model.getState();
    if (!open || profileId === null) return publish([]);
    const first = pinned === null ? [] : [pinned];
    const rest = keep.filter((item) => item !== pinned);
    const input = { judgements, seed, keep: rest, count: PLANNED - first.length };
    const next = () => open.nextFilms({ ...input, skipped: [...first, ...skipped] });
    let films = [...first, ...next()];
    if (films.length === 0 && skipped.length > 0) {
      skipped = [];
      films = next();
    }
    publish(films);
  };

  const planSoon = (keep: readonly number[]) => {
    const judged = new Set(model.getState().judgements.map(({ item }) => item));
    const left = keep.filter((item) => item === pinned || !judged.has(item));
    if (left.length === 0) return plan(keep);
    publish(left);
    callOff();
    const prepare = () => opened()?.prepareNextFilms(model.getState().judgements);
    callOff = inTwoTasks(whenIdle, prepare, () => plan(planned));
  };

  model.subscribe(({ profileId, phase, revision, lastChange }) => {
    if (profileId !== plannedFor.profileId || phase !== 'ready') {
      [planned, skipped, pinned] = [[], [], null];
    }
    if (profileId === plannedFor.profileId && revision === plannedFor.revision) return;
    // Films are asked for in another order in each profile.
    if (profileId !== null && profileId !== plannedFor.profileId) seed = deriveSeed(1, profileId);
    plannedFor = { profileId, revision };
    if (lastChange && (lastChange.item === pinned || lastChange.via === 'undo')) pinned = null;
    const back = lastChange?.via === 'undo' && lastChange.after === 'clear' ? [lastChange.item] : [];
    const before = opened() && profileId !== null && planned.length === 0 ? early(profileId) : planned;
    planSoon([...back, ...before.filter((item) => !back.includes(item)).slice(0, KEPT)]);
  });
  return store;
}
