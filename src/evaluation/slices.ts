/**
 * Longest time that a run goes on without a rest, in milliseconds. This is the one schedule on a measurement's way out of
 * a run: what was measured in a slice is told at its end. Shorter than a cancelled run may take to answer
 * (`GRACE_MS` in worker/client), and long enough that telling costs little beside measuring.
 */
export const SLICE_MS = 80;

/** How a calculation is interrupted from outside while it rests. */
export interface Interruptions {
  /** Ends the calculation: its promise rejects with the signal's reason. */
  signal?: AbortSignal;
  /** Resolves when the calculation may go on: at once, or when a pause ends. */
  gate?(): Promise<void>;
}

/**
 * A rest between two slices: lets messages and timers through, and waits while there is a pause.
 * @throws the signal's reason where it has been aborted.
 */
export async function rest({ signal, gate }: Interruptions): Promise<void> {
  await new Promise<void>((resolve) => setTimeout(resolve, 0));
  await gate?.();
  signal?.throwIfAborted();
}
