import type { AppDependencies } from '../platform/dependencies';

/** What the app waits for before anybody can rate: the browser's storage, the public data, or the ratings in the storage. */
export type Awaited = 'storage' | 'data' | 'ratings';

/** A wait as long as this, in milliseconds, is told of: whatever is waited for may never come. */
const PATIENCE_MS = 8000;

/** Times one wait after the other. */
export interface Patience {
  /** Says what is being waited for from now on; null for nothing. */
  waitFor(awaited: Awaited | null): void;
}

/** @param onOverdue told what has been waited for long, and null as soon as that wait is over */
export function createPatience(
  schedule: AppDependencies['schedule'],
  onOverdue: (awaited: Awaited | null) => void,
): Patience {
  let current: Awaited | null = null;
  let callOff = () => {};
  return {
    waitFor(awaited) {
      if (awaited === current) return;
      current = awaited;
      callOff();
      callOff = () => {};
      onOverdue(null);
      if (awaited !== null) callOff = schedule(() => onOverdue(awaited), PATIENCE_MS);
    },
  };
}
