import { ByteReader, ByteWriter, DamagedBytesError } from '../../lib/bytes';
import { seal, unseal } from '../../lib/envelope';
import type { Network } from '../network/network';
import { decodeMemory, encodeMemory } from './memory';
import { type Opinion, PersonalModel } from './personal-model';

const FORMAT = { magic: 'WLSN', version: 2, what: 'The saved model' };

/**
 * A personal model as bytes: envelope (magic, version, checksum), the network's checksum, the number of the last
 * event folded in, the opinions, the memory's canonical payload.
 * @param lastEvent sequence number of the last log event the model contains; 0 for none.
 */
export function encodeSnapshot(model: PersonalModel, lastEvent: number): Uint8Array<ArrayBuffer> {
  const writer = new ByteWriter();
  writer.uint32(model.network.checksum);
  writer.varint(lastEvent);
  const opinions = [...model.opinions].sort(([a], [b]) => a - b);
  writer.varint(opinions.length);
  for (const [item, opinion] of opinions) {
    writer.varint(item);
    writer.byte(opinion === 'like' ? 1 : 0);
  }
  writer.bytes(encodeMemory(model.memory));
  return seal(FORMAT, writer.finish());
}

/**
 * @throws DamagedBytesError if the bytes are damaged, of another kind or another version (older ones meant something else), or belong to another network:
 *   the caller then rebuilds the model from the log.
 */
export function decodeSnapshot(
  network: Network,
  bytes: Uint8Array,
): { model: PersonalModel; lastEvent: number } {
  const { version, payload } = unseal(FORMAT, bytes);
  if (version !== FORMAT.version) {
    throw new DamagedBytesError(`The saved model is of an earlier form (${version}).`);
  }
  const reader = new ByteReader(payload);
  if (reader.uint32() !== network.checksum) {
    throw new DamagedBytesError('The saved model belongs to another version of the network.');
  }
  const lastEvent = reader.varint();
  const opinions = new Map<number, Opinion>();
  for (let left = reader.varint(); left > 0; left--) {
    const item = reader.varint();
    if (item >= network.bank.itemCount) throw new DamagedBytesError('The saved model names an unknown film.');
    opinions.set(item, reader.byte() === 1 ? 'like' : 'dislike');
  }
  const memory = decodeMemory(network.bank, reader.bytes(reader.remaining));
  return { model: new PersonalModel(network, memory, opinions), lastEvent };
}
