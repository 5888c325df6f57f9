import { addProduct, rowMajor, transposed } from '../../lib/matrix-product';
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
 * The nodes' cells; about a second for 9,000 films.
 * @param first film from which on cells are wanted
 */
export function addressFactAnchors({ map, pool, nodes }: FactAnchors, retina: Retina, first = 0): NodeBank {
  const itemCount = retina.itemCount - first;
  const { dimensions: d } = map;
  const places = unitPlaces(map, retina);
  const cell = new Uint16Array(nodes.length * itemCount);
  const pooled = new Float64Array(pool.length * d);
  pool.forEach((item, p) => {
    pooled.set(places.subarray(item * d, (item + 1) * d), p * d);
  });
  // Some films at a time: closeness of all films to all of the pool would be the largest thing in memory.
  const product = new Float64Array(AT_ONCE * pool.length);
  const closeness = new Float32Array(product.length);
  for (let from = 0; from < itemCount; from += AT_ONCE) {
    const films = Math.min(AT_ONCE, itemCount - from);
    product.fill(0);
    addProduct(
      films,
      pool.length,
      d,
      rowMajor(places, d, (first + from) * d),
      transposed(rowMajor(pooled, d)),
      rowMajor(product, pool.length),
    );
    closeness.set(product);
    for (let t = 0; t < nodes.length; t++) {
      for (let i = 0; i < films; i++)
        cell[t * itemCount + from + i] = nearest(nodes[t], closeness, i * pool.length) + 1;
    }
  }
  const firstCell = new Uint32Array(nodes.length + 1);
  nodes.forEach((anchors, t) => {
    firstCell[t + 1] = firstCell[t] + anchors.length;
  });
  return { nodeCount: nodes.length, itemCount, cell, firstCell };
}

/** Films that are measured together: few enough that what is between them stays in the processor's cache. */
const AT_ONCE = 32;

/** Which of a node's anchors is nearest, the first of equals. @param row where the film's closeness to the pool begins */
function nearest(anchors: Uint16Array, closeness: Float32Array, row: number): number {
  let best = 0;
  let most = closeness[row + anchors[0]];
  for (let a = 1; a < anchors.length; a++) {
    const close = closeness[row + anchors[a]];
    if (close > most) {
      most = close;
      best = a;
    }
  }
  return best;
}

/** Every film's place among tastes, scaled to length 1; row-major, itemCount x dimensions. */
function unitPlaces({ weights, dimensions: d }: ContentMap, retina: Retina): Float64Array {
  const places = placesByContent(bitsOfFilms(retina), weights, d);
  for (let at = 0; at < places.length; at += d) {
    let squares = 0;
    for (let k = 0; k < d; k++) squares += places[at + k] ** 2;
    const scale = squares > 0 ? 1 / Math.sqrt(squares) : 0;
    for (let k = 0; k < d; k++) places[at + k] *= scale;
  }
  return places;
}
