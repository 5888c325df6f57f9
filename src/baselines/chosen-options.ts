import type { Feedback } from './recommender';

/** Options of a recommender as they were chosen, by what its users are taught by. */
export interface ChosenOptions<T> {
  /** Taught by stars, and by likes. */
  stars: T;
  /** What was chosen otherwise where answers are taught: they say less than stars. */
  clicks: Partial<T>;
}

/** Options of a fit. @param own set by the caller: they stand before what was chosen. */
export function optionsFor<T extends object>(
  { stars, clicks }: ChosenOptions<T>,
  feedback: Feedback,
  own: Partial<T> = {},
): T {
  return { ...stars, ...(feedback === 'clicks' && clicks), ...own };
}
