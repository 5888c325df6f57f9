import type { Ratings } from '../../data/ratings';
import { createRandom, deriveSeed } from '../../lib/random';
import { weightedSample } from '../../lib/weighted-sample';
import { bitsOfFilms } from '../network/content-map';
import type { FactAnchors } from '../network/fact-anchors';
import type { Retina } from '../network/retina';
import { contentRegression } from './content-regression';
import { collectLikes } from './like-similarity';
import { positionsOfUsers } from './positions';

/** How many nodes and anchors, and in which space. */
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

/** Chosen on inner folds (docs/model.md, What was tried). */
const FACT_ANCHOR_DEFAULTS: FactAnchorOptions = {
  nodes: 96,
  anchors: [64, 128],
  pool: 512,
  dimensions: 48,
  ridge: 300,
};

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
  const chosen = weightedSample(films.likes, pool, random).map((place) => films.items[place]);
  return {
    map: { dimensions: d, weights: Float32Array.from(regress(positions.rows, d)) },
    pool: chosen,
    nodes: Array.from({ length: nodes }, () => {
      const places = random.shuffle(Uint16Array.from(chosen.keys()));
      return places.slice(0, anchors[0] + random.integer(anchors[1] - anchors[0] + 1));
    }),
  };
}
