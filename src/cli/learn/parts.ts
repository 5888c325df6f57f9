import type { FolderFile } from '../../data/read/folder/folder-file';
import { EvaluationError } from '../../evaluation/types';
import { DamagedBytesError } from '../../lib/bytes';
import { crc32 } from '../../lib/hash';
import { decodePart, type PartIdentity } from '../../packs/part-format';
import type { PeoplePart, SourceFilms } from '../../packs/read-source';
import { codeVersion } from '../code-version';
import { readBytes } from '../files';
import type { LearnOptions } from './options';

/** What all parts of a run have in common before the ratings are read. */
export type RunIdentity = Omit<PartIdentity, 'shard' | 'ratings'>;

/** Tells apart runs whose parts must not be put together. */
export function runIdentity(films: SourceFilms, { people, seed }: LearnOptions): RunIdentity {
  return {
    code: codeVersion(),
    data: dataChecksum(films),
    films: films.catalogue.count,
    ...{ most: people, seed },
  };
}

/** Tells apart data before they are read: the films as they stand, and how long the ratings are. */
function dataChecksum({ catalogue, chosen }: SourceFilms): string {
  const text = JSON.stringify([catalogue.title, [...catalogue.movieId], chosen.choice.ratings.size]);
  return hexadecimal(crc32(new TextEncoder().encode(text)));
}

/** The same films, and the checksum of their ratings file as far as it has been read, 8 hexadecimal digits. */
export function withChecksum(films: SourceFilms): { films: SourceFilms; checksum(): string } {
  let sum = 0;
  const { choice } = films.chosen;
  const { ratings } = choice;
  const file: FolderFile = {
    ...ratings,
    async *stream() {
      for await (const piece of ratings.stream?.() ?? [await ratings.read()]) {
        sum = crc32(piece, sum);
        yield piece;
      }
    },
  };
  return {
    films: { ...films, chosen: { ...films.chosen, choice: { ...choice, ratings: file } } },
    checksum: () => hexadecimal(sum),
  };
}

function hexadecimal(sum: number): string {
  return sum.toString(16).padStart(8, '0');
}

/** @throws EvaluationError where parts are damaged, of other data, options or code, or missing */
export function readParts(files: readonly string[], run: RunIdentity): PeoplePart[] {
  const parts = new Map<number, PeoplePart>();
  let first: PartIdentity | null = null;
  for (const file of files) {
    const { identity, part } = decodeFile(file);
    first ??= identity;
    const { ratings, shard } = first;
    const expected: PartIdentity = { ...run, ratings, shard: { ...identity.shard, count: shard.count } };
    const other = (Object.keys(expected) as (keyof PartIdentity)[]).find(
      (field) => JSON.stringify(expected[field]) !== JSON.stringify(identity[field]),
    );
    if (other) throw new EvaluationError(`${file}: this part belongs to another run: ${OTHER[other]}.`);
    // A scheduler may run a shard twice; the same people do no harm.
    parts.set(identity.shard.index, part);
  }
  const count = first?.shard.count ?? 0;
  const missing = Array.from({ length: count }, (_, i) => i + 1).filter((index) => !parts.has(index));
  if (missing.length > 0) {
    const which = missing.slice(0, 5).join(', ') + (missing.length > 5 ? ' and others' : '');
    throw new EvaluationError(`${missing.length} of ${count} parts are missing: ${which}.`);
  }
  return [...parts].sort(([a], [b]) => a - b).map(([, part]) => part);
}

/** In what a part differs from the run that it is to be put into. */
const OTHER: Record<keyof PartIdentity, string> = {
  code: 'it was made by other code',
  data: 'it is of other data',
  films: 'it is of other data',
  ratings: 'its ratings are not those of the first part',
  most: 'it was made with another --people',
  seed: 'it was made with another --seed',
  shard: 'it is one of another number of parts',
};

function decodeFile(file: string): ReturnType<typeof decodePart> {
  try {
    return decodePart(readBytes(file));
  } catch (error) {
    if (error instanceof DamagedBytesError) throw new EvaluationError(`${file}: ${error.message}`);
    throw error;
  }
}
