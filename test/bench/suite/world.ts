import type { Catalogue } from '../../../src/data/catalogue';
import { effectsOf } from '../../../src/data/item-effects';
import { countRatings } from '../../../src/data/public-counts';
import { joined } from '../../../src/lib/bytes';
import { createRandom, deriveSeed, type Random } from '../../../src/lib/random';
import { weightedSample } from '../../../src/lib/weighted-sample';
import { type Library, libraryOf } from '../../../src/state/platform/library';
import type { RankingTerms } from '../../../src/wnn/network/lists/ranking-part';
import type { ScaledTable } from '../../../src/wnn/network/lists/scaled-table';
import { assembleNetwork, type Network } from '../../../src/wnn/network/network';
import { NO_CELL, type NodeBank, someNodes } from '../../../src/wnn/network/node-bank';
import type { RatingNeighbours } from '../../../src/wnn/network/rating-neighbours';
import { encodeRetina } from '../../../src/wnn/network/retina';
import type { GramPart } from '../../../src/wnn/network/taste/gram-part';
import { bundledDataset, bundledLibrary } from '../../fixtures/bundled';
import { grownCatalogue, grownCounts } from './grown-films';

/** Decides everything that is made up here. */
const SEED = 1;
/** Share of the cells of a made-up film that are those of the film it is made of. */
const LIKE_ITS_SOURCE = 0.75;
/** A random generator for one purpose. */
export function randomFor(...purpose: (string | number)[]): Random {
  return createRandom(deriveSeed(SEED, 'bench', ...purpose));
}

const made = new Map<number, Library>();

/** How many films the bundled catalogue has. */
export function bundledFilms(): number {
  return bundledDataset().catalogue.count;
}

/**
 * The library that the app ships, or one with more films, made once: behind the bundled ones stand copies of them that are
 * rated less, differ in facts and share three quarters of their source's cells. It has the nodes and cells of the bundled network, and films
 * a cell as a catalogue of that size has (a pack of 87,501 films: docs/speed.md).
 * @param films at least those of the bundled catalogue
 */
export function libraryWith(films: number): Library {
  const base = bundledLibrary();
  if (films === base.catalogue.count) return base;
  if (films < base.catalogue.count)
    throw new RangeError(`The least number of films is ${base.catalogue.count}.`);
  const known = made.get(films);
  if (known) return known;
  const library = grownLibrary(base, films);
  made.set(films, library);
  return library;
}

function grownLibrary(base: Library, films: number): Library {
  const random = randomFor('films', films);
  const own = base.catalogue.count;
  // The film that each is made of; ascending where they are copied whole.
  const source = Uint32Array.from({ length: films - own }, (_, copy) => copy % own);
  const catalogue = grownCatalogue(base.catalogue, source, random);
  const counts = countRatings(base.ratings, own);
  const effects = effectsOf(catalogue, grownCounts(counts, source, random));
  const network = grownNetwork(base.network, base.catalogue, catalogue, effects, source, random);
  return libraryOf(base.source, { ...base, catalogue, effects, network });
}

function grownNetwork(
  base: Network,
  films: Catalogue,
  catalogue: Catalogue,
  effects: Library['effects'],
  source: Uint32Array,
  random: Random,
): Network {
  const { rating, ranking, addressing, tuples } = base;
  if (!rating) throw new Error('The bundled network tells no stars.');
  const content = rating.content.strength.length;
  const firstAnchor = rating.anchors.first;
  const bank = grownBank(base.bank, source, random);
  return assembleNetwork({
    retina: encodeRetina(catalogue, films),
    effects,
    rating: {
      ...rating,
      bank: someNodes(bank, 0, content),
      tuples: tuples.slice(0, content),
      strength: rating.content.strength,
      gram: grownGram(rating.gram, source),
      neighbours: rating.neighbours && unknownHaveNone(rating.neighbours, films.count),
    },
    ranking: {
      bank: someNodes(bank, content, firstAnchor),
      tuples: tuples.slice(content, firstAnchor),
      smoothing: ranking.smoothing,
    },
    terms: grownTerms(base.terms, catalogue, effects, films.count),
    anchors: someNodes(bank, firstAnchor, bank.nodeCount),
    addressing,
    liked: ranking.liked.slice(content),
    watched: ranking.watched.slice(content),
  });
}

/** A copy has the cell of its source, or that of another film. */
function grownBank(
  { nodeCount, itemCount, cell, firstCell }: NodeBank,
  source: Uint32Array,
  random: Random,
): NodeBank {
  const all = itemCount + source.length;
  const cells = new Uint16Array(nodeCount * all);
  for (let t = 0; t < nodeCount; t++) {
    const own = cell.subarray(t * itemCount, (t + 1) * itemCount);
    cells.set(own, t * all);
    const isFree = firstCell[t + 1] === firstCell[t];
    for (let copy = 0; copy < source.length; copy++) {
      const from = random.next() < LIKE_ITS_SOURCE ? source[copy] : random.integer(itemCount);
      cells[t * all + itemCount + copy] = isFree ? NO_CELL : own[from];
    }
  }
  return { nodeCount, itemCount: all, cell: cells, firstCell };
}

function grownGram(gram: GramPart, source: Uint32Array): GramPart {
  const { dimensions: d, coordinates, offset } = gram;
  const copied = new Int8Array(source.length * d);
  source.forEach((from, copy) => {
    copied.set(coordinates.subarray(from * d, (from + 1) * d), copy * d);
  });
  const offsets = Int32Array.from(source, (from) => offset[from]);
  return { ...gram, coordinates: joined(coordinates, copied), offset: joined(offset, offsets) };
}

function unknownHaveNone(neighbours: RatingNeighbours, own: number): RatingNeighbours {
  const none = { items: new Uint32Array(0), weight: new Float32Array(0) };
  return (item) => (item < own ? neighbours(item) : none);
}

function grownTerms(
  terms: RankingTerms,
  catalogue: Catalogue,
  { likes }: Library['effects'],
  own: number,
): RankingTerms {
  const { likesTable, watchedTable, neighbours } = terms;
  const more = catalogue.count - own;
  const withoutRows = (table: ScaledTable): ScaledTable => ({
    ...table,
    placeOf: joined(table.placeOf, new Uint16Array(more)),
  });
  const nobody = new Float64Array(more);
  return {
    ...terms,
    fame: Float64Array.from(likes, Math.log1p),
    collection: catalogue.collection,
    likesTable: withoutRows(likesTable),
    watchedTable: withoutRows(watchedTable),
    neighbours:
      neighbours &&
      ((item) => (item < own ? joined(neighbours(item), nobody) : new Float64Array(catalogue.count))),
  };
}

/** Every film once, in the order in which somebody may come to rate them: the more people rated one, the sooner. */
export function ratingOrderOf({ effects }: Library, random: Random): Uint32Array {
  const weights = Float64Array.from(effects.ratings, (ratings) => 1 + ratings);
  return weightedSample(weights, weights.length, random);
}
