import * as v from 'valibot';
import { readNibbles, readPlanes, writeNibbles, writePlanes } from '../data/columns';
import { ByteReader, ByteWriter, DamagedBytesError } from '../lib/bytes';
import { seal, unseal } from '../lib/envelope';
import { readDeflated, writeDeflated } from './deflated';
import type { PeoplePart } from './read-source';

const whole = v.pipe(v.number(), v.integer(), v.minValue(0));

/** What a part belongs to: parts are put together only where all of this but the index is equal. */
const identitySchema = v.object({
  /** Version of the code, and checksum of the films and of how many bytes of ratings there are. */
  code: v.string(),
  data: v.string(),
  films: whole,
  /** CRC-32 of the ratings file, of which every part has read the whole. */
  ratings: v.string(),
  /** People drawn at most, and what decides who. */
  most: whole,
  seed: whole,
  shard: v.object({ index: whole, count: whole }),
});

/** See `identitySchema`. */
export type PartIdentity = v.InferOutput<typeof identitySchema>;

/** Far more than any edition has: for greater numbers nothing is allocated. */
const [MOST_FILMS, MOST_RATINGS] = [1_000_000, 100_000_000];

const FORMAT = { magic: 'WLPP', version: 1, what: 'The part' };

/** Writes what one part of the people says. */
export function encodePart(identity: PartIdentity, { counts, people, sample }: PeoplePart): Uint8Array {
  const writer = new ByteWriter();
  writer.text(JSON.stringify(v.parse(identitySchema, identity)));
  writer.varint(people);
  writer.varint(sample.user.length);
  const columns = new ByteWriter();
  for (const column of [counts.ratings, counts.likes, counts.halfStars]) writePlanes(columns, column);
  for (const column of [sample.user, sample.item, sample.timestamp]) writePlanes(columns, column);
  writeNibbles(columns, sample.halfStars);
  writeDeflated(writer, columns.finish());
  return seal(FORMAT, writer.finish());
}

/** @throws DamagedBytesError, with a message for a person, if the bytes are damaged, cut short, newer or of another kind. */
export function decodePart(bytes: Uint8Array): { identity: PartIdentity; part: PeoplePart } {
  const reader = new ByteReader(unseal(FORMAT, bytes).payload);
  const { success, output: identity } = v.safeParse(identitySchema, parse(reader.text()));
  if (!success) throw new DamagedBytesError('The part is damaged: what it says of itself cannot be read.');
  const people = reader.varint();
  const drawn = reader.varint();
  const columns = new ByteReader(readDeflated(reader));
  if (identity.films > MOST_FILMS || drawn > MOST_RATINGS)
    throw new DamagedBytesError('The part is damaged: it says to hold more than there can be.');
  const column = (length: number) => readPlanes(columns, new Uint32Array(length));
  const { films } = identity;
  const counts = { ratings: column(films), likes: column(films), halfStars: column(films) };
  const sample = { user: column(drawn), item: column(drawn), timestamp: column(drawn) };
  return {
    identity,
    part: { counts, people, sample: { ...sample, halfStars: readNibbles(columns, drawn) } },
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
