/** A press whose task begins so long before or after it, in milliseconds, is what the task is for. */
const [BEFORE_MS, AFTER_MS] = [50, 150];
/** So many of so many presses in a row have a long task before the device counts as slow: one or two may be chance. */
const [STRIKES, OF] = [4, 5];
/** The first presses bring code and have it compiled, which says nothing of those that follow. */
const WARM_UP = 3;

/** Whether presses take the device long. Times in milliseconds since the page was opened. */
export interface Slowness {
  /** To be told of every press that is answered; of one press once or more. */
  press(at: number): void;
  /** To be told of every task of 50 ms or longer. */
  longTask(start: number): void;
  /** Once slow, a device is slow for good: what is drawn in slices takes no long task, however slow it is. */
  readonly isSlow: boolean;
}

/** Of a device that counts as quick until presses show otherwise. */
export function createSlowness(): Slowness {
  let pressed = Number.NEGATIVE_INFINITY;
  let presses = 0;
  let isSlow = false;
  /** Of the last presses, newest last: whether they took long. */
  let last: boolean[] = [];
  return {
    press(at) {
      if (at === pressed) return;
      pressed = at;
      if (++presses > WARM_UP) last = [...last, false].slice(-OF);
    },
    longTask(start) {
      if (last.length === 0 || start <= pressed - BEFORE_MS || start >= pressed + AFTER_MS) return;
      last[last.length - 1] = true;
      if (last.filter(Boolean).length >= STRIKES) isSlow = true;
    },
    get isSlow() {
      return isSlow;
    },
  };
}
