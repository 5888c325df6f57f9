import { type AnswerLines, answerDeviation } from '../../data/answer-lines';
import type { ItemEffects } from '../../data/item-effects';
import { UNITS } from './verdict';

/**
 * What an answer says beyond mu + b_i, in whole 1/UNITS star: the stars themselves, or those that the answer stands for.
 * @param lines null where stars are taught. @param halfStars 1..10; of an answer, any that stand for it.
 */
export function starDeviation(
  { globalMean, bias }: Pick<ItemEffects, 'globalMean' | 'bias'>,
  lines: AnswerLines | null,
  item: number,
  halfStars: number,
): number {
  const expected = globalMean + bias[item];
  const deviation = lines ? answerDeviation(lines, halfStars, expected) : halfStars / 2 - expected;
  return Math.round(UNITS * deviation);
}
