import { COUNT, type Memory, STRIDE, SUM, UNITS } from './memory';
import { NO_CELL } from './node-bank';
import type { PublicModel } from './public-model';

/**
 * Taught by likes: the chance, 0..1, that the user likes the film.
 *
 *   match = r_i + sum_t s_t V_t,   V_t = (sum_t + lambda B) / (n_t + lambda),   B = sum / (n + lambda_u)
 *
 * r_i is the film's public like rate, B the user's generosity, toward which every cell's vote is shrunk. What a like
 * writes is above zero and what a dislike writes below, and so is each one's part in the match.
 */
export function matchOf(model: PublicModel, memory: Memory, item: number): number {
  return Math.min(0.99, Math.max(0.01, rawMatch(model, memory, item)));
}

/** The match before it is held within 1 % and 99 %; explanations add up to this. */
export function rawMatch(model: PublicModel, memory: Memory, item: number): number {
  const { bank, likes: rating } = model;
  const { cells } = memory;
  const { lambda, strength } = rating;
  const generosity = cells[SUM] / UNITS / (cells[COUNT] + rating.userLambda);
  let match = model.effects.likeRate[item];
  for (let t = 0; t < bank.nodeCount; t++) {
    if (strength[t] === 0) continue;
    const local = bank.cell[t * bank.itemCount + item];
    const c = local === NO_CELL ? -1 : STRIDE * (bank.firstCell[t] + local);
    const vote =
      c < 0 ? generosity : (cells[c + SUM] / UNITS + lambda * generosity) / (cells[c + COUNT] + lambda);
    match += strength[t] * vote;
  }
  return match;
}
