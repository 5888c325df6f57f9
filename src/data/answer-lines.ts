import type { ItemEffects } from './item-effects';
import { answerOf, type SeenAnswer } from './opinion';
import type { Ratings } from './ratings';

/** A straight line: intercept and slope. */
interface Line {
  intercept: number;
  slope: number;
}

/** What each answer says in stars beyond what is expected of its film: intercept + slope * expected stars. */
export type AnswerLines = Record<SeenAnswer, Line>;

/** Ratings' worth of doubt in each line, toward a deviation of 0. */
const DOUBT = 1;

/**
 * The deviation in stars that each answer stands for, by least squares over the training ratings of its class:
 * r - mu - b_i = a + b (mu + b_i). A like of a film that everybody loves says less than one of a film that few do.
 * @param choices 3 for like, so-so and dislike; 2 where everything below four stars is one class, with one line.
 */
export function fitAnswerLines(
  ratings: Ratings,
  { globalMean, bias }: ItemEffects,
  choices: 2 | 3 = 3,
): AnswerLines {
  const sums: Record<SeenAnswer, Float64Array> = {
    like: new Float64Array(5),
    'so-so': new Float64Array(5),
    dislike: new Float64Array(5),
  };
  for (let r = 0; r < ratings.count; r++) {
    // Around the mean, so that the doubt holds the slope, not the place of zero stars.
    const x = bias[ratings.item[r]];
    const y = ratings.halfStars[r] / 2 - globalMean - x;
    const sum = sums[answerOf(ratings.halfStars[r])];
    sum[0]++;
    sum[1] += x;
    sum[2] += y;
    sum[3] += x * x;
    sum[4] += x * y;
  }
  const line = ([n, x, y, xx, xy]: Float64Array): Line => {
    const slope = (xy - (x * y) / (n + DOUBT)) / (xx - (x * x) / (n + DOUBT) + DOUBT);
    return { intercept: (y - slope * x) / (n + DOUBT) - slope * globalMean, slope };
  };
  if (choices === 2) {
    const other = line(sums.dislike.map((sum, k) => sum + sums['so-so'][k]));
    return { like: line(sums.like), 'so-so': other, dislike: other };
  }
  return { like: line(sums.like), 'so-so': line(sums['so-so']), dislike: line(sums.dislike) };
}

/** The deviation in stars that a rating's answer stands for. @param expected stars expected of the film. */
export function answerDeviation(lines: AnswerLines, halfStars: number, expected: number): number {
  const { intercept, slope } = lines[answerOf(halfStars)];
  return intercept + slope * expected;
}
