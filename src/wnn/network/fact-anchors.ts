import { bitsOfFilms, type ContentMap, placesByContent } from './content-map';
import type { NodeBank } from './node-bank';
import type { Retina } from './retina';

/**
 * Nodes on public facts that group films by nearness, not by equality: a map from facts to a place among people's tastes,
 * and for each node some anchor films; a film's cell is its nearest anchor. A kernel canvas (de Souza et al. 2014) with
 * learned places. A film that nobody rated has a place like any other.
 */
export interface FactAnchors {
  map: ContentMap;
  /** Catalogue indices of the films that anchors are drawn from. */
  pool: Uint32Array;
  /** For each node the places in `pool` of its anchors. */
  nodes: Uint16Array[];
}

/**
 * The nodes' cells; some tenths of a second for 9,000 films.
 * @param first film from which on cells are wanted
 */
export function addressFactAnchors({ map, pool, nodes }: FactAnchors, retina: Retina, first = 0): NodeBank {
  const itemCount = retina.itemCount - first;
  const { dimensions: d } = map;
  const places = unitPlaces(map, retina);
  const cell = new Uint16Array(nodes.length * itemCount);
  // Film by film: closeness of all films to all of the pool would be the largest thing in memory.
  const closeness = new Float32Array(pool.length);
  for (let i = 0; i < itemCount; i++) {
    for (let p = 0; p < pool.length; p++) {
      let sum = 0;
      for (let k = 0; k < d; k++) sum += places[(first + i) * d + k] * places[pool[p] * d + k];
      closeness[p] = sum;
    }
    for (let t = 0; t < nodes.length; t++) cell[t * itemCount + i] = nearest(nodes[t], closeness) + 1;
  }
  const firstCell = new Uint32Array(nodes.length + 1);
  nodes.forEach((anchors, t) => {
    firstCell[t + 1] = firstCell[t] + anchors.length;
  });
  return { nodeCount: nodes.length, itemCount, cell, firstCell };
}

/** Which of a node's anchors is nearest, the first of equals. */
function nearest(anchors: Uint16Array, closeness: Float32Array): number {
  let best = 0;
  for (let a = 1; a < anchors.length; a++) if (closeness[anchors[a]] > closeness[anchors[best]]) best = a;
  return best;
}

/** Every film's place among tastes, scaled to length 1; row-major, itemCount x dimensions. */
function unitPlaces({ weights, dimensions: d }: ContentMap, retina: Retina): Float32Array | Float64Array {
  const places = placesByContent(bitsOfFilms(retina), weights, d);
  for (let at = 0; at < places.length; at += d) {
    let squares = 0;
    for (let k = 0; k < d; k++) squares += places[at + k] ** 2;
    const scale = squares > 0 ? 1 / Math.sqrt(squares) : 0;
    for (let k = 0; k < d; k++) places[at + k] *= scale;
  }
  return places;
}
