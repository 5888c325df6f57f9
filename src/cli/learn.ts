// Makes a catalogue pack: npm run learn -- --data DIR --out FILE
import { writeFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { Command, CommanderError, InvalidArgumentError } from 'commander';
import { COMMAND_LINE } from '../data/read/caller';
import { RefusalError } from '../data/read/refusal';
import { EvaluationError } from '../evaluation/types';
import { DamagedBytesError } from '../lib/bytes';
import { crc32 } from '../lib/hash';
import { learnPack, usualLeastLikes, wholeOf, withoutObscure } from '../packs/learn-pack';
import { measurePack } from '../packs/measure-pack';
import { encodePack, PACK_NETWORKS, type PackManifest, type PackNetwork } from '../packs/pack-format';
import { decodePart, encodePart, type PartIdentity } from '../packs/part-format';
import {
  joinSource,
  type PeoplePart,
  readPeople,
  readSourceFilms,
  type SourceFilms,
} from '../packs/read-source';
import { codeVersion } from './code-version';
import { readBytes, reasonOf } from './files';
import { filesBelow } from './folder-files';
import { guardOutput } from './guard-output';
import { loadBundledData } from './load-data';
import { shardOf, wholeNumber } from './option-values';

/** What went wrong lies in the request or its data. */
const EXIT_BAD_INPUT = 2;
/** People drawn at most, unless told otherwise: learning takes time and memory in proportion. */
const USUAL_PEOPLE = 3000;

/** What the command line asked for. */
interface LearnOptions {
  data: string;
  out: string;
  seed: number;
  people: number;
  leastLikes?: number;
  networks: PackNetwork[];
  /** Left out by --no-ratings and --no-measure. */
  ratings: boolean;
  measure: boolean;
  shard?: { index: number; count: number };
  merge?: string[];
}

function createCommand(): Command {
  return new Command('learn')
    .description(
      'Learns a catalogue of films from a MovieLens folder and writes it as a pack: docs/learn.md.',
    )
    .requiredOption('--data <path>', 'a MovieLens folder or zip file')
    .requiredOption('--out <file>', 'the pack to write; with --shard, the part')
    .option('--seed <number>', 'decides everything random', wholeNumber(0), 1)
    .option('--people <number>', 'people drawn, from whose ratings is learned', wholeNumber(20), USUAL_PEOPLE)
    .option('--least-likes <number>', 'leave out films with fewer likes', wholeNumber(0))
    .option('--networks <names>', 'hybrid, wnn or both', networksOf, [...PACK_NETWORKS])
    .option('--no-ratings', 'leave the ratings out of the pack')
    .option('--no-measure', 'do not measure on people held out, which takes as long as learning')
    .option('--shard <i/n>', 'count and draw part i of n of the people, for --merge', shardOf)
    .option('--merge <files...>', 'put parts together and learn');
}

function networksOf(text: string): PackNetwork[] {
  const names = text.split(',').map((name) => name.trim());
  const known = PACK_NETWORKS.filter((name) => names.includes(name));
  if (known.length === 0 || known.length !== new Set(names).size)
    throw new InvalidArgumentError(`It should be ${PACK_NETWORKS.join(', ')} or both with a comma between.`);
  return known;
}

/** @returns null where help was asked for. @throws EvaluationError with one message for a person */
function readOptions(args: string[]): LearnOptions | null {
  const command = createCommand()
    .exitOverride()
    .configureOutput({ writeErr: () => {} });
  try {
    command.parse(args, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return null;
    throw new EvaluationError(error.message.replace(/^error: /, '').replace(/\s*\n\s*/g, ' '));
  }
  const options = command.opts<LearnOptions>();
  if (options.shard && options.merge) throw new EvaluationError('--shard does not go with --merge');
  return options;
}

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  if (!options) return;
  const tell = createTeller();
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
          tell: (share) => tell('Reading the ratings', share),
        }),
      ];
  if (shard) {
    write(options.out, encodePart(identity, parts[0]));
    return say(`Part ${shard.index} of ${shard.count}: ${parts[0].people.toLocaleString('en')} people.`);
  }
  await learn(joinSource(films, parts, { most, seed }), options, tell);
}

async function learn(
  source: ReturnType<typeof joinSource>,
  options: LearnOptions,
  tell: (doing: string, share: number) => void,
): Promise<void> {
  const { seed, networks, ratings } = options;
  const leastLikes = options.leastLikes ?? usualLeastLikes(source.catalogue.count);
  const kept = withoutObscure(source, leastLikes);
  if (kept.sample.userCount < 20)
    throw new EvaluationError(
      `Only ${kept.sample.userCount} people have two ratings or more: too few to learn from.`,
    );
  let accuracy: PackManifest['accuracy'] = null;
  if (options.measure) {
    tell('Measuring on people held out', 0);
    accuracy = await measurePack({ catalogue: kept.catalogue, ratings: kept.sample }, networks[0], seed, () =>
      performance.now(),
    );
  }
  const settings = { seed, leastLikes, networks, withRatings: ratings };
  const pack = learnPack(kept, settings, wholeOf(source), accuracy, tell);
  const bytes = encodePack(pack);
  write(options.out, bytes);
  process.stdout.write(`${JSON.stringify({ ...pack.manifest, licence: undefined, bytes: bytes.length })}\n`);
  if (pack.manifest.isPrivate)
    say('The terms of these data do not allow to pass the pack on. It is marked so.');
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

function write(file: string, bytes: Uint8Array): void {
  try {
    writeFileSync(file, bytes);
  } catch (error) {
    throw new EvaluationError(`${file} cannot be written: ${reasonOf(error)}`);
  }
}

function say(text: string): void {
  console.error(`learn: ${text}`);
}

/** Tells on a terminal what is being done; elsewhere nothing. */
function createTeller(): (doing: string, share: number) => void {
  if (!process.stderr.isTTY) return () => {};
  return (doing, share) =>
    process.stderr.write(`\r${String(Math.floor(100 * share)).padStart(3)} %  ${doing}\x1b[K`);
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
