import { COUNT, type Memory, STRIDE, SUM, UNITS } from './memory';
import { NO_CELL } from './node-bank';
import type { PublicModel } from './public-model';

/**
 * Taught by likes: the chance, 0..1, that the user likes the film.
 *
 *   match = r_i + g B + sum_t s_t v_t,   v_t = (sum_t - n_t B) / (n_t + lambda),   B = sum / (n + lambda_u)
 *
 * r_i is the film's public like rate, B the user's generosity. A node votes how its cell differs from that: for someone
 * who likes nearly everything, a like says little of what else they will like.
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
  let match = model.effects.likeRate[item] + rating.generosity * generosity;
  for (let t = 0; t < bank.nodeCount; t++) {
    if (strength[t] === 0) continue;
    const local = bank.cell[t * bank.itemCount + item];
    if (local === NO_CELL) continue;
    const c = STRIDE * (bank.firstCell[t] + local);
    const n = cells[c + COUNT];
    match += (strength[t] * (cells[c + SUM] / UNITS - n * generosity)) / (n + lambda);
  }
  return match;
}
