import type { NodeKind } from '../../wnn/connections';
import { UNITS } from '../../wnn/memory';
import { cellCount, NO_CELL } from '../../wnn/node-bank';
import type { PublicModel } from '../../wnn/public-model';

/** Order in which strengths of kinds are kept. */
export const KINDS: readonly NodeKind[] = ['content', 'keywords', 'genres', 'genre-and-field', 'single'];
/** Shrinkage of a cell's vote and of the user bias, in ratings (design.md, Model 4; evaluation.md, recipe 5). */
const CELL_SHRINKAGE = 0.7;
const USER_SHRINKAGE = 3;

/**
 * The addresses of all films, film by film, so that learning one rating and reading one film are each a walk along one
 * row: addresses[item * nodeCount + t] is the place of the cell's two integers in a state, 0 where the film has none.
 */
export interface StarAddresses {
  nodeCount: number;
  addresses: Uint32Array;
  /** Index into KINDS of each node, and the number of nodes of each kind (at least 1). */
  kind: Uint8Array;
  kindNodes: Uint32Array;
  /** Length of a state. */
  stateLength: number;
}

/** A user's cells: count and sum of deviations in 1/UNITS of a star, cell by cell; those of all films come first. */
export type StarState = Int32Array;

export function addressByFilm({ bank, tuples }: PublicModel): StarAddresses {
  const { nodeCount, itemCount, cell, firstCell } = bank;
  const addresses = new Uint32Array(nodeCount * itemCount);
  for (let t = 0; t < nodeCount; t++) {
    for (let i = 0; i < itemCount; i++) {
      const local = cell[t * itemCount + i];
      if (local !== NO_CELL) addresses[i * nodeCount + t] = 2 * (firstCell[t] + local);
    }
  }
  const kind = Uint8Array.from(tuples, (tuple) => KINDS.indexOf(tuple.kind));
  const kindNodes = Uint32Array.from(KINDS, (_, k) => Math.max(1, kind.filter((of) => of === k).length));
  return { nodeCount, addresses, kind, kindNodes, stateLength: 2 * (cellCount(bank) + 1) };
}

/** Learns (sign 1) or unlearns (sign -1) a deviation; integers, so the one undoes the other exactly. */
export function writeStars(
  { nodeCount, addresses }: StarAddresses,
  state: StarState,
  item: number,
  deviation: number,
  sign: 1 | -1,
): void {
  const sum = sign * deviation;
  state[0] += sign;
  state[1] += sum;
  for (let at = item * nodeCount, end = at + nodeCount; at < end; at++) {
    const c = addresses[at];
    if (c === 0) continue;
    state[c] += sign;
    state[c + 1] += sum;
  }
}

/**
 * The user bias b_u = sum / (n + 3), returned; and per kind the mean over nodes of (sum_t - n_t b_u) / (n_t + lambda),
 * written to `votes`. In stars.
 */
export function readVotes(
  { nodeCount, addresses, kind, kindNodes }: StarAddresses,
  state: StarState,
  item: number,
  votes: Float64Array,
): number {
  const userBias = state[1] / UNITS / (state[0] + USER_SHRINKAGE);
  votes.fill(0);
  for (let t = 0, at = item * nodeCount; t < nodeCount; t++, at++) {
    const c = addresses[at];
    const n = c === 0 ? 0 : state[c];
    if (n > 0) votes[kind[t]] += (state[c + 1] / UNITS - n * userBias) / (n + CELL_SHRINKAGE);
  }
  for (let k = 0; k < votes.length; k++) votes[k] /= kindNodes[k];
  return userBias;
}
