// Makes a catalogue pack: npm run learn -- --data DIR --out FILE
import { basename, resolve } from 'node:path';
import { COMMAND_LINE } from '../data/read/caller';
import { RefusalError } from '../data/read/refusal';
import { EvaluationError } from '../evaluation/types';
import { DamagedBytesError } from '../lib/bytes';
import { crc32 } from '../lib/hash';
import { learnPack, type PackSource, usualLeastLikes, wholeOf, withoutObscure } from '../packs/learn-pack';
import type { Accuracy, MeasureRequest } from '../packs/measure-pack';
import { encodePack } from '../packs/pack-format';
import { decodePart, encodePart, type PartIdentity } from '../packs/part-format';
import {
  joinSource,
  type PeoplePart,
  readPeople,
  readSourceFilms,
  type SourceFilms,
} from '../packs/read-source';
import { codeVersion } from './code-version';
import { readBytes } from './files';
import { filesBelow } from './folder-files';
import { guardOutput } from './guard-output';
import { type LearnOptions, readLearnOptions } from './learn/options';
import { createTeller } from './learn/progress';
import { startMeasuring } from './learn/start-measuring';
import { loadBundledData } from './load-data';
import { refuseUnwritable, writeWhole } from './write-file';

/** What went wrong lies in the request or its data. */
const EXIT_BAD_INPUT = 2;
const teller = createTeller(process.stderr, () => performance.now());

async function main(): Promise<void> {
  const options = readLearnOptions(process.argv.slice(2));
  if (!options) return;
  refuseUnwritable(options.out);
  const read = await readSourceFilms(filesBelow(options.data), {
    caller: COMMAND_LINE,
    known: async () => loadBundledData().catalogue,
  });
  const films = { ...read, name: basename(resolve(options.data)) };
  for (const notice of films.notices) say(notice);
  const { people: most, seed, shard } = options;
  const identity: PartIdentity = {
    code: codeVersion(),
    data: dataChecksum(films),
    films: films.catalogue.count,
    ...{ most, seed, shard: shard ?? { index: 1, count: 1 } },
  };
  const parts = options.merge
    ? readParts(options.merge, identity)
    : [
        await readPeople(films, {
          ...{ most, seed, shard },
          tell: (share) => teller.tell('Reading the ratings', share),
        }),
      ];
  if (shard) {
    writeWhole(options.out, encodePart(identity, parts[0]));
    return say(`Part ${shard.index} of ${shard.count}: ${parts[0].people.toLocaleString('en')} people.`);
  }
  await learn(joinSource(films, parts, { most, seed }), options);
}

async function learn(source: PackSource, options: LearnOptions): Promise<void> {
  const { seed, networks, ratings } = options;
  const leastLikes = options.leastLikes ?? usualLeastLikes(source.catalogue.count);
  const kept = withoutObscure(source, leastLikes);
  const left = source.catalogue.count - kept.catalogue.count;
  if (left > 0) say(leftOut(left, source.catalogue.count, leastLikes));
  if (kept.sample.userCount < 20)
    throw new EvaluationError(
      `Only ${kept.sample.userCount} people have two ratings or more: too few to learn from.`,
    );
  const settings = { seed, leastLikes, networks, withRatings: ratings };
  const { learned, accuracy } = await measuredBeside(kept, options, () =>
    learnPack(kept, settings, wholeOf(source), null, teller.tell),
  );
  const pack = { ...learned, manifest: { ...learned.manifest, accuracy } };
  const bytes = encodePack(pack);
  writeWhole(options.out, bytes);
  teller.clear();
  process.stdout.write(`${JSON.stringify({ ...pack.manifest, licence: undefined, bytes: bytes.length })}\n`);
  if (pack.manifest.isPrivate)
    say('The terms of these data do not allow to pass the pack on. It is marked so.');
}

/** Learns, and measures meanwhile, before, or not at all. */
async function measuredBeside<T>(
  kept: PackSource,
  options: LearnOptions,
  learnIt: () => T,
): Promise<{ learned: T; accuracy: Accuracy | null }> {
  if (!options.measure) return { learned: learnIt(), accuracy: null };
  const measuring = await startMeasuring(measureRequest(kept, options));
  try {
    if (options.jobs === 1) {
      teller.tell('Measuring on people held out', 0);
      await measuring.accuracy;
    }
    const learned = learnIt();
    teller.tell('Measuring on people held out', 1);
    return { learned, accuracy: await measuring.accuracy };
  } finally {
    measuring.stop();
  }
}

function leftOut(left: number, films: number, leastLikes: number): string {
  const [some, all] = [left.toLocaleString('en'), films.toLocaleString('en')];
  const likes = leastLikes === 1 ? 'no like' : `fewer than ${leastLikes} likes`;
  return `${some} of ${all} films have ${likes} (4 stars or more) and are left out; --least-likes sets that.`;
}

function measureRequest({ catalogue, sample }: PackSource, { networks, seed }: LearnOptions): MeasureRequest {
  return { dataset: { catalogue, ratings: sample }, network: networks[0], seed };
}

/** Tells apart data that are read: the films as they stand, and how long the ratings are. */
function dataChecksum({ catalogue, chosen }: SourceFilms): string {
  const text = JSON.stringify([catalogue.title, [...catalogue.movieId], chosen.choice.ratings.size]);
  return crc32(new TextEncoder().encode(text)).toString(16).padStart(8, '0');
}

/** @throws EvaluationError where parts are of other data, options or code, twice there, or missing */
function readParts(files: readonly string[], wanted: PartIdentity): PeoplePart[] {
  const parts = new Map<number, PeoplePart>();
  let count: number | null = null;
  for (const file of files) {
    const { identity, part } = named(file, () => decodePart(readBytes(file)));
    const { index, count: of } = identity.shard;
    count ??= of;
    const expected = { ...wanted, shard: { index, count } };
    if (JSON.stringify(expected) !== JSON.stringify(identity))
      throw new EvaluationError(`${file}: this part belongs to another run: other options, data or code.`);
    // A scheduler may run a shard twice; the same people do no harm.
    parts.set(index, part);
  }
  const missing = (count ?? 0) - parts.size;
  if (missing > 0)
    throw new EvaluationError(`${missing} of ${count} parts are missing: not all shards are here.`);
  return [...parts].sort(([a], [b]) => a - b).map(([, part]) => part);
}

function named<T>(file: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof DamagedBytesError) throw new EvaluationError(`${file}: ${error.message}`);
    throw error;
  }
}

function say(text: string): void {
  teller.clear();
  console.error(`learn: ${text}`);
}

guardOutput(process.stdout, (code, sentence) => {
  if (sentence !== null) say(sentence);
  process.exit(code);
});
process.stderr.on('error', () => {});

try {
  await main();
} catch (error) {
  const expected = [EvaluationError, RefusalError, DamagedBytesError, RangeError].some(
    (kind) => error instanceof kind,
  );
  if (!expected) throw error;
  say((error as Error).message);
  process.exitCode = EXIT_BAD_INPUT;
}
