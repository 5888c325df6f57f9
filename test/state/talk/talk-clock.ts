/** A clock that stands still until it is told to go on, with everything that was scheduled on it. */
export function createTalkClock() {
  let time = 1_000;
  const timers = new Set<{ at: number; callback: () => void }>();
  return {
    now: () => time,
    schedule(callback: () => void, milliseconds: number) {
      const timer = { at: time + milliseconds, callback };
      timers.add(timer);
      return () => timers.delete(timer);
    },
    /** Lets time pass; what falls due happens in order, at its time. */
    pass(milliseconds: number) {
      const until = time + milliseconds;
      for (;;) {
        const [next] = [...timers].filter(({ at }) => at <= until).sort((a, b) => a.at - b.at);
        if (!next) break;
        timers.delete(next);
        time = Math.max(time, next.at);
        next.callback();
      }
      time = until;
    },
  };
}
