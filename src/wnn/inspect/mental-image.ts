import { type Indices, indicesFor } from '../../lib/indices';
import type { Network } from '../network/network';
import { NO_CELL, type NodeBank } from '../network/node-bank';
import { hasBit } from '../network/retina';
import { DISLIKES, LIKES, type Memory, STRIDE } from '../personal/memory';

/**
 * What the memory has come to expect of liked and of disliked films, read back out of the cells alone (never from the
 * list of ratings): DRASiW's mental images (Soares, da Silva, De Gregorio and Menezes 1998; Grieco, Lucy, De Gregorio
 * and Rubinacci, "Producing pattern examples from 'mental' images", Neurocomputing 73, 2010).
 *
 * A WiSARD's nodes, written with counts instead of ones, hold a grey picture of their class: the pixel of bit b is what
 * was written to those cells, of the nodes that look at b, whose address has b set. There are two pictures here, one of
 * the likes and one of the dislikes. Each pixel is divided by all that the same nodes hold, so it is a share:
 *
 *   pixel(b) = sum_{t looks at b} sum_{c in t, c has b} likes(c)  /  sum_{t looks at b} sum_{c in t} likes(c)
 *
 * An image is a function of the cells' integers, so learning and unlearning a film leaves it exactly as it was.
 */
export interface MentalImage {
  /** Likes and dislikes in the whole memory. */
  likes: number;
  dislikes: number;
  /** Pixels by retina bit, 0..1; 0 where nothing is written, or where no node looks at the bit. */
  likePixels: Float64Array;
  dislikePixels: Float64Array;
  /** Liked and disliked films with the bit set, as far as any one node remembers them (see `NO_CELL`). */
  likeFilms: Uint32Array;
  dislikeFilms: Uint32Array;
}

/** The two pictures that the public's likes and dislikes would leave in the same cells; pixels 0..1 by bit. */
export interface PublicImage {
  likePixels: Float64Array;
  dislikePixels: Float64Array;
  /** Number of nodes that look at each bit. */
  nodes: Uint16Array;
}

/** Nodes times cells times bits: some milliseconds for a memory of a thousand ratings. */
export function mentalImage(network: Network, memory: Memory): MentalImage {
  const { cells } = memory;
  const likes = picture(network, (id) => cells[STRIDE * id + LIKES]);
  const dislikes = picture(network, (id) => cells[STRIDE * id + DISLIKES]);
  return {
    likes: cells[LIKES],
    dislikes: cells[DISLIKES],
    likePixels: likes.pixels,
    dislikePixels: dislikes.pixels,
    likeFilms: Uint32Array.from(likes.most),
    dislikeFilms: Uint32Array.from(dislikes.most),
  };
}

/** The same for all users; computed when first asked for. */
export function publicImage(network: Network): PublicImage {
  const known = publicImages.get(network);
  if (known) return known;
  const nodes = new Uint16Array(network.retina.bits.length);
  for (const { bits } of network.tuples) for (const bit of bits) nodes[bit]++;
  const made = {
    likePixels: picture(network, (id) => network.ranking.likeShare[id]).pixels,
    dislikePixels: picture(network, (id) => network.ranking.dislikeShare[id]).pixels,
    nodes,
  };
  publicImages.set(network, made);
  return made;
}

const publicImages = new WeakMap<Network, PublicImage>();

interface Picture {
  pixels: Float64Array;
  /** The most that any one node holds with the bit set. */
  most: Float64Array;
}

/** Nodes on collaborative codes look at no bits and draw nothing. */
function picture({ retina, tuples, bank }: Network, held: (id: number) => number): Picture {
  const bitCount = retina.bits.length;
  const filmOf = anyFilmOfCells(bank);
  const withBit = new Float64Array(bitCount);
  const inAll = new Float64Array(bitCount);
  const most = new Float64Array(bitCount);
  tuples.forEach(({ bits }, t) => {
    const here = new Float64Array(bits.length);
    let all = 0;
    for (let id = bank.firstCell[t] + 1; id <= bank.firstCell[t + 1]; id++) {
      const amount = held(id);
      if (amount === 0) continue;
      all += amount;
      for (let k = 0; k < bits.length; k++) if (hasBit(retina, filmOf[id], bits[k])) here[k] += amount;
    }
    bits.forEach((bit, k) => {
      withBit[bit] += here[k];
      inAll[bit] += all;
      most[bit] = Math.max(most[bit], here[k]);
    });
  });
  return { pixels: withBit.map((amount, bit) => (inAll[bit] > 0 ? amount / inAll[bit] : 0)), most };
}

const filmsByBank = new WeakMap<NodeBank, Indices>();

/** One film of every cell, by global cell id: under the cell's node, all its films show the same pattern. */
function anyFilmOfCells(bank: NodeBank): Indices {
  const known = filmsByBank.get(bank);
  if (known) return known;
  const { nodeCount, itemCount, cell, firstCell } = bank;
  const films = indicesFor(itemCount, firstCell[nodeCount] + 1);
  for (let t = 0; t < nodeCount; t++) {
    for (let i = 0; i < itemCount; i++) {
      const local = cell[t * itemCount + i];
      if (local !== NO_CELL) films[firstCell[t] + local] = i;
    }
  }
  filmsByBank.set(bank, films);
  return films;
}
