import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';

interface Focused {
  element: Element;
  /** The explanation it was in, if any. */
  panel: HTMLElement | null;
  /** Place of its row in the list, from 0. */
  place: number;
}

/**
 * Keeps the focus near where it was when a click takes the focused control out of a list: in the explanation it belonged
 * to, else at the reasons of the row that took its place, or at what is marked `data-next-focus` in it, else at the list,
 * which must be focusable.
 */
export function useKeptFocus(list: RefObject<HTMLElement | null>): void {
  const last = useRef<Focused | null>(null);

  useEffect(() => {
    const note = ({ target }: FocusEvent) => {
      if (!(target instanceof Element)) return;
      const place = [...(list.current?.children ?? [])].findIndex((row) => row.contains(target));
      const panel = target.closest<HTMLElement>('[data-why="panel"]');
      last.current = place < 0 ? null : { element: target, panel, place };
    };
    // Whoever presses somewhere else wants the focus nowhere.
    const drop = () => {
      last.current = null;
    };
    document.addEventListener('focusin', note);
    document.addEventListener('pointerdown', drop, true);
    return () => {
      document.removeEventListener('focusin', note);
      document.removeEventListener('pointerdown', drop, true);
    };
  }, [list]);

  // After every change of the list: React itself keeps the focus of what only moved.
  useLayoutEffect(() => {
    const { current: focused } = last;
    if (!focused || focused.element.isConnected || document.activeElement !== document.body) return;
    const rows = list.current?.children ?? [];
    const row = rows[Math.min(focused.place, rows.length - 1)];
    const next = focused.panel?.isConnected
      ? focused.panel
      : (row?.querySelector<HTMLElement>('[data-why="button"], [data-next-focus]') ?? list.current);
    next?.focus({ preventScroll: true });
    next?.scrollIntoView({ block: 'nearest' });
  });
}
