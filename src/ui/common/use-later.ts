import { useDeferredValue } from 'react';
import { createSlowness } from './slowness';

const slowness = createSlowness();

/** To be told of every press that judges. @param timeStamp of its event, in milliseconds since the page was opened */
export const notePress = (timeStamp: number): void => slowness.press(timeStamp);

/** Browsers that do not tell of long tasks (Long Tasks API) count as quick. */
if (
  typeof PerformanceObserver !== 'undefined' &&
  PerformanceObserver.supportedEntryTypes?.includes('longtask')
) {
  const observer = new PerformanceObserver((tasks) => {
    for (const { startTime } of tasks.getEntries()) slowness.longTask(startTime);
    if (slowness.isSlow) observer.disconnect();
  });
  observer.observe({ type: 'longtask' });
}

/**
 * What may be drawn a little later than the rest, in slices, so that no press waits for it: where the device has shown itself
 * slow. A quick one draws all at once, which shows the whole of a click sooner.
 */
export function useLater<T>(value: T): T {
  const later = useDeferredValue(value);
  return slowness.isSlow ? later : value;
}
