import type { Library } from '../platform/library';

/**
 * How well lists met what people turned out to like (nDCG@10), by the answers that they were drawn from, fewest first. Row "hybrid" of docs/results.md, Beginners,
 * Lists, which `npm run report -- --only beginners` writes; test/state/rate/more-answers.test.ts holds it to be the same.
 */
const MEASURED = [
  { answers: 3, quality: 0.1048 },
  { answers: 5, quality: 0.1184 },
  { answers: 10, quality: 0.127 },
  { answers: 20, quality: 0.1355 },
];

/** With how many people that was measured. */
export const PEOPLE_MEASURED = 658;

/** Answers after which nothing is said of more: the most that were measured. */
export const ENOUGH_ANSWERS = 20;

/** What more answers bring. */
export interface NextStep {
  /** The most answers measured that were given already; 3 before. */
  from: number;
  /** The next number of answers measured. */
  to: number;
  /** By how much lists drawn from `to` are better than those from `from`, in whole percent. */
  percent: number;
}

/** What the next few answers bring; null from `ENOUGH_ANSWERS` on. */
export function nextStep(judged: number): NextStep | null {
  const next = MEASURED.findIndex(({ answers }, place) => place > 0 && answers > judged);
  if (next < 0) return null;
  const [less, more] = MEASURED.slice(next - 1);
  return {
    from: less.answers,
    to: more.answers,
    percent: Math.round(100 * (more.quality / less.quality - 1)),
  };
}

/** Whether the films and the network in use are those that were measured: the bundled ones, and hybrid, which alone has codes. */
export function isMeasured({ source, network }: Pick<Library, 'source' | 'network'>): boolean {
  return source.kind === 'bundled' && network.addressing.codes !== null;
}
