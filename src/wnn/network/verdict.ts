import type { AnswerLines } from '../../data/answer-lines';
import type { ItemEffects } from '../../data/item-effects';
import type { SeenAnswer } from '../../data/opinion';

/** Fixed point of deviations in cells: this many units are one star. */
export const UNITS = 1024;

/** What a user said of one film, ready to be written: integers only. */
export interface Verdict {
  answer: SeenAnswer;
  /** What it says in stars beyond mu + b_i, in 1/UNITS. */
  deviation: number;
}

/** What a network knows of what answers stand for. */
interface Taught {
  effects: Pick<ItemEffects, 'globalMean' | 'bias'>;
  /** Without lines, or without a rating part, answers say nothing in stars. */
  rating: { lines: AnswerLines | null } | null;
}

/** What an answer writes: the stars that it stands for, beyond what is expected of the film. */
export function answerVerdict({ effects, rating }: Taught, item: number, answer: SeenAnswer): Verdict {
  const { globalMean, bias } = effects;
  const line = rating?.lines?.[answer];
  const stars = line ? line.intercept + line.slope * (globalMean + bias[item]) : 0;
  return { answer, deviation: Math.round(UNITS * stars) };
}
