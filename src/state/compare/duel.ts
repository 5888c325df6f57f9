import { createStore, type StoreApi } from 'zustand/vanilla';
import { presetModelsOf, REGISTRY } from '../../evaluation/recommenders/registry';
import { createCompareClient, type SpawnedService } from '../../worker/client';
import type { DuelClick, DuelEvent, DuelView } from '../../worker/contract';
import type { App } from '../app/app';
import type { ModelState } from '../profile/model-state';

/** Systems that must be trained on everybody at once: they cannot take part, and are named on the screen. */
export const DUEL_ABSENT: readonly string[] = presetModelsOf('new-user').filter((name) =>
  REGISTRY.some((model) => model.name === name && model.joint),
);
/** Systems that can meet a person one click at a time and are fitted while one waits. */
export const DUEL_MODELS: readonly string[] = presetModelsOf('new-user').filter(
  (name) => !DUEL_ABSENT.includes(name),
);

export interface DuelState {
  phase: 'idle' | 'playing' | 'ready' | 'failed';
  message: string | null;
  /** Clicks whose film is in the data, in the order in which they were given. */
  clicks: readonly DuelClick[];
  views: readonly DuelView[];
  /** Follows the log from now on; called again after a failure. */
  follow(): void;
  stop(): void;
}

/** The clicks that stand: each film's last verdict, at its place in the log. What was undone was never given. */
export function standingClicks(events: ModelState['events']): DuelClick[] {
  const last = new Map<number, DuelClick | null>();
  for (const { movieId, kind, time, predictionVisible, refileOf } of events) {
    // Filing a click under another mood says nothing new of the film.
    if (refileOf !== undefined && last.has(movieId)) continue;
    // Deleted first, so that the film takes its place at the end of the order.
    last.delete(movieId);
    const said = kind === 'like' || kind === 'dislike';
    last.set(movieId, said ? { movieId, like: kind === 'like', time, predictionVisible } : null);
  }
  return [...last.values()].filter((click) => click !== null);
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

const Z = 1.96;

/** The running record of a system. @param counts whether a click counts, by its place. */
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
    if (says === click.like) right++;
    const share = right / n;
    const center = (share + (Z * Z) / (2 * n)) / (1 + (Z * Z) / n);
    const half = (Z * Math.sqrt((share * (1 - share)) / n + (Z * Z) / (4 * n * n))) / (1 + (Z * Z) / n);
    points.push({ clicks: n, right, share, low: center - half, high: center + half });
  });
  return points;
}

export interface DuelParts {
  app: Pick<App, 'model'>;
  spawn(): SpawnedService;
  schedule(callback: () => void, milliseconds: number): () => void;
  datasetUrl: string;
}

/** Plays the active profile's log against the systems, again whenever it grows, in a worker of its own. */
export function createDuelStore({ app, spawn, schedule, datasetUrl }: DuelParts): StoreApi<DuelState> {
  const client = createCompareClient(spawn, schedule);
  return createStore<DuelState>()((set, get) => {
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
        await once(standingClicks(app.model.getState().events));
      } while (again && unsubscribe);
      playing = false;
    };
    const once = async (all: DuelClick[]) => {
      if (all.length === 0) {
        set({ phase: 'ready', clicks: [], views: [], message: null });
        return;
      }
      set({ phase: 'playing', message: null });
      if (!opened) {
        const outcome = await client.open({ kind: 'bundled', url: datasetUrl }, () => {});
        if (outcome.kind !== 'done') {
          set({ phase: 'failed', message: outcome.kind === 'cancelled' ? null : outcome.message });
          return;
        }
        opened = true;
      }
      const take = ({ known, views }: DuelEvent) => {
        const before = new Map(get().views.map((view) => [view.model, view]));
        // A system that has not come to its turn keeps what it said of the clicks before.
        const merged = views.map((view) => {
          const old = before.get(view.model);
          const stands = view.saysLike.length === 0 && old !== undefined && old.saysLike.length > 0;
          return stands ? { ...view, saysLike: old.saysLike, fitMs: old.fitMs } : view;
        });
        set({ clicks: known.map((index) => all[index]), views: merged });
      };
      const outcome = await client.duel(all, [...DUEL_MODELS], take);
      if (outcome.kind === 'done') {
        take(outcome.value);
        set({ phase: 'ready' });
      } else if (outcome.kind === 'cancelled') set({ phase: 'idle' });
      else set({ phase: 'failed', message: outcome.message });
    };

    return {
      ...{ phase: 'idle', message: null, clicks: [], views: [] },
      follow() {
        if (!unsubscribe) {
          let revision = app.model.getState().revision;
          unsubscribe = app.model.subscribe((state) => {
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
    };
  });
}
