import { type RefCallback, useCallback } from 'react';

const LESS_MOTION = '(prefers-reduced-motion: reduce)';

/** Where each child of a list stands in the page's layout, whatever it is gliding from at the moment. In pixels. */
function placesOf(list: HTMLElement): Map<Element, readonly [left: number, top: number]> {
  const places = new Map<Element, readonly [number, number]>();
  for (const child of list.children)
    if (child instanceof HTMLElement) places.set(child, [child.offsetLeft, child.offsetTop]);
  return places;
}

/**
 * Lets the children of a list glide to their new places, and new ones fade in; not where people ask for less motion.
 *
 * All places are read at once, when the children have changed and before the frame is drawn: the one layout that this takes
 * is the frame's own. Only what has moved is animated (FLIP: first, last, invert, play).
 * @param duration of a glide in milliseconds
 * @returns a ref for the list
 */
export function useGlide<T extends HTMLElement>(duration: number): RefCallback<T> {
  return useCallback(
    (list: T | null) => {
      if (!list) return;
      // Read below, once the browser has laid the list out by itself: to ask now would force it to.
      let before: ReturnType<typeof placesOf> = new Map();
      const glide = () => {
        const now = placesOf(list);
        const isStill = before.size === 0 || matchMedia(LESS_MOTION).matches;
        const fold = isStill ? 0 : window.innerHeight - list.getBoundingClientRect().top + list.offsetTop;
        for (const [child, [left, top]] of isStill ? [] : now) {
          const place = before.get(child);
          // What is below the window, and stays there, glides for nobody.
          if (top >= fold && (!place || place[1] >= fold)) continue;
          if (!place) child.animate({ opacity: [0, 1] }, { duration, easing: 'ease-in' });
          else if (place[0] !== left || place[1] !== top) {
            const from = `translate(${place[0] - left}px, ${place[1] - top}px)`;
            child.animate({ transform: [from, 'none'] }, { duration, easing: 'ease-in-out' });
          }
        }
        before = now;
      };
      const changes = new MutationObserver(glide);
      changes.observe(list, { childList: true });
      // What unfolds in a row, or another width of the window, moves the rows without a glide.
      const sizes = new ResizeObserver(() => {
        before = placesOf(list);
      });
      sizes.observe(list);
      return () => {
        changes.disconnect();
        sizes.disconnect();
      };
    },
    [duration],
  );
}
