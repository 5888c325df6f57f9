import type { Network } from '../network/network';
import { NO_CELL } from '../network/node-bank';
import { UNITS } from '../network/verdict';
import { COUNT, type Memory, STRIDE, SUM } from './memory';

/**
 * What sums of few votes came to mean: of the films that held-out people were told raw, they liked the share beside it
 * (training users of fold 1, hybrid, after 5, 10 and 30 clicks). They overshoot at both ends; in the middle they can be
 * taken as they are.
 */
const LIKED_OF: readonly [raw: number, share: number][] = [
  [-0.3, 0.03],
  [-0.1, 0.06],
  [0.05, 0.1],
  [0.15, 0.16],
  [0.75, 0.73],
  [0.85, 0.79],
  [0.95, 0.83],
  [1.05, 0.86],
  [1.3, 0.93],
];

/** Clicks at which half of that modesty is left. */
const MODEST_CLICKS = 20;

/** The match figure: the chance, within 1 % and 99 %, that the user likes the film. Before any click, what the public says. */
export function matchOf(model: Network, memory: Memory, item: number): number {
  const raw = rawMatch(model, memory, item);
  const clicks = memory.cells[COUNT];
  const modest = clicks === 0 ? 0 : MODEST_CLICKS / (MODEST_CLICKS + clicks);
  const held = Math.min(0.99, Math.max(0.01, raw));
  return modest * likedOf(raw) + (1 - modest) * held;
}

function likedOf(raw: number): number {
  const next = LIKED_OF.findIndex(([from]) => raw < from);
  if (next === 0) return LIKED_OF[0][1];
  if (next < 0) return LIKED_OF[LIKED_OF.length - 1][1];
  const [[low, lowShare], [high, highShare]] = LIKED_OF.slice(next - 1, next + 1);
  return lowShare + ((raw - low) / (high - low)) * (highShare - lowShare);
}

/**
 * Taught by likes: how much the user likes the film, a like being 1 and a dislike 0; not held within these.
 *
 *   raw = r_i + g B + sum_t s_t v_t,   v_t = (sum_t - n_t B) / (n_t + lambda),   B = sum / (n + lambda_u)
 *
 * r_i is the film's public like rate, B the user's generosity. A node votes how its cell differs from that: for someone
 * who likes nearly everything, a like says little of what else they will like.
 */
export function rawMatch(model: Network, memory: Memory, item: number): number {
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
