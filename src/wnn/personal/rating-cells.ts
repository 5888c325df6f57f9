import type { StarsNetwork } from '../network/network';
import { FilmCells } from '../network/node-bank';

/** Cells of films under both kinds of nodes. */
export interface RatingCells {
  content: FilmCells;
  anchors: FilmCells;
}

/** Kept as long as the network: readouts come and go with every click. */
const cellsOf = new WeakMap<StarsNetwork, RatingCells>();

/** Where films stand under a network's nodes that tell ratings. */
export function ratingCells(network: StarsNetwork): RatingCells {
  let cells = cellsOf.get(network);
  if (!cells) {
    const { bank, content, anchors } = network;
    cells = {
      content: new FilmCells(bank, { first: content.first, count: content.strength.length }),
      anchors: new FilmCells(bank, anchors),
    };
    cellsOf.set(network, cells);
  }
  return cells;
}

/** Sum of the weights of the nodes in which two films have a cell in common. */
export function weightShared(a: Uint32Array, b: Uint32Array, weights: Float64Array): number {
  let sum = 0;
  for (let k = 0; k < weights.length; k++) if (a[k] !== 0 && a[k] === b[k]) sum += weights[k];
  return sum;
}
