import { cpus, loadavg, totalmem } from 'node:os';

/** @param share 0..1 @returns the smallest value that at least that share of the values do not exceed; NaN of none */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

/** The middle value, or the lower of the two in the middle. */
export const median = (values: readonly number[]): number => quantile(values, 0.5);

/** The median of those that are known; null where none is. */
export function knownMedian(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length > 0 ? median(known) : null;
}

/** Where figures were taken. @param chromium version of the browser */
export function describeMachine(chromium: string) {
  const [cpu] = cpus();
  return {
    cpu: cpu?.model ?? 'unknown',
    cores: cpus().length,
    memoryBytes: totalmem(),
    platform: `${process.platform} ${process.arch}`,
    node: process.version,
    chromium,
    /** Over the last minute; far above the number of cores, the figures are those of other work too. */
    load: loadavg()[0],
  };
}
