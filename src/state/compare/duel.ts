import { createStore, type StoreApi } from 'zustand/vanilla';
import { taughtBy } from '../../data/opinion';
import { DUEL_SYSTEMS } from '../../evaluation/recommenders/duel-systems';
import { presetModelsOf, REGISTRY } from '../../evaluation/recommenders/registry';
import { wilsonInterval } from '../../lib/interval';
import { agreement } from '../../worker/agreement';
import { createCompareClient, type SpawnedService } from '../../worker/client';
import type { DuelClick, DuelEvent, DuelView, Outcome } from '../../worker/contract';
import { foldLog } from '../log/fold';
import type { AppDependencies } from '../platform/dependencies';
import type { ModelState } from '../profile/model-state';
import type { CompareParts } from './compare-state';
import { mergeViews } from './views';

/** Systems that must be trained on everybody at once: they cannot take part, and are named on the screen. */
export const DUEL_ABSENT: readonly string[] = presetModelsOf('new-user').filter((name) =>
  REGISTRY.some((model) => model.name === name && model.joint),
);
/** Systems that can meet a person one click at a time and are fitted while one waits, in the order of tables. */
export const DUEL_MODELS: readonly string[] = DUEL_SYSTEMS.map(({ name }) => name);
/** Those whose fits take long: played when the others have heard every click. */
export const DUEL_LATE: readonly string[] = DUEL_SYSTEMS.flatMap(({ name, late }) => (late ? [name] : []));
/** In the order in which they play: a click given meanwhile is put to the first ones before the last ones are fitted. */
const TURNS = [DUEL_MODELS.filter((name) => !DUEL_LATE.includes(name)), [...DUEL_LATE]];

/** What is known of every system before the first click. */
const BLANK_VIEWS: readonly DuelView[] = DUEL_MODELS.map((model) => ({
  ...{ model, state: 'waiting', fitMs: 0, saysLike: [] },
}));

/** What the duel shows, and how it is begun and ended. */
export interface DuelState {
  phase: 'idle' | 'playing' | 'ready' | 'failed';
  message: string | null;
  /** Clicks whose film is in the data, in the order in which they were given. */
  clicks: readonly DuelClick[];
  views: readonly DuelView[];
  /** Follows the log from now on; called again after a failure. */
  follow(): void;
  stop(): void;
  /** Other films are in use: everything is asked anew, of systems that are fitted on their ratings. */
  onOtherFilms(): void;
}

/** The clicks that stand: each film's last verdict, at its place in the log. What was undone was never given. */
export function standingClicks(events: ModelState['events']): DuelClick[] {
  const last = new Map<number, DuelClick>();
  for (const { movieId, kind, time, predictionVisible } of foldLog(events).said) {
    // Deleted first, so that the film takes its place at the end of the order.
    last.delete(movieId);
    const answer = taughtBy(kind);
    if (answer) last.set(movieId, { movieId, answer, time, predictionVisible });
  }
  return [...last.values()];
}

/** Without what was said of clicks after the first n: they have been taken back, or others have come before them. */
function answersThatStand(views: readonly DuelView[], n: number): DuelView[] {
  return views.map((view) =>
    view.saysLike.length > n ? { ...view, saysLike: view.saysLike.slice(0, n) } : view,
  );
}

/** A point of a system's record: the share of clicks it foresaw, over the clicks that count. */
export interface DuelPoint {
  clicks: number;
  right: number;
  share: number;
  /** Wilson's interval (1927), 95 %. */
  low: number;
  high: number;
}

/** The running record of a system: so-so, like a dislike, is no like. @param counts whether a click counts, by its place. */
export function recordOf(
  saysLike: readonly boolean[],
  clicks: readonly DuelClick[],
  counts: (click: DuelClick) => boolean,
): DuelPoint[] {
  const points: DuelPoint[] = [];
  let n = 0;
  let right = 0;
  saysLike.forEach((says, index) => {
    const click = clicks[index];
    if (!click || !counts(click)) return;
    n++;
    if (says === (click.answer === 'like')) right++;
    points.push({ clicks: n, right, ...wilsonInterval(right, n) });
  });
  return points;
}

/** What the store of the duel is made of. */
export interface DuelParts extends Pick<AppDependencies, 'schedule'>, Pick<CompareParts, 'usualData'> {
  /** The active profile: `events` is its log, and `revision` changes whenever that does. */
  model: Pick<StoreApi<ModelState>, 'getState' | 'subscribe'>;
  spawn(): SpawnedService;
}

/** Plays the active profile's log against the systems, again whenever it grows, in a worker of its own. */
export function createDuelStore({ model, spawn, schedule, usualData }: DuelParts): StoreApi<DuelState> {
  const client = createCompareClient(spawn, schedule);
  return createStore<DuelState>()((set) => {
    let unsubscribe: (() => void) | null = null;
    let opened = false;
    let playing = false;
    let again = false;

    const play = async () => {
      if (playing) {
        again = true;
        return;
      }
      playing = true;
      do {
        again = false;
        await once(standingClicks(model.getState().events));
      } while (again && unsubscribe);
      playing = false;
    };
    const open = async (): Promise<Outcome<unknown>> => {
      if (opened) return { kind: 'done', value: null };
      opened = true;
      const outcome = await client.open(await usualData(), () => {});
      // Other films may have come into use meanwhile: then they are read at the next turn.
      opened &&= outcome.kind === 'done';
      return outcome;
    };
    const once = async (all: DuelClick[]) => {
      if (all.length === 0) return set({ phase: 'ready', clicks: [], views: [], message: null });
      set({ phase: 'playing', message: null });
      const outcome = await open();
      if (outcome.kind !== 'done') {
        return set({ phase: 'failed', message: outcome.kind === 'cancelled' ? null : outcome.message });
      }
      const take = ({ known, views: changes }: DuelEvent) =>
        set((before) => {
          const clicks = known.map((index) => all[index]);
          const views = before.views.length === 0 ? BLANK_VIEWS : before.views;
          const standing = answersThatStand(views, agreement(before.clicks, clicks));
          return { clicks, views: mergeViews(standing, changes) };
        });
      for (const models of TURNS) {
        if (again) return;
        const played = await client.duel(all, models, take);
        if (played.kind === 'cancelled') return set({ phase: 'idle' });
        if (played.kind !== 'done') return set({ phase: 'failed', message: played.message });
        take(played.value);
      }
      set({ phase: 'ready' });
    };

    return {
      ...{ phase: 'idle', message: null, clicks: [], views: [] },
      follow() {
        if (!unsubscribe) {
          let { revision } = model.getState();
          unsubscribe = model.subscribe((state) => {
            if (state.revision === revision) return;
            revision = state.revision;
            play();
          });
        }
        play();
      },
      stop() {
        unsubscribe?.();
        unsubscribe = null;
        client.dispose();
        opened = false;
        set({ phase: 'idle' });
      },
      onOtherFilms() {
        opened = false;
        set({ clicks: [], views: [] });
        if (unsubscribe) play();
      },
    };
  });
}
