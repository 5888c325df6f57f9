import type { Catalogue } from '../../data/catalogue';
import type { ItemEffects } from '../../data/item-effects';
import type { Ratings } from '../../data/ratings';
import { ByteReader, ByteWriter } from '../../lib/bytes';
import { seal, unseal } from '../../lib/envelope';
import {
  readAnchors,
  readFactAnchors,
  readNumbers,
  readTuples,
  writeAnchors,
  writeFactAnchors,
  writeNumbers,
  writeTuples,
} from './fields';
import { assembleRanking, type RankingPart } from './ranking-part';
import { retinaOf } from './retina';

const RANKING_FORMAT = { magic: 'WLRK', version: 1, what: 'The learned ranking model' };

/** What is learned, and nothing that follows from catalogue and effects: tuples, weights, anchor cells. */
export function encodeRanking(model: RankingPart): Uint8Array<ArrayBuffer> {
  const writer = new ByteWriter();
  writeNumbers(writer, [model.smoothing, model.eraWeight]);
  writeTuples(writer, model.tuples);
  writeNumbers(writer, model.liked);
  writeNumbers(writer, model.watched);
  writer.varint(model.anchors?.nodeCount ?? 0);
  if (model.anchors) writeAnchors(writer, model.anchors);
  writer.byte(model.factAnchors ? 1 : 0);
  if (model.factAnchors) writeFactAnchors(writer, model.factAnchors);
  return seal(RANKING_FORMAT, writer.finish());
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
  const reader = new ByteReader(unseal(RANKING_FORMAT, bytes).payload);
  const [smoothing, eraWeight] = readNumbers(reader);
  const tuples = readTuples(reader);
  const liked = readNumbers(reader);
  const watched = readNumbers(reader);
  const nodeCount = reader.varint();
  const anchors = nodeCount > 0 ? readAnchors(reader, nodeCount, catalogue.count) : null;
  const bits = retinaOf(catalogue).bits.length;
  const factAnchors = reader.byte() === 1 ? readFactAnchors(reader, bits) : null;
  const parts = { tuples, anchors, factAnchors, liked, watched, eraWeight, smoothing };
  return assembleRanking(catalogue, effects, parts, ratings);
}
