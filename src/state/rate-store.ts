import { createStore, type StoreApi } from 'zustand/vanilla';
import { deriveSeed } from '../lib/random';
import type { Library } from './library';
import type { ModelStore } from './model-store';
import { nextFilms } from './rate-queue';

/** The films to judge. */
export interface RateState {
  /** The film to judge now; null while there is no open profile, or nothing left to judge. */
  current: number | null;
  /** The films after it, next first. The first two stay as they are when a click lands; later ones may change. */
  upcoming: readonly number[];
  /** Puts the current film off without judging it: it comes back later. */
  skip(): void;
  /** Shows a certain film now, for instance one found by search. */
  show(item: number): void;
}

/** Films planned ahead. */
const PLANNED = 6;
/** Of these, the ones a click does not change: the film shown and the two after it. */
const KEPT = 3;
/** Skipped films are not asked again before this many others. */
const SKIP_MEMORY = 30;

/** Follows the model store: judged films leave, undone ones come back to the front. */
export function createRateStore(model: ModelStore, library: () => Library | null): StoreApi<RateState> {
  let planned: number[] = [];
  let skipped: number[] = [];
  let plannedFor: { profileId: string | null; revision: number } = { profileId: null, revision: -1 };

  const store = createStore<RateState>()(() => ({
    current: null,
    upcoming: [],
    skip() {
      const [current] = planned;
      if (current === undefined) return;
      skipped = [current, ...skipped].slice(0, SKIP_MEMORY);
      plan(planned.slice(1, KEPT));
    },
    show(item) {
      skipped = skipped.filter((other) => other !== item);
      plan([item, ...planned.filter((other) => other !== item).slice(0, KEPT - 1)]);
    },
  }));

  const plan = (keep: readonly number[]) => {
    const publicData = library();
    const personal = model.getState().personalModel();
    const { profileId, judgements } = model.getState();
    if (!publicData || !personal || profileId === null) {
      planned = [];
    } else {
      const seed = deriveSeed(1, profileId);
      const input = { judgements, seed, keep, count: PLANNED };
      planned = nextFilms(publicData, personal, { ...input, skipped });
      if (planned.length === 0 && skipped.length > 0) {
        skipped = [];
        planned = nextFilms(publicData, personal, { ...input, skipped });
      }
    }
    const [current = null, ...upcoming] = planned;
    store.setState({ current, upcoming });
  };

  model.subscribe(({ profileId, phase, revision, lastChange }) => {
    if (profileId !== plannedFor.profileId || phase !== 'ready') {
      planned = [];
      skipped = [];
    }
    if (profileId === plannedFor.profileId && revision === plannedFor.revision) return;
    plannedFor = { profileId, revision };
    const back = lastChange?.via === 'undo' && lastChange.after === 'clear' ? [lastChange.item] : [];
    plan([...back, ...planned.filter((item) => !back.includes(item)).slice(0, KEPT)]);
  });
  return store;
}
