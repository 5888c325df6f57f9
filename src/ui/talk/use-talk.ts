import { useEffect, useReducer } from 'react';
import { useStore } from 'zustand';
import type { App } from '../../state/app/app';
import { createTalkStore, type TalkState, type TalkStore } from '../../state/talk/talk-store';
import { spawnCompareWorker } from '../../worker/spawn';
import { useApp, useLibrary } from '../common/app-context';

/** One talk an app: it stands where it was when the speaker comes back from another screen. */
const stores = new WeakMap<App, TalkStore>();

/** The store of the app's one talk, made when it is first asked for. */
export function useTalkStore(): TalkStore {
  const app = useApp();
  const library = useLibrary();
  const known = stores.get(app);
  if (known) return known;
  const made = createTalkStore({ ...app.talk, library, spawn: spawnCompareWorker });
  stores.set(app, made);
  return made;
}

/** A part of the talk's store; drawn anew when the part changes by `Object.is`. */
export function useTalk<T>(select: (state: TalkState) => T): T {
  return useStore(useTalkStore(), select);
}

/** Draws anew every so often: for what shows the time. */
export function useTick(milliseconds: number): void {
  const [, tick] = useReducer((n: number) => n + 1, 0);
  useEffect(() => {
    const timer = setInterval(tick, milliseconds);
    return () => clearInterval(timer);
  }, [milliseconds]);
}
