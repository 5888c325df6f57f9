import { addressFilms, type NodeBank } from '../network/node-bank';
import type { Retina } from '../network/retina';

/** Candidates over one retina, whose films are addressed for a few nodes at a time. */
export interface CandidateBank {
  nodeCount: number;
  itemCount: number;
  /** A bank of one node. */
  node(index: number): NodeBank;
}

/** Above so many addresses they are computed whenever they are asked for, rather than held: each takes two bytes, a fold. */
const MOST_HELD = 30_000_000;

/** Addresses films under the candidates: equal ones whether they are held or not. */
export function candidateBank(
  retina: Retina,
  tuples: readonly { bits: Uint16Array }[],
  mostHeld = MOST_HELD,
): CandidateBank {
  const { itemCount } = retina;
  const nodeCount = tuples.length;
  if (nodeCount * itemCount <= mostHeld) {
    const bank = addressFilms(retina, tuples);
    return { nodeCount, itemCount, node: (index) => oneOf(bank, index) };
  }
  let last: { index: number; bank: NodeBank } | null = null;
  return {
    nodeCount,
    itemCount,
    node(index) {
      // Folds that share their addresses ask for one node after the other.
      if (last?.index !== index) last = { index, bank: addressFilms(retina, [tuples[index]]) };
      return last.bank;
    },
  };
}

/** One node of a bank, without a copy. */
function oneOf({ itemCount, cell, firstCell }: NodeBank, index: number): NodeBank {
  return {
    nodeCount: 1,
    itemCount,
    cell: cell.subarray(index * itemCount, (index + 1) * itemCount),
    firstCell: Uint32Array.of(0, firstCell[index + 1] - firstCell[index]),
  };
}
