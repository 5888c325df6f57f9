import type { LearnProgress } from './contract';

/** Share of the bar that reading takes, whatever its time: how long the rest takes is not known before. */
const READING = 0.1;
/** Before this much is learned, nothing is foretold. */
const LEAST_SHARE = 0.04;
/** Measuring takes about so many times as long as learning, both at once on two cores: two networks against two smaller fits. */
const MEASURING = 1.1;
const WHOLE = Math.max(1, MEASURING);

/** Tells how far the work has come, from the time that its shares took so far. */
export interface LearnWatch {
  /** While the files are read. @param share of the ratings, 0..1 */
  reading(doing: string, share: number): void;
  /** While the networks are learned. @param share of that, 0..1 */
  learning(doing: string, share: number): void;
  /** When everything is learned, and the people held out are still being measured. */
  measuring(doing: string): void;
}

/** @param clock milliseconds since any fixed moment */
export function createLearnWatch(
  clock: () => number,
  onProgress: (progress: LearnProgress) => void,
): LearnWatch {
  let begun: number | null = null;
  let whole = Number.NaN;
  const passed = () => {
    begun ??= clock();
    return clock() - begun;
  };
  return {
    reading: (doing, share) => onProgress({ doing, share: READING * share, remainingMs: null }),
    learning(doing, share) {
      const so = passed();
      whole = (so / share) * WHOLE;
      onProgress({
        doing,
        share: READING + ((1 - READING) * share) / WHOLE,
        remainingMs: share < LEAST_SHARE ? null : whole - so,
      });
    },
    measuring(doing) {
      const so = passed();
      // What takes longer than was foretold is nearly done, as far as anybody knows.
      const share = Math.min(0.99, so / whole);
      onProgress({
        doing,
        share: READING + (1 - READING) * share,
        remainingMs: so < whole ? whole - so : null,
      });
    },
  };
}
