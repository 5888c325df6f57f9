/** Runs that several sections tell of: equal arguments are measured once. */
export const RANDOM = ['--protocol', 'new-user', '--split', 'random'];
/** Lists of new users, split in time. */
export const LISTS = ['--protocol', 'top-n'];
/** Forgetting. */
export const UNLEARNING = ['--protocol', 'unlearning', '--feedback', 'clicks'];

/** The arguments of a run taught by something; by clicks, groups are told of too, so that one run serves both sections. */
export function taughtBy(feedback: 'clicks' | 'stars', args: readonly string[]): string[] {
  return [...args, '--feedback', feedback, ...(feedback === 'clicks' ? ['--groups'] : [])];
}
