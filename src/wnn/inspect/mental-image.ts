import type { Network } from '../network/network';
import { NO_CELL, type NodeBank } from '../network/node-bank';
import { hasBit, type Retina } from '../network/retina';
import { COUNT, LIKES, type Memory, STRIDE } from '../personal/memory';

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
export function mentalImage(model: Network, memory: Memory): MentalImage {
  const { cells } = memory;
  const likes = picture(model, (id) => cells[STRIDE * id + LIKES]);
  const dislikes = picture(model, (id) => cells[STRIDE * id + COUNT] - cells[STRIDE * id + LIKES]);
  return {
    likes: cells[LIKES],
    dislikes: cells[COUNT] - cells[LIKES],
    likePixels: likes.pixels,
    dislikePixels: dislikes.pixels,
    likeFilms: Uint32Array.from(likes.most),
    dislikeFilms: Uint32Array.from(dislikes.most),
  };
}

/** The same for all users; computed when first asked for. */
export function publicImage(model: Network): PublicImage {
  const known = publicImages.get(model);
  if (known) return known;
  const nodes = new Uint16Array(model.retina.bits.length);
  for (const { bits } of model.tuples) for (const bit of bits) nodes[bit]++;
  const made = {
    likePixels: picture(model, (id) => model.likeBackground[id]).pixels,
    dislikePixels: picture(model, (id) => model.dislikeBackground[id]).pixels,
    nodes,
  };
  publicImages.set(model, made);
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

const filmsByBank = new WeakMap<NodeBank, Uint16Array>();

/** One film of every cell, by global cell id: under the cell's node, all its films show the same pattern. */
function anyFilmOfCells(bank: NodeBank): Uint16Array {
  const known = filmsByBank.get(bank);
  if (known) return known;
  const { nodeCount, itemCount, cell, firstCell } = bank;
  const films = new Uint16Array(firstCell[nodeCount] + 1);
  for (let t = 0; t < nodeCount; t++) {
    for (let i = 0; i < itemCount; i++) {
      const local = cell[t * itemCount + i];
      if (local !== NO_CELL) films[firstCell[t] + local] = i;
    }
  }
  filmsByBank.set(bank, films);
  return films;
}

/** Something a film can be, as a person says it: one bit, or a stretch of a thermometer. */
export interface TraitName {
  label: string;
  /** Bit that must be set; -1: none. */
  from: number;
  /** Bit that must not be set; -1: none. */
  below: number;
}

/** Stretches of the thermometers, as [least, below, words]; ends that are no threshold of the retina are left out. */
const STRETCHES = {
  year: [
    [0, 1960, 'before 1960'],
    [1960, 1970, '1960s'],
    [1970, 1980, '1970s'],
    [1980, 1990, '1980s'],
    [1990, 2001, '1990 to 2000'],
    [2001, 2010, '2001 to 2009'],
    [2010, Infinity, '2010 and later'],
  ],
  runtime: [
    [0, 92, 'under an hour and a half'],
    [120, 150, 'two hours and more'],
    [150, Infinity, 'very long'],
  ],
  fame: [
    [0, 100, 'little known'],
    [100, 800, 'lesser known'],
    [3000, Infinity, 'famous'],
  ],
  quality: [
    [0, 6.2, 'rated low by most'],
    [7.5, Infinity, 'rated high by most'],
  ],
} as const;

/** Keywords of the data that say something of a film's credits, not of the film. */
const NO_TRAITS = ['duringcreditsstinger', 'aftercreditsstinger'];

/** The traits that the nodes of a network can tell of: named bits, then stretches of years, length, fame and rating. */
export function traitNames(retina: Retina): TraitName[] {
  const names: TraitName[] = [];
  retina.bits.forEach(({ label, atLeast }, from) => {
    if (atLeast === undefined && !NO_TRAITS.includes(label)) names.push({ label, from, below: -1 });
  });
  for (const [family, stretches] of Object.entries(STRETCHES)) {
    const bitAt = (value: number) =>
      retina.bits.findIndex((bit) => bit.family === family && bit.atLeast === value);
    for (const [least, end, label] of stretches) {
      const from = least > 0 ? bitAt(least) : -1;
      const below = end < Infinity ? bitAt(end) : -1;
      if ((least > 0 && from < 0) || (end < Infinity && below < 0)) continue;
      names.push({ label, from, below });
    }
  }
  return names;
}

/** A trait and how the person leans toward it. */
export interface Trait extends TraitName {
  /** Above 0: liked more, or disliked less, than the public's share lets expect; below 0: the contrary. */
  lean: number;
  /** The dislikes' part of it: below 0 where more were disliked than the public's share lets expect. */
  dislikeLean: number;
  /** Share of the likes and of the dislikes in memory that have it, and of the public's likes; 0..1. */
  ofLikes: number;
  ofDislikes: number;
  ofPublic: number;
  /** Films behind it: liked and disliked ones that the cells remember. */
  liked: number;
  disliked: number;
}

/** Films' worth of doubt: a trait of one lucky film weighs little, one of ten films much. */
const DOUBT = 2;

/**
 * How the person leans to each trait, strongest likings first, by comparing their two images with the public's:
 *
 *   lean = log((L + k) / (L' + k)) - log((D + k) / (D' + k))
 *
 * L and D are the likes and dislikes with the trait (pixel times all likes or dislikes), L' and D' what they would be if
 * the person shared the public's taste, k = 2 films. A stretch's pixel is the difference of its ends' pixels.
 * Traits that no node looks at are left out.
 */
export function leanings(model: Network, image: MentalImage): Trait[] {
  const common = publicImage(model);
  const traits: Trait[] = [];
  for (const name of traitNames(model.retina)) {
    const { from, below } = name;
    if ((from >= 0 && common.nodes[from] === 0) || (below >= 0 && common.nodes[below] === 0)) continue;
    const between = (values: ArrayLike<number>, all: number) =>
      Math.max(0, (from < 0 ? all : values[from]) - (below < 0 ? 0 : values[below]));
    const ofLikes = image.likes > 0 ? between(image.likePixels, 1) : 0;
    const ofDislikes = image.dislikes > 0 ? between(image.dislikePixels, 1) : 0;
    const ofPublic = between(common.likePixels, 1);
    const surprise = (share: number, expected: number, all: number) =>
      Math.log((share * all + DOUBT) / (expected * all + DOUBT));
    const dislikeLean = -surprise(ofDislikes, between(common.dislikePixels, 1), image.dislikes);
    traits.push({
      ...name,
      lean: surprise(ofLikes, ofPublic, image.likes) + dislikeLean,
      dislikeLean,
      ofLikes,
      ofDislikes,
      ofPublic,
      liked: between(image.likeFilms, image.likes),
      disliked: between(image.dislikeFilms, image.dislikes),
    });
  }
  return traits.sort((a, b) => b.lean - a.lean || (a.label < b.label ? -1 : 1));
}

/** Leanings weaker than this are not worth a word. */
const FAINT = 0.15;

/** What to tell a person: likings that likes stand behind, dislikings that dislikes do, strongest first. */
export function tellingTraits(traits: readonly Trait[]): { liked: Trait[]; disliked: Trait[] } {
  return {
    liked: traits.filter(({ lean, liked }) => lean > FAINT && liked > 0),
    disliked: traits
      .filter(({ lean, dislikeLean, disliked }) => lean < -FAINT && dislikeLean < 0 && disliked > 0)
      .reverse(),
  };
}
