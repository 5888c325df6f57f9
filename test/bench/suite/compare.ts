import type { BenchResult, Figure } from './result';

/** Changes below this share of the stored median are never told from noise. */
const LEAST_NOISE = 0.05;
/** The same where either was run less often than quartiles need. */
const NOISE_OF_FEW = 0.25;
const FEW_RUNS = 5;

/** A figure beside the stored one. */
export interface Comparison {
  now: Figure;
  then: Figure;
  /** Median now over median then. */
  ratio: number;
  /** Beyond the noise of both runs: got worse, got better; null within it. */
  change: 'worse' | 'better' | null;
}

/** Results beside each other. */
export interface Comparisons {
  /** Figures that both have, in the order of the newer. */
  both: Comparison[];
  /** Figures of one alone. */
  added: Figure[];
  gone: Figure[];
}

/** Tells figures apart. */
function keyOf({ group, name, unit, ratings, films }: Figure): string {
  return [group, name, unit, ratings ?? '', films ?? ''].join('/');
}

/**
 * Holds a figure to the stored one. Noise is the distance between the quartiles of both runs together, and a twentieth of the
 * stored median at least, a quarter of it where either is of fewer than five runs: what lies apart by more has changed.
 * A number of bytes has no noise.
 */
export function compareFigures(now: Figure, then: Figure): Comparison {
  const isFew = Math.min(now.runs, then.runs) < FEW_RUNS;
  const least = (isFew ? NOISE_OF_FEW : LEAST_NOISE) * then.median;
  const noise = now.unit === 'bytes' ? 0 : Math.max(now.high - now.low + then.high - then.low, least);
  const difference = now.median - then.median;
  const growsBetter = now.unit === 'times';
  const change = Math.abs(difference) <= noise ? null : difference > 0 === growsBetter ? 'better' : 'worse';
  return { now, then, ratio: now.median / then.median, change };
}

/** Holds a result to a stored one, figure by figure. */
export function compareResults(now: BenchResult, then: BenchResult): Comparisons {
  const stored = new Map(then.figures.map((figure) => [keyOf(figure), figure]));
  const both: Comparison[] = [];
  const added: Figure[] = [];
  for (const figure of now.figures) {
    const old = stored.get(keyOf(figure));
    stored.delete(keyOf(figure));
    if (old) both.push(compareFigures(figure, old));
    else added.push(figure);
  }
  return { both, added, gone: [...stored.values()] };
}
