/** A worker that runs, and what becomes of it. */
export interface LivingWorker {
  /** Ends it at once, whatever it is doing. */
  terminate(): void;
  /** Calls back where it broke down by itself. */
  onCrash(callback: (reason: string) => void): void;
}
