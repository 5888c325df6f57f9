/** Before this share of a piece of work, no end of it is foretold. */
const LEAST_SHARE = 0.02;

/** Tells what is being done. */
export interface Teller {
  /** @param share which share of that kind of work is done, 0..1 */
  tell(doing: string, share: number): void;
  /** Takes the line off the terminal, for something else to be said there. */
  clear(): void;
}

/**
 * Tells on a terminal what is being done and how long it will take; elsewhere nothing. Reading and what follows it are two
 * kinds of work, each with an end of its own: where the share falls, another kind has begun.
 * @param clock milliseconds since any fixed moment
 */
export function createTeller(stream: NodeJS.WriteStream, clock: () => number): Teller {
  if (!stream.isTTY) return { tell() {}, clear() {} };
  let begun = clock();
  let before = 0;
  return {
    tell(doing, share) {
      if (share < before) begun = clock();
      before = share;
      const percent = String(Math.floor(100 * share)).padStart(3);
      const line = `${percent} %  ${doing}${leftWords(share, clock() - begun)}`;
      stream.write(`\r${line.slice(0, (stream.columns || 80) - 1)}\x1b[K`);
    },
    clear: () => stream.write('\r\x1b[K'),
  };
}

function leftWords(share: number, passed: number): string {
  if (share < LEAST_SHARE || share >= 1) return '';
  const seconds = Math.round((passed * (1 - share)) / share / 1000);
  return seconds < 90 ? `, ${seconds} s left` : `, ${Math.round(seconds / 60)} min left`;
}
