import { type RefObject, startTransition, useEffect, useState } from 'react';
import type { ModelView } from '../../../worker/contract';
import { NEXT_MS } from '../InTurn';

/** Charts of a run in motion are redrawn in turn, never together: each is a task of its own for the page. */
const TURN_MS = 220;

const CHARTS = 5;

/** What is newest of a run in motion, to be looked at by each chart at its turn. */
export type Newest = RefObject<readonly ModelView[]>;

/**
 * Follows a run at this chart's turn: again and again while it goes on (`over` is null), once when it is over.
 * @returns null before the first turn.
 */
export function useInTurn(id: string, newest: Newest, over: readonly ModelView[] | null, place: number) {
  const [shown, setShown] = useState<{ id: string; views: readonly ModelView[] } | null>(null);
  useEffect(() => {
    const show = (views: readonly ModelView[]) => startTransition(() => setShown({ id, views }));
    let timer = over
      ? setTimeout(() => show(over), place * NEXT_MS)
      : setTimeout(function next() {
          show(newest.current);
          timer = setTimeout(next, CHARTS * TURN_MS);
        }, place * TURN_MS);
    return () => clearTimeout(timer);
  }, [id, newest, over, place]);
  return shown?.id === id ? shown.views : null;
}
