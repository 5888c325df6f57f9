import type { SeenAnswer } from '../../data/opinion';
import { ByteReader, ByteWriter, DamagedBytesError } from '../../lib/bytes';
import { seal, unseal } from '../../lib/envelope';
import { sha256 } from '../../lib/sha256';
import type { Network } from '../network/network';
import { answerVerdict } from '../network/verdict';
import { decodeMemory, encodeMemory } from './memory';
import { emptyState, type Held, PersonalModel } from './personal-model';

const FORMAT = { magic: 'WLSN', version: 4, what: 'The saved model' };

/** Why sound bytes are of no use: they are of an earlier form, or of another network. */
export type Unfit = 'form' | 'network';

/** Thrown for a saved model that is sound and of no use any more. */
export class UnfitSnapshotError extends DamagedBytesError {
  override name = 'UnfitSnapshotError';
  readonly why: Unfit;

  constructor(why: Unfit, message: string) {
    super(message);
    this.why = why;
  }
}

/**
 * A personal model as bytes: envelope (magic, version, checksum), the network's checksum, the last row of the log that the
 * model contains, a SHA-256 over the log up to there and all that follows, the answers with their times, the sums along the
 * coordinates of taste, the memory's canonical payload. The hash binds all of it to the very events that it was learned from.
 * @param lastRow row of the log, from 1; 0 for none
 * @param log canonical text of the events up to that row
 */
export function encodeSnapshot(model: PersonalModel, lastRow: number, log: string): Uint8Array<ArrayBuffer> {
  const learned = new ByteWriter();
  writeAnswers(learned, model.answers);
  learned.varint(model.sums.length);
  for (const sum of model.sums) learned.signed(sum);
  learned.bytes(encodeMemory(model.memory));
  const rest = learned.finish();
  const writer = new ByteWriter();
  writer.uint32(model.network.checksum);
  writer.varint(lastRow);
  writer.text(bond(log, rest));
  writer.bytes(rest);
  return seal(FORMAT, writer.finish());
}

/**
 * @param logUpTo canonical text of the events up to a row of the log, as it is now
 * @throws DamagedBytesError if the bytes are damaged, of another kind or another version (older ones meant something
 *   else), or belong to another network or another log: the caller then rebuilds the model from the log.
 *   UnfitSnapshotError where they are sound, but of an earlier form or another network
 */
export function decodeSnapshot(
  network: Network,
  bytes: Uint8Array,
  logUpTo: (lastRow: number) => string,
): { model: PersonalModel; lastRow: number } {
  const { version, payload } = unseal(FORMAT, bytes);
  if (version !== FORMAT.version) {
    throw new UnfitSnapshotError('form', `The saved model is of an earlier form (${version}).`);
  }
  const reader = new ByteReader(payload);
  if (reader.uint32() !== network.checksum) {
    throw new UnfitSnapshotError('network', 'The saved model belongs to another version of the network.');
  }
  const lastRow = reader.varint();
  const digest = reader.text();
  const rest = reader.bytes(reader.remaining);
  if (digest !== bond(logUpTo(lastRow), rest)) {
    throw new DamagedBytesError('The saved model does not belong to this rating log.');
  }
  const learned = new ByteReader(rest);
  const answers = readAnswers(learned, network);
  const { sums } = emptyState(network);
  if (learned.varint() !== sums.length) throw new DamagedBytesError('The saved model is of another size.');
  for (let k = 0; k < sums.length; k++) sums[k] = learned.signed();
  const memory = decodeMemory(network.bank, learned.bytes(learned.remaining));
  return { model: new PersonalModel(network, { memory, sums }, answers), lastRow };
}

/** In the order of time, each time as the step from the one before. */
function writeAnswers(writer: ByteWriter, answers: ReadonlyMap<number, Held>): void {
  const inTime = [...answers].sort(([a, one], [b, other]) => one.time - other.time || a - b);
  writer.varint(inTime.length);
  let before = 0;
  for (const [item, { answer, time }] of inTime) {
    writer.varint(item);
    writer.byte(ANSWERS.indexOf(answer));
    writer.varint(time - before);
    before = time;
  }
}

const ANSWERS: readonly SeenAnswer[] = ['dislike', 'like', 'so-so'];

function readAnswers(reader: ByteReader, network: Network): Map<number, Held> {
  const answers = new Map<number, Held>();
  let time = 0;
  for (let left = reader.varint(); left > 0; left--) {
    const item = reader.varint();
    const answer = ANSWERS[reader.byte()];
    if (item >= network.bank.itemCount || !answer)
      throw new DamagedBytesError('The saved model names an unknown film or answer.');
    time += reader.varint();
    answers.set(item, { ...answerVerdict(network, item, answer), time });
  }
  return answers;
}

/** SHA-256 over a log and what was learned from it, in hexadecimal. */
function bond(log: string, learned: Uint8Array): string {
  const writer = new ByteWriter();
  writer.text(log);
  writer.bytes(learned);
  return sha256(writer.finish());
}
