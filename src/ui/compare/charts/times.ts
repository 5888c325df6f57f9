import type { ModelView } from '../../../worker/contract';

/** Milliseconds per learned rating: the personal part, and with the shared fit dealt out over what was learned. */
export interface RatingTimes {
  own: number;
  withFit: number;
}

/** @returns null while the times are not known. */
export function timesOf({ line, learned }: ModelView): RatingTimes | null {
  if (!line || learned === 0 || !Number.isFinite(line.trainMs)) return null;
  const own = line.trainMs / learned;
  return { own, withFit: own + line.fitMs / (learned * line.users) };
}

/** What a clock of a tenth of a millisecond can still tell, over all users of a run. */
export const LEAST_MS = 1e-6;

/** "85 ns", "1.2 µs", "3.4 ms": a time in milliseconds, to two significant digits. */
export function microseconds(millis: number): string {
  const micros = millis * 1000;
  if (micros < 0.001) return '< 1 ns';
  if (micros < 1) return `${two(micros * 1000)} ns`;
  return micros < 1000 ? `${two(micros)} µs` : `${two(micros / 1000)} ms`;
}

/** Two significant digits, never as a power of ten. */
function two(value: number): string {
  return String(Number(value.toPrecision(2)));
}
