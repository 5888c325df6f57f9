import type { Ratings } from '../../data/ratings';
import { createRandom, deriveSeed } from '../../lib/random';
import { weightedSample } from '../../lib/weighted-sample';
import type { NodeBank } from '../network/node-bank';
import { collectLikes, likeSimilarity } from './like-similarity';
import { type Positions, positionsOfSimilarity, positionsOfUsers } from './positions';

/** How many nodes and anchors, and in which space. */
export interface AnchorOptions {
  nodes: number;
  /** Fewest and most anchors of a node; a cell number fits a byte. */
  anchors: [number, number];
  /** Most films that have a cell: the most liked ones. */
  films: number;
  /** Dimensions of positions in S and in Sn. */
  dimensions: [number, number];
  /** Weight of the position in S beside the similarity itself. */
  positionWeight: number;
  /** Share of nodes that go by position in Sn alone. */
  userShare: number;
}

/** docs/model.md, Anchor nodes. */
const ANCHOR_DEFAULTS: AnchorOptions = {
  nodes: 128,
  anchors: [128, 255],
  films: Number.POSITIVE_INFINITY,
  dimensions: [64, 48],
  positionWeight: 0.3,
  userShare: 1 / 3,
};

/**
 * Collaborative nodes: each draws anchor films, and a film's cell is its nearest anchor in what people like together.
 * Films with fewer than two likes have no cell. Public codes: a byte a film and node.
 */
export function fitAnchorNodes(
  ratings: Ratings,
  itemCount: number,
  seed: number,
  options: Partial<AnchorOptions> = {},
): NodeBank {
  const {
    nodes,
    anchors,
    films: most,
    dimensions,
    positionWeight,
    userShare,
  } = { ...ANCHOR_DEFAULTS, ...options };
  const random = createRandom(deriveSeed(seed, 'anchors'));
  const films = collectLikes(ratings, itemCount, most);
  const n = films.items.length;
  const similarity = likeSimilarity(films);
  const inSimilarity = positionsOfSimilarity(similarity, n, Math.min(dimensions[0], n), random);
  addCloseness(similarity, n, inSimilarity, positionWeight);
  const closeness = new Float32Array(n * n);
  addCloseness(closeness, n, positionsOfUsers(films, Math.min(dimensions[1], n), random), 1);
  const cell = new Uint16Array(nodes * itemCount);
  const firstCell = new Uint32Array(nodes + 1);
  for (let t = 0; t < nodes; t++) {
    const count = Math.min(n, anchors[0] + random.integer(anchors[1] - anchors[0] + 1));
    const chosen = weightedSample(films.likes, count, random);
    const nearest = nearestAnchors(t < nodes * userShare ? closeness : similarity, n, chosen);
    for (let i = 0; i < n; i++) cell[t * itemCount + films.items[i]] = nearest[i] + 1;
    firstCell[t + 1] = firstCell[t] + count;
  }
  return { nodeCount: nodes, itemCount, cell, firstCell };
}

/** Adds weight times the cosine of every two films' positions. */
function addCloseness(
  matrix: Float32Array,
  n: number,
  { dimensions, rows }: Positions,
  weight: number,
): void {
  for (let a = 0; a < n; a++) {
    const own = rows.subarray(a * dimensions, (a + 1) * dimensions);
    for (let b = 0, at = 0; b <= a; b++) {
      let sum = 0;
      for (let k = 0; k < dimensions; k++, at++) sum += own[k] * rows[at];
      matrix[a * n + b] += weight * sum;
      if (a !== b) matrix[b * n + a] += weight * sum;
    }
  }
}

/** For each film the place in `anchors` of the one it is nearest to; the first among equals. */
function nearestAnchors(matrix: Float32Array, n: number, anchors: Uint32Array): Uint16Array {
  const best = new Float32Array(n).fill(-Infinity);
  const nearest = new Uint16Array(n);
  anchors.forEach((anchor, a) => {
    for (let i = 0, at = anchor * n; i < n; i++, at++) {
      if (matrix[at] <= best[i]) continue;
      best[i] = matrix[at];
      nearest[i] = a;
    }
  });
  return nearest;
}
