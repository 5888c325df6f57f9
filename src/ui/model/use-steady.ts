import { type RefObject, useEffect } from 'react';

/** Assistive technology may click without pointer or key. */
const TOUCHES = ['pointerdown', 'keydown', 'click'];

/**
 * Keeps what a person is working with in its place on the screen while parts above it grow or shrink. Browsers do so by
 * themselves only where the page is scrolled already, some never; CSS must tell these parts `overflow-anchor: none`.
 * @param above what may change its height
 * @param worked what stands below it and must not move under the pointer that touched it last
 */
export function useSteady(above: RefObject<HTMLElement | null>, worked: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const grows = above.current;
    if (!grows) return;
    let working = false;
    let height = grows.offsetHeight;
    const note = ({ target }: Event) => {
      working = target instanceof Node && worked.current?.contains(target) === true;
    };
    const observer = new ResizeObserver(() => {
      const by = grows.offsetHeight - height;
      height += by;
      if (working && by !== 0) window.scrollBy({ top: by, behavior: 'instant' });
    });
    observer.observe(grows);
    for (const type of TOUCHES) document.addEventListener(type, note, true);
    return () => {
      observer.disconnect();
      for (const type of TOUCHES) document.removeEventListener(type, note, true);
    };
  }, [above, worked]);
}
