// Makes a catalogue pack: npm run learn -- --data DIR --out FILE
import { basename, resolve } from 'node:path';
import { COMMAND_LINE } from '../data/read/caller';
import { RefusalError } from '../data/read/refusal';
import { EvaluationError } from '../evaluation/types';
import { DamagedBytesError } from '../lib/bytes';
import { learnPack, type PackSource, usualLeastLikes, wholeOf, withoutObscure } from '../packs/learn-pack';
import type { Accuracy, MeasureRequest } from '../packs/measure-pack';
import { encodePack } from '../packs/pack-format';
import { encodePart } from '../packs/part-format';
import { joinSource, readPeople, readSourceFilms } from '../packs/read-source';
import { filesBelow } from './folder-files';
import { guardOutput } from './guard-output';
import { type LearnOptions, readLearnOptions } from './learn/options';
import { readParts, runIdentity, withChecksum } from './learn/parts';
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
  const run = runIdentity(films, options);
  const tell = (share: number) => teller.tell('Reading the ratings', share);
  if (shard) {
    const { films: summed, checksum } = withChecksum(films);
    const part = await readPeople(summed, { most, seed, shard, tell });
    writeWhole(options.out, encodePart({ ...run, ratings: checksum(), shard }, part));
    return say(`Part ${shard.index} of ${shard.count}: ${part.people.toLocaleString('en')} people.`);
  }
  const parts = options.merge
    ? readParts(options.merge, run)
    : [await readPeople(films, { most, seed, tell })];
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
      `Too few people to learn from have two ratings or more: ${kept.sample.userCount} of at least 20.`,
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
