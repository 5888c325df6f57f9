import { type ReactNode, startTransition, useEffect, useRef, useState } from 'react';

/**
 * Milliseconds between two parts of the screen that are drawn anew. This is the one schedule between what the worker tells
 * and what is drawn: parts take turns, each a task of its own for the page, so that figures that move, or a screen full of
 * figures that is put up, never keep the page from answering.
 */
const TURN_MS = 100;

/** Parts that have something new to draw, first come first served. There is one page, and so one queue. */
const waiting = new Set<() => void>();
/** Whether the queue is being served: for as long as somebody waits, and a turn longer. */
let serving = false;

function giveTurn(): void {
  const draw = waiting.values().next().value;
  serving = draw !== undefined;
  if (draw === undefined) return;
  setTimeout(giveTurn, TURN_MS);
  waiting.delete(draw);
  // A transition: React cuts it into slices, and lets what a person does go first.
  startTransition(draw);
}

/** @returns how to leave the queue. */
function queue(draw: () => void): () => void {
  waiting.add(draw);
  if (!serving) setTimeout(giveTurn, 0);
  serving = true;
  return () => waiting.delete(draw);
}

/**
 * A value as it was at this part's last turn; whenever it changes, the part asks for another.
 * @param id what the value is of; another id begins anew.
 * @param first what is shown before the first turn; the value as it is then, if left out.
 */
export function useInTurn<T>(id: string, value: T, first: T = value): T {
  const [shown, setShown] = useState({ id, value: first });
  // Not in an effect: nothing of another id is ever drawn.
  if (shown.id !== id) setShown({ id, value: first });
  const newest = useRef({ id, value });
  useEffect(() => {
    newest.current = { id, value };
  }, [id, value]);
  const isDue = shown.value !== value;
  // `shown` is looked at too, since the value may have changed again while the part was drawn.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a change of the value alone keeps the place in the queue
  useEffect(() => (isDue ? queue(() => setShown(newest.current)) : undefined), [isDue, shown]);
  return shown.value;
}

/** Puts up what it holds at its turn. */
export function InTurn({ children }: { children: ReactNode }) {
  return useInTurn('children', true, false) ? children : null;
}
