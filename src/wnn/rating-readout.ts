import { MASS, type Memory, STRIDE, SUM, UNITS } from './memory';
import { NO_CELL } from './node-bank';
import type { PublicModel } from './public-model';

/**
 * Taught by likes: the chance, 0..1, that the user likes the film.
 *
 *   match = r_i + sum_t s_t V_t,   V_t = (sum_t + lambda B) / (mass_t + lambda),   B = sum / (mass + lambda_u)
 *
 * r_i is the film's public like rate, B the user's generosity, toward which every cell's vote is shrunk. Dividing by
 * the magnitude of what was written, not by the number of writes, makes the match rise with every like and fall with
 * every dislike: a like of a film that everyone likes is weak evidence, never evidence against.
 */
export function matchOf(model: PublicModel, memory: Memory, item: number): number {
  return Math.min(0.99, Math.max(0.01, rawMatch(model, memory, item)));
}

/** The match before it is held within 1 % and 99 %; explanations add up to this. */
export function rawMatch(model: PublicModel, memory: Memory, item: number): number {
  const { bank, likes: rating } = model;
  const { cells } = memory;
  const lambda = rating.lambda * UNITS;
  const generosity = cells[SUM] / (cells[MASS] + rating.userLambda * UNITS);
  let match = model.effects.likeRate[item];
  for (let t = 0; t < bank.nodeCount; t++) {
    const local = bank.cell[t * bank.itemCount + item];
    const c = local === NO_CELL ? -1 : STRIDE * (bank.firstCell[t] + local);
    const vote = c < 0 ? generosity : (cells[c + SUM] + lambda * generosity) / (cells[c + MASS] + lambda);
    match += rating.strength[t] * vote;
  }
  return match;
}

/**
 * Taught by stars: the expected rating in stars, not clipped (design.md, Model 4).
 *
 *   b_u = sum / (n + 3),   v_t = (sum_t - n_t b_u) / (n_t + lambda),   mu + b_i + b_u + sum_t s_t v_t
 */
export function expectedStars(model: PublicModel, memory: Memory, item: number): number {
  const { bank, stars: rating, effects } = model;
  const { cells } = memory;
  const userBias = cells[SUM] / UNITS / (cells[0] + rating.userLambda);
  let stars = effects.globalMean + effects.bias[item] + userBias;
  for (let t = 0; t < bank.nodeCount; t++) {
    const local = bank.cell[t * bank.itemCount + item];
    if (local === NO_CELL) continue;
    const c = STRIDE * (bank.firstCell[t] + local);
    const n = cells[c];
    stars += (rating.strength[t] * (cells[c + SUM] / UNITS - n * userBias)) / (n + rating.lambda);
  }
  return stars;
}
