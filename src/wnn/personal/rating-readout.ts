import type { Network } from '../network/network';
import { NO_CELL } from '../network/node-bank';
import { UNITS } from '../network/verdict';
import { calibratedMatch } from './match-calibration';
import { COUNT, type Memory, STRIDE, SUM } from './memory';

/** The match figure: the chance, within 1 % and 99 %, that the user likes the film. Before any click, what the public says. */
export function matchOf(network: Network, memory: Memory, item: number): number {
  return calibratedMatch(rawMatch(network, memory, item), memory.cells[COUNT]);
}

/**
 * Taught by likes: how much the user likes the film, a like being 1 and a dislike 0; not held within these.
 *
 *   raw = r_i + g B + sum_t s_t v_t,   v_t = (sum_t - n_t B) / (n_t + lambda),   B = sum / (n + lambda_u)
 *
 * r_i is the film's public like rate, B the user's generosity. A node votes how its cell differs from that: for someone
 * who likes nearly everything, a like says little of what else they will like.
 */
export function rawMatch(network: Network, memory: Memory, item: number): number {
  const { bank, likes: rating } = network;
  const { cells } = memory;
  const { lambda, strength } = rating;
  const generosity = cells[SUM] / UNITS / (cells[COUNT] + rating.userLambda);
  let match = network.effects.likeRate[item] + rating.generosity * generosity;
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
