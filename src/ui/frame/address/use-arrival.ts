import { type RefObject, useEffect, useRef } from 'react';

/** Under this name an entry of the browser's history has the number that it got when it was first shown. */
const MARK = 'weightless';

let entries = 0;

/** The number of the history's entry that is shown; and whether it was shown before. */
function currentEntry(): { entry: number; known: boolean } {
  const state: unknown = history.state;
  const marks = typeof state === 'object' && state !== null ? (state as Record<string, unknown>) : {};
  const mark = marks[MARK];
  if (typeof mark === 'number' && mark <= entries) return { entry: mark, known: true };
  entries++;
  history.replaceState({ ...marks, [MARK]: entries }, '');
  return { entry: entries, known: false };
}

/**
 * What happens when another screen is shown: one that was gone to begins at its top, with the focus on its content; one that
 * was gone back to is where it was left, with the focus on the link that led away.
 * @param location the route that is shown
 */
export function useArrival(location: string, main: RefObject<HTMLElement | null>): void {
  const shown = useRef(location);
  const entry = useRef(0);
  const places = useRef(new Map<number, number>());

  useEffect(() => {
    if (entry.current === 0) entry.current = currentEntry().entry;
    const note = () => places.current.set(entry.current, window.scrollY);
    window.addEventListener('scroll', note, { passive: true });
    return () => window.removeEventListener('scroll', note);
  }, []);

  useEffect(() => {
    const before = shown.current;
    if (before === location) return;
    shown.current = location;
    const { entry: now, known } = currentEntry();
    entry.current = now;
    // The address alone leads on to the first screen: an arrival, where focus stays at the top of the page.
    if (before === '/' || before === '') return;
    const left = known && main.current?.querySelector<HTMLElement>(`a[href="#${CSS.escape(before)}"]`);
    window.scrollTo(0, known ? (places.current.get(now) ?? 0) : 0);
    (left || main.current)?.focus({ preventScroll: true });
  }, [location, main]);
}
