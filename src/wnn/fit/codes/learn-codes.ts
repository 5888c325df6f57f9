import type { ItemEffects } from '../../../data/item-effects';
import { alignFactors } from '../../../lib/procrustes';
import { createRandom, deriveSeed } from '../../../lib/random';
import { addCodeBits, type Codes, codedRetina } from '../../network/codes';
import type { Retina } from '../../network/retina';
import type { LearningData } from '../learning-data';
import type { InnerFold } from '../training-cases';
import { codeCuts } from './code-cuts';
import { type CodeOptions, fitItemFactors, quantized } from './collaborative-codes';

/** Codes of all training users, and of all but each inner fold. */
export interface LearnedCodes {
  whole: Codes;
  folds: Codes[];
  /** Indices of the code bits in the coded retina. */
  codeBits: number[];
  /** What films look like to nodes with the codes that were fitted without each fold. */
  retinas: Retina[];
}

/** Codes of all training users, and of all but each inner fold, turned to match (docs/model.md, Cross-fitting and Codes). */
export function learnCodes(
  { ratings, effects, seed }: LearningData,
  retina: Retina,
  folds: readonly InnerFold[],
  options: Partial<CodeOptions>,
): LearnedCodes {
  const weight = effects.ratings;
  const fitted = (from: ItemEffects, includes: (user: number) => boolean) =>
    fitItemFactors(ratings, from, retina, includes, createRandom(deriveSeed(seed, 'codes')), options);
  const exact = fitted(effects, () => true);
  const factors = quantized(exact);
  const cuts = codeCuts(factors, weight);
  const own = folds.map((fold): Codes => {
    const inside = new Set(fold.users);
    const without = fitted(fold.effects, (user) => !inside.has(user));
    return { factors: quantized(alignFactors(without, exact, weight)), cuts };
  });
  return {
    whole: { factors, cuts },
    folds: own,
    codeBits: addCodeBits(retina, factors, cuts).codeBits,
    retinas: own.map((codes) => codedRetina(retina, codes)),
  };
}
