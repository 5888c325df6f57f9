import { use, useEffect, useReducer } from 'react';
import { useStore } from 'zustand';
import type { TalkStage } from '../../state/app/later';
import type { TalkState, TalkStore } from '../../state/talk/talk-store';
import { useApp } from '../common/app-context';

/** The app's one talk and its line to the notes. Suspends until its code is loaded. */
export function useTalkStage(): TalkStage {
  return use(useApp().talk());
}

/** The store of the app's one talk. */
export function useTalkStore(): TalkStore {
  return useTalkStage().store;
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
