import type { Ratings } from '../../data/ratings';
import { createRandom, deriveSeed } from '../../lib/random';
import type { NodeBank } from '../node-bank';
import type { Retina } from '../retina';
import { bitsOfFilms, type ContentMap, contentRegression, placesByContent } from './content-map';
import { collectLikes } from './like-similarity';
import { positionsOfUsers } from './positions';

export interface FactAnchorOptions {
  nodes: number;
  /** Fewest and most anchors of a node; a cell number fits a byte. */
  anchors: [number, number];
  /** Films, drawn in proportion to their likes, of which all nodes draw their anchors. */
  pool: number;
  dimensions: number;
  /** Penalty of the regression of positions on facts, in films. */
  ridge: number;
}

export const FACT_ANCHOR_DEFAULTS: FactAnchorOptions = {
  nodes: 96,
  anchors: [64, 128],
  pool: 512,
  dimensions: 48,
  ridge: 300,
};

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

/** Learns the map from training users' likes and draws the anchors. */
export function fitFactAnchors(
  ratings: Ratings,
  retina: Retina,
  seed: number,
  options: Partial<FactAnchorOptions> = {},
): FactAnchors {
  const { nodes, anchors, pool, dimensions, ridge } = { ...FACT_ANCHOR_DEFAULTS, ...options };
  const random = createRandom(deriveSeed(seed, 'fact anchors'));
  const films = collectLikes(ratings, retina.itemCount);
  const positions = positionsOfUsers(films, Math.min(dimensions, films.items.length), random);
  const d = positions.dimensions;
  const bits = bitsOfFilms(retina);
  const known = Array.from(films.items, (item) => bits[item]);
  const regress = contentRegression(known, retina.bits.length + 1, films.likes.map(Math.sqrt), ridge);
  const keys = Float64Array.from(films.likes, (n) => Math.log(1 - random.next()) / n);
  const drawn = Uint32Array.from(keys.keys()).sort((a, b) => keys[b] - keys[a] || a - b);
  const chosen = drawn.slice(0, pool).map((place) => films.items[place]);
  return {
    map: { dimensions: d, weights: Float32Array.from(regress(positions.rows, d)) },
    pool: chosen,
    nodes: Array.from({ length: nodes }, () => {
      const places = random.shuffle(Uint16Array.from(chosen.keys()));
      return places.slice(0, anchors[0] + random.integer(anchors[1] - anchors[0] + 1));
    }),
  };
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
