import type { AnimationController } from '@formkit/auto-animate';
import { type RefCallback, useCallback } from 'react';

/**
 * Lets the children of a list glide to their new places; not where people ask for less motion. The code comes after the first
 * screen, and a list whose code does not come stands still.
 * @param duration of a glide in milliseconds
 * @returns a ref for the list
 */
export function useGlide<T extends HTMLElement>(duration: number): RefCallback<T> {
  return useCallback(
    (list: T | null) => {
      if (!list) return;
      let left = false;
      let glide: AnimationController | undefined;
      import('@formkit/auto-animate')
        .then(({ default: autoAnimate }) => {
          if (!left) glide = autoAnimate(list, { duration });
        })
        .catch(() => {});
      return () => {
        left = true;
        glide?.destroy?.();
      };
    },
    [duration],
  );
}
