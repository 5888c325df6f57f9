import { useDeferredValue } from 'react';

/** A press whose task begins so long before or after it, in milliseconds, is what the task is for. */
const [BEFORE_MS, AFTER_MS] = [50, 150];
/** Presses that were followed by a long task (50 ms or longer) before the device counts as slow: one may be chance. */
const STRIKES = 2;

let pressed = Number.NEGATIVE_INFINITY;
let strikes = 0;

/** To be told of every press that judges. @param timeStamp of its event, in milliseconds since the page was opened */
export function notePress(timeStamp: number): void {
  pressed = timeStamp;
}

/** Browsers that do not tell of long tasks (Long Tasks API) count as quick. */
if (
  typeof PerformanceObserver !== 'undefined' &&
  PerformanceObserver.supportedEntryTypes?.includes('longtask')
) {
  const observer = new PerformanceObserver((tasks) => {
    const own = tasks
      .getEntries()
      .some(({ startTime }) => startTime > pressed - BEFORE_MS && startTime < pressed + AFTER_MS);
    if (own && ++strikes >= STRIKES) observer.disconnect();
  });
  observer.observe({ type: 'longtask' });
}

/**
 * What may be drawn a little later than the rest, in slices, so that no press waits for it: where the device has shown itself
 * slow. A quick one draws all at once, which shows the whole of a click sooner.
 */
export function useLater<T>(value: T): T {
  const later = useDeferredValue(value);
  return strikes >= STRIKES ? later : value;
}
