import { useSyncExternalStore } from 'react';

/** Films of the list that stand beside the film being judged: as many as there is room for, but within these. */
const [FEWEST, MOST] = [5, 12];
/** What stands above the list, and a row of it, as Rate is laid out. In pixels. */
const [ABOVE, ROW] = [180, 121];

/** Rows of the list that are in view at least in part. @param height of the window, in pixels */
export const rowsBeside = (height: number): number =>
  Math.min(MOST, Math.max(FEWEST, Math.ceil((height - ABOVE) / ROW)));

/** For the window as it is; 0 before that was asked for. */
let rows = 0;

const readRows = () => {
  rows = rowsBeside(window.innerHeight);
};

/** Asks for the height once, and then where it has changed: to answer, the browser lays out all that waits for it. */
function rowsNow(): number {
  if (rows === 0) {
    readRows();
    // For good, and so before every listener of `subscribe`.
    window.addEventListener('resize', readRows);
  }
  return rows;
}

function subscribe(changed: () => void): () => void {
  window.addEventListener('resize', changed);
  return () => window.removeEventListener('resize', changed);
}

/**
 * How many films stand beside the film being judged. A click draws all of them anew, so that what is out of view would be paid for with
 * every click; the whole list is one press away.
 */
export const useRowsBeside = (): number => useSyncExternalStore(subscribe, rowsNow);
