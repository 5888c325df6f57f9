import { type RefObject, useLayoutEffect } from 'react';
import { longestRise } from './longest-rise';

/** Where browsers have it, it keeps what is focused, and lays less out anew. */
type MovesBefore = HTMLElement & { moveBefore?(node: Node, before: Node | null): void };

/** Brings the children of a list into an order by the fewest moves. @param wanted all of them, first one first */
function putInOrder(list: MovesBefore, wanted: readonly Element[]): void {
  const places = new Map([...list.children].map((child, place) => [child, place]));
  const stay = new Set(longestRise(wanted.map((child) => places.get(child) ?? -1)).map((n) => wanted[n]));
  if (stay.size === wanted.length) return;
  const { activeElement } = document;
  let before: Element | null = null;
  for (const child of wanted.toReversed()) {
    if (!stay.has(child)) {
      if (list.moveBefore) list.moveBefore(child, before);
      else list.insertBefore(child, before);
    }
    before = child;
  }
  // What is moved in other ways loses the focus.
  if (activeElement instanceof HTMLElement && activeElement !== document.activeElement)
    activeElement.focus({ preventScroll: true });
}

/**
 * Orders the children of a list itself, before they are drawn: React moves every child that another one passes, up to all of them where
 * one film rises to the top, and each move has the browser lay a whole row out anew. The children have to be rendered in an order that
 * never changes, so that React moves none; each carries its key as `data-key`.
 * @param keys of all children, first one first
 */
export function useOrder(list: RefObject<HTMLElement | null>, keys: readonly number[]): void {
  useLayoutEffect(() => {
    if (!list.current) return;
    const byKey = new Map<string, Element>();
    for (const child of list.current.children) byKey.set((child as HTMLElement).dataset.key ?? '', child);
    putInOrder(
      list.current,
      keys.flatMap((key) => byKey.get(String(key)) ?? []),
    );
  });
}
