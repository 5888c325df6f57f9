import type { Catalogue } from '../../../data/catalogue';
import type { ItemEffects } from '../../../data/item-effects';
import type { Ratings } from '../../../data/ratings';
import { ByteReader, ByteWriter, DamagedBytesError } from '../../../lib/bytes';
import { seal, unseal } from '../../../lib/envelope';
import {
  readAnchors,
  readFactAnchors,
  readNumbers,
  readTuples,
  writeAnchors,
  writeFactAnchors,
  writeNumbers,
  writeTuples,
} from '../fields';
import { retinaOf } from '../retina';
import { readItemTable, writeItemTable } from './item-table';
import { assembleRanking, type RankingPart } from './ranking-part';
import { type RankingSettings, SETTING_NAMES } from './ranking-settings';

const FORMAT = { magic: 'WLRK', version: 2, what: 'The learned ranking model' };

/** What is learned, and nothing that follows from catalogue and effects: tuples, weights, anchor cells, tables. */
export function encodeRanking(model: RankingPart): Uint8Array<ArrayBuffer> {
  const writer = new ByteWriter();
  writeNumbers(writer, [model.smoothing, ...SETTING_NAMES.map((name) => model.settings[name])]);
  writeTuples(writer, model.tuples);
  writeNumbers(writer, model.liked);
  writeNumbers(writer, model.watched);
  writer.varint(model.anchors?.nodeCount ?? 0);
  if (model.anchors) writeAnchors(writer, model.anchors);
  writer.byte(model.factAnchors ? 1 : 0);
  if (model.factAnchors) writeFactAnchors(writer, model.factAnchors);
  writeItemTable(writer, model.likesTable);
  writeItemTable(writer, model.watchedTable);
  return seal(FORMAT, writer.finish());
}

/**
 * As `decodeRating`.
 * @param ratings of the training users, where they are at hand (see `assembleRanking`).
 */
export function decodeRanking(
  catalogue: Catalogue,
  effects: ItemEffects,
  bytes: Uint8Array,
  ratings: Ratings | null,
): RankingPart {
  const { version, payload } = unseal(FORMAT, bytes);
  if (version !== FORMAT.version) throw new DamagedBytesError(`${FORMAT.what} is of an older version.`);
  const reader = new ByteReader(payload);
  const [smoothing, ...values] = readNumbers(reader);
  const settings = Object.fromEntries(SETTING_NAMES.map((name, k) => [name, values[k]])) as Record<
    keyof RankingSettings,
    number
  >;
  const tuples = readTuples(reader);
  const liked = readNumbers(reader);
  const watched = readNumbers(reader);
  const nodeCount = reader.varint();
  const anchors = nodeCount > 0 ? readAnchors(reader, nodeCount, catalogue.count) : null;
  const bits = retinaOf(catalogue).bits.length;
  const factAnchors = reader.byte() === 1 ? readFactAnchors(reader, bits) : null;
  const likesTable = readItemTable(reader, catalogue.count);
  const watchedTable = readItemTable(reader, catalogue.count);
  const parts = {
    tuples,
    anchors,
    factAnchors,
    liked,
    watched,
    smoothing,
    settings,
    likesTable,
    watchedTable,
  };
  return assembleRanking(catalogue, effects, parts, ratings);
}
