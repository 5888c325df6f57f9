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

/** The nodes' cells; some tenths of a second for 9,000 films. */
export function addressFactAnchors({ map, pool, nodes }: FactAnchors, retina: Retina): NodeBank {
  const { itemCount } = retina;
  const closeness = closenessTo(pool, map, retina);
  const cell = new Uint16Array(nodes.length * itemCount);
  const firstCell = new Uint32Array(nodes.length + 1);
  nodes.forEach((anchors, t) => {
    for (let i = 0; i < itemCount; i++) {
      let best = -Infinity;
      for (let a = 0; a < anchors.length; a++) {
        const close = closeness[i * pool.length + anchors[a]];
        if (close <= best) continue;
        best = close;
        cell[t * itemCount + i] = a + 1;
      }
    }
    firstCell[t + 1] = firstCell[t] + anchors.length;
  });
  return { nodeCount: nodes.length, itemCount, cell, firstCell };
}

/** Cosine of every film's place with every pooled film's; row-major, itemCount x pool. */
function closenessTo(
  pool: Uint32Array,
  { weights, dimensions: d }: ContentMap,
  retina: Retina,
): Float32Array {
  const bits = bitsOfFilms(retina);
  const places = placesByContent(bits, weights, d);
  for (let at = 0; at < places.length; at += d) {
    let squares = 0;
    for (let k = 0; k < d; k++) squares += places[at + k] ** 2;
    const scale = squares > 0 ? 1 / Math.sqrt(squares) : 0;
    for (let k = 0; k < d; k++) places[at + k] *= scale;
  }
  const closeness = new Float32Array(retina.itemCount * pool.length);
  for (let i = 0; i < retina.itemCount; i++) {
    for (let p = 0; p < pool.length; p++) {
      let sum = 0;
      for (let k = 0; k < d; k++) sum += places[i * d + k] * places[pool[p] * d + k];
      closeness[i * pool.length + p] = sum;
    }
  }
  return closeness;
}
