import { createRandom, deriveSeed, type Random } from '../../src/lib/random';

/** Longest that a mutation may take, in milliseconds. */
const LONGEST_MS = 2000;

/** Which mutations are tried. */
export interface FuzzOptions {
  /** Number of the first, and how many. */
  from: number;
  count: number;
  seed: number;
  /** Is called with each violation when it is found. */
  tell?(violation: string): void;
}

/** How often each kind of mutation was tried and taken, and what did not hold. */
export interface Findings {
  figures: Map<string, { tried: number; taken: number; longestMs: number }>;
  violations: string[];
}

/**
 * Tries seeded mutations, one after the other: each is to be taken or refused, in two seconds and without an error.
 * @param kindOf the kind of the n-th mutation
 * @param attempt "taken" or "refused"; whatever else it says, or throws, did not hold
 */
export async function tryMutations(
  { from, count, seed, tell = () => {} }: FuzzOptions,
  kindOf: (n: number) => string,
  attempt: (kind: string, random: Random) => Promise<string>,
): Promise<Findings> {
  const findings: Findings = { figures: new Map(), violations: [] };
  for (let n = from; n < from + count; n++) {
    const kind = kindOf(n);
    const begun = performance.now();
    let outcome: string;
    try {
      outcome = await attempt(kind, createRandom(deriveSeed(seed, n)));
    } catch (error) {
      outcome = `threw ${(error as Error).stack}`;
    }
    const took = performance.now() - begun;
    const figures = findings.figures.get(kind) ?? { tried: 0, taken: 0, longestMs: 0 };
    findings.figures.set(kind, figures);
    figures.tried++;
    if (outcome === 'taken') figures.taken++;
    figures.longestMs = Math.max(figures.longestMs, took);
    const isRight = outcome === 'taken' || outcome === 'refused';
    const wrong = !isRight ? outcome : took > LONGEST_MS ? `took ${Math.round(took)} ms` : null;
    if (wrong === null) continue;
    findings.violations.push(`${n} (${kind}): ${wrong}`);
    tell(`${n} (${kind}): ${wrong}`);
  }
  return findings;
}
