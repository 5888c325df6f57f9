import type { AnimationController } from '@formkit/auto-animate';
import { type RefCallback, useCallback } from 'react';

/** Whatever a person does first; only then can something move. */
const FIRST_DEEDS = ['pointerdown', 'keydown'] as const;

let code: Promise<typeof import('@formkit/auto-animate')> | undefined;

/** The code of the glide, which nobody waits for who only looks: it comes with the first press, before what the press does. */
function glideCode() {
  code ??= new Promise<void>((resolve) => {
    for (const deed of FIRST_DEEDS)
      window.addEventListener(deed, () => resolve(), { once: true, capture: true });
  }).then(() => import('@formkit/auto-animate'));
  return code;
}

/**
 * Lets the children of a list glide to their new places, from the first press on the page; not where people ask for less
 * motion. A list whose code does not come stands still.
 * @param duration of a glide in milliseconds
 * @returns a ref for the list
 */
export function useGlide<T extends HTMLElement>(duration: number): RefCallback<T> {
  return useCallback(
    (list: T | null) => {
      if (!list) return;
      let left = false;
      let glide: AnimationController | undefined;
      glideCode()
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
