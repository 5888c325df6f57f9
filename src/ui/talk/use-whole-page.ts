import { useLayoutEffect } from 'react';

/**
 * Marks the page while a screen wants all of it: nothing of the frame is shown around a stage, nor printed around paper
 * (AppFrame.module.css). A mark on the root costs nothing where it is not set; a selector that looks into the page for one (`:has`) is
 * asked again with every change of the page.
 */
export function useWholePage(kind: 'stage' | 'paper'): void {
  useLayoutEffect(() => {
    document.documentElement.dataset.whole = kind;
    return () => {
      delete document.documentElement.dataset.whole;
    };
  }, [kind]);
}
