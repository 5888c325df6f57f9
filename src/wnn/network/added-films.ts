import type { Catalogue } from '../../data/catalogue';
import { filmsFrom } from '../../data/films/own-films';
import { effectsWith } from '../../data/films/unrated-effects';
import type { SeenAnswer } from '../../data/opinion';
import { ByteWriter, joined } from '../../lib/bytes';
import { crc32, hashIntegers } from '../../lib/hash';
import type { Codes } from './codes';
import { addressFactAnchors } from './fact-anchors';
import type { RankingTerms } from './lists/ranking-part';
import type { ScaledTable } from './lists/scaled-table';
import type { Network } from './network';
import { NO_CELL, type NodeBank } from './node-bank';
import type { RatingNeighbours } from './rating-neighbours';
import { encodeRetina, type Retina, type RetinaFamily } from './retina';
import { filmFeatures, regardScaleOf } from './taste/film-features';
import { assembleGram, type GramPart } from './taste/gram-part';
import { answerVerdict } from './verdict';

/*
 * A network with films behind its own that nobody has rated. What it holds of its own films stays as it is, cell by cell and
 * number by number, so that a state in which no added film is written is the same with them and without. An added film has
 * the cells that exist, where what a node reads is known of it: a pattern that no two of the network's own films share has none, here as there. Where a
 * network's anchors stand on what people like together, it has none of their cells; its codes are those of an average film.
 */

/**
 * @param base the catalogue that the network was assembled for
 * @param catalogue the same with films behind its own
 */
export function withAddedFilms(network: Network, base: Catalogue, catalogue: Catalogue): Network {
  const first = base.count;
  const films = filmsFrom(catalogue, first);
  const added = encodeRetina(films, base);
  const words = joined(network.retina.words, added.words);
  const retina = { ...network.retina, itemCount: catalogue.count, words };
  const bank = grownBank(network.bank, cellsOf(network, films, added, retina), films.count);
  const effects = effectsWith(network.effects, films);
  const terms = grownTerms(network.terms, catalogue, first);
  const { rating } = network;
  const grown = {
    ...{ ...network, retina, bank, effects, terms },
    rating: rating && {
      ...rating,
      bank,
      gram: grownGram(network, rating.gram, added, effects.bias.subarray(first)),
      neighbours: rating.neighbours && unratedHaveNone(rating.neighbours, first),
    },
  };
  return { ...grown, checksum: checksumWith(grown, catalogue, first) };
}

/**
 * Cells of the added films, node by node; length nodeCount x films. What is not known of a film is no likeness: a node on
 * patterns that reads runtime, regard, fame, language or codes, or genres or a year that are not known, has no cell for it.
 * @param retina of all films
 */
function cellsOf(
  { retina: own, bank, addressing }: Network,
  { count: films, genres, year }: Catalogue,
  added: Retina,
  retina: Retina,
): Uint16Array {
  const { tuples, factAnchors } = addressing;
  const cells = new Uint16Array(bank.nodeCount * films).fill(NO_CELL);
  tuples.forEach(({ bits }, t) => {
    // Code bits stand behind the retina's own.
    const families = new Set(Array.from(bits, (bit) => own.bits[bit]?.family));
    if ([...families].some((family) => !family || NEVER_KNOWN.includes(family))) return;
    const cellOfFilm = bank.cell.subarray(t * bank.itemCount, (t + 1) * bank.itemCount);
    patternCells(own, cellOfFilm, added, bits).forEach((cell, i) => {
      const isKnown = (genres[i] > 0 || !families.has('genre')) && (year[i] > 0 || !families.has('year'));
      if (isKnown) cells[t * films + i] = cell;
    });
  });
  if (factAnchors) {
    cells.set(addressFactAnchors(factAnchors, retina, own.itemCount).cell, tuples.length * films);
  }
  return cells;
}

/** What is never known of an added film. A keyword is: most films lack it. */
const NEVER_KNOWN: readonly RetinaFamily[] = ['runtime', 'quality', 'fame', 'language'];

/** Codes of films of which nobody's ratings say anything: those of an average film. */
function plainCodes({ factors: { dimensions }, cuts }: Codes, films: number): Codes {
  return { factors: { dimensions, values: new Float64Array(films * dimensions) }, cuts };
}

/** The cells of the films known that look the same in the bits that a node reads. @param cellOfFilm those of the films known */
function patternCells(known: Retina, cellOfFilm: Uint16Array, news: Retina, bits: Uint16Array): Uint16Array {
  const read = readerOf(bits, known.wordsPerItem);
  const cells = new Uint16Array(news.itemCount).fill(NO_CELL);
  const wanted = new Map<number, number[]>();
  for (let i = 0; i < cells.length; i++) {
    const hash = read.hash(news, i);
    wanted.set(hash, [...(wanted.get(hash) ?? []), i]);
  }
  let left = cells.length;
  for (let film = 0; film < cellOfFilm.length && left > 0; film++) {
    if (cellOfFilm[film] === NO_CELL) continue;
    for (const i of wanted.get(read.hash(known, film)) ?? []) {
      if (cells[i] !== NO_CELL || !read.equal(known, film, news, i)) continue;
      cells[i] = cellOfFilm[film];
      left--;
    }
  }
  return cells;
}

/** Reads some bits of films, which are equal where they look the same in these. */
function readerOf(bits: Uint16Array, wordsPerItem: number) {
  const mask = new Uint32Array(wordsPerItem);
  for (const bit of bits) mask[bit >>> 5] |= 1 << (bit & 31);
  const used = [...mask.keys()].filter((w) => mask[w] !== 0);
  const word = ({ words }: Retina, film: number, w: number) => words[film * wordsPerItem + w] & mask[w];
  return {
    hash(retina: Retina, film: number): number {
      let hash = 0;
      for (const w of used) hash = hashIntegers(hash, word(retina, film, w));
      return hash;
    },
    equal: (a: Retina, film: number, b: Retina, other: number) =>
      used.every((w) => word(a, film, w) === word(b, other, w)),
  };
}

/** The same cells under the same numbers, and behind each node's films the added ones. */
function grownBank(bank: NodeBank, cells: Uint16Array, films: number): NodeBank {
  const itemCount = bank.itemCount + films;
  const cell = new Uint16Array(bank.nodeCount * itemCount);
  for (let t = 0; t < bank.nodeCount; t++) {
    cell.set(bank.cell.subarray(t * bank.itemCount, (t + 1) * bank.itemCount), t * itemCount);
    cell.set(cells.subarray(t * films, (t + 1) * films), t * itemCount + bank.itemCount);
  }
  return { ...bank, itemCount, cell };
}

/** @param bias of the added films */
function grownGram({ effects, addressing }: Network, gram: GramPart, added: Retina, bias: Float64Array) {
  const codes = addressing.codes && plainCodes(addressing.codes, added.itemCount).factors;
  const features = filmFeatures(added, bias, regardScaleOf(effects), codes);
  const { coordinates, offset } = assembleGram(gram, features);
  return {
    ...gram,
    coordinates: joined(gram.coordinates, coordinates),
    offset: joined(gram.offset, offset),
  };
}

/** No film is rated like one that nobody has rated. @param first of those */
function unratedHaveNone(neighbours: RatingNeighbours, first: number): RatingNeighbours {
  const none = { items: new Uint32Array(0), weight: new Float32Array(0) };
  return (item) => (item < first ? neighbours(item) : none);
}

function grownTerms(terms: RankingTerms, catalogue: Catalogue, first: number): RankingTerms {
  const films = catalogue.count - first;
  const { fame, likesTable, watchedTable, neighbours } = terms;
  const withoutRows = (table: ScaledTable): ScaledTable => ({
    ...table,
    placeOf: joined(table.placeOf, new Uint16Array(films)),
  });
  const nobody = new Float64Array(films);
  return {
    ...terms,
    fame: joined(fame, nobody),
    collection: catalogue.collection,
    likesTable: withoutRows(likesTable),
    watchedTable: withoutRows(watchedTable),
    neighbours:
      neighbours &&
      ((item) => (item < first ? joined(neighbours(item), nobody) : new Float64Array(catalogue.count))),
  };
}

/** Also by the added films' ids: a saved state names films by their places. */
function checksumWith(grown: Network, { movieId, count }: Catalogue, first: number): number {
  const answers: readonly SeenAnswer[] = ['like', 'so-so', 'dislike'];
  const { bank, rating } = grown;
  const writer = new ByteWriter();
  writer.uint32(grown.checksum);
  for (let item = first; item < count; item++) {
    writer.uint32(movieId[item]);
    for (let t = 0; t < bank.nodeCount; t++) writer.varint(bank.cell[t * bank.itemCount + item]);
    for (const answer of answers) writer.signed(answerVerdict(grown, item, answer).deviation);
    if (!rating) continue;
    const { dimensions, coordinates, offset } = rating.gram;
    for (let d = 0; d < dimensions; d++) writer.signed(coordinates[item * dimensions + d]);
    writer.signed(offset[item]);
  }
  return crc32(writer.finish());
}
