import { zlibSync } from 'fflate';
import { ByteWriter } from '../lib/bytes';
import { seal } from '../lib/envelope';
import type { Catalogue, PublishedFacts } from './catalogue';
import { writeAscending, writeLines, writeNibbles, writePlanes } from './columns';
import { DATASET_FORMAT, type Dataset } from './dataset';
import type { Ratings } from './ratings';
import { findFault } from './validate-dataset';

/**
 * Packs a data set into one binary, the same bytes for the same data and the same version of fflate.
 *
 * Sealed envelope (lib/envelope) around the length of what follows when inflated (uint32) and a zlib stream (RFC 1950)
 * of, in this order: the catalogue's columns, a byte that tells whether published facts follow, those, and the ratings.
 * Columns stand one after the other, never interleaved by row, because like compresses best beside like; see columns.ts
 * for their encodings.
 * @throws Error if the data set breaks a rule of its own types, or a name holds a tab or a line break.
 */
export function packDataset(dataset: Dataset): Uint8Array<ArrayBuffer> {
  const fault = findFault(dataset);
  if (fault) throw new Error(`The data set cannot be packed: ${fault}.`);
  const writer = new ByteWriter();
  writeCatalogue(writer, dataset.catalogue);
  writeRatings(writer, dataset.ratings);
  return seal(DATASET_FORMAT, deflate(writer.finish()));
}

/** The length of some bytes (uint32) and a zlib stream of them. */
export function deflate(plain: Uint8Array): Uint8Array {
  const writer = new ByteWriter();
  writer.uint32(plain.length);
  writer.bytes(zlibSync(plain, { level: 9 }));
  return writer.finish();
}

/**
 * Writes the catalogue's columns, whether published facts follow, and those.
 * @throws Error if a name holds a tab or a line break.
 */
export function writeCatalogue(writer: ByteWriter, catalogue: Catalogue): void {
  const { title, alternateTitles, languages, keywords, tmdbGenreNames, collections, published } = catalogue;
  writer.varint(catalogue.count);
  writeAscending(writer, catalogue.movieId);
  writeNames(writer, title, alternateTitles);
  writePlanes(writer, catalogue.year);
  writePlanes(writer, catalogue.genres);
  writePlanes(writer, catalogue.tmdbId);
  writePlanes(writer, catalogue.imdbId);
  writer.varint(languages.length);
  writeLines(writer, languages);
  writePlanes(writer, catalogue.language);
  writePlanes(writer, catalogue.runtime);
  writePlanes(writer, catalogue.voteAverage);
  writePlanes(writer, catalogue.voteCount);
  writer.varint(keywords.length);
  writeLines(writer, keywords);
  writeAscending(writer, catalogue.keywordOffsets);
  for (let i = 0; i < catalogue.count; i++) {
    writeAscending(
      writer,
      catalogue.keywordIds.subarray(catalogue.keywordOffsets[i], catalogue.keywordOffsets[i + 1]),
    );
  }
  writer.varint(tmdbGenreNames.length);
  writeLines(writer, tmdbGenreNames);
  writePlanes(writer, catalogue.tmdbGenres);
  writer.varint(collections.length);
  writeLines(writer, collections);
  writePlanes(writer, catalogue.collection);
  writer.byte(published ? 1 : 0);
  if (published) writePublished(writer, published);
}

/** A line a film: its title and its other names, between tabs. */
function writeNames(writer: ByteWriter, title: string[], alternateTitles: string[][]): void {
  const names = title.map((name, i) => [name, ...alternateTitles[i]]);
  if (names.some((list) => list.some((name) => name.includes('\t')))) {
    throw new Error('A title to be packed holds a tab.');
  }
  writeLines(
    writer,
    names.map((list) => list.join('\t')),
  );
}

function writePublished(writer: ByteWriter, published: PublishedFacts): void {
  writePlanes(writer, published.found);
  writePlanes(writer, published.genres);
  writePlanes(writer, published.language);
  writePlanes(writer, published.voteAverage);
  writePlanes(writer, published.voteCount);
}

/** Writes the ratings' columns. */
export function writeRatings(writer: ByteWriter, ratings: Ratings): void {
  writer.varint(ratings.userCount);
  writer.varint(ratings.count);
  writeAscending(writer, ratings.userId);
  writeAscending(writer, ratings.offsets);
  writePlanes(writer, ratings.item);
  writeNibbles(writer, ratings.halfStars);
  for (let u = 0; u < ratings.userCount; u++) {
    writeAscending(writer, ratings.timestamp.subarray(ratings.offsets[u], ratings.offsets[u + 1]));
  }
}
