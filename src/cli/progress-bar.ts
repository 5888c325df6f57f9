const WIDTH = 30;
const MILLIS_BETWEEN = 100;

/** A progress bar on a terminal; nothing elsewhere. */
export interface ProgressBar {
  /** Share of the work that is done, 0..1, and what is being done. */
  show(share: number, label: string): void;
  clear(): void;
}

export function createProgressBar(stream: NodeJS.WriteStream): ProgressBar {
  if (!stream.isTTY) return { show() {}, clear() {} };
  let shownAt = Number.NEGATIVE_INFINITY;
  return {
    show(share, label) {
      if (performance.now() < shownAt + MILLIS_BETWEEN) return;
      shownAt = performance.now();
      const full = Math.round(WIDTH * share);
      const bar = '█'.repeat(full) + '░'.repeat(WIDTH - full);
      const line = `${bar} ${String(Math.floor(100 * share)).padStart(3)} %  ${label}`;
      stream.write(`\r${line.slice(0, (stream.columns ?? 80) - 1)}\x1b[K`);
    },
    clear: () => stream.write('\r\x1b[K'),
  };
}
