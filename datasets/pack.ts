/**
 * Turns the CSV files of this folder into the two binaries that the app loads: `npx tsx datasets/pack.ts`.
 *
 * Writes `films.bin` and `ratings.bin` in `public/data` and their SHA-256 (`packed.sha256`, as sha256sum writes it), and
 * prints the sizes.
 * With `--check` it writes nothing and exits with 1 if a committed binary is not what the CSV files give.
 * `--data DIR` and `--out DIR` take other places. The CSV files are first held against `checksums.sha256`.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { packBundled } from '../src/data/bundled/pack-bundled';
import { unpackBundled } from '../src/data/bundled/unpack-bundled';
import type { BundledFiles } from '../src/data/dataset';
import { readBundledCsv } from '../src/data/read/read-bundled-csv';

/** What the app may load at most, compressed: films and ratings together. */
const MAX_GZIP_BYTES = 1_200_000;

const CSV_FILES = ['ratings.csv', 'movies.csv', 'published.csv'] as const;

const ADVICE = 'Run "npx tsx datasets/pack.ts" and commit what it writes.';

const here = dirname(fileURLToPath(import.meta.url));

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Reads one file, and refuses it if the folder's checksums say that it has changed. */
function readVerified(folder: string, name: string, checksums: Map<string, string>): Buffer {
  const path = join(folder, name);
  if (!existsSync(path)) throw new Error(`${path} is missing.`);
  const bytes = readFileSync(path);
  const expected = checksums.get(name);
  if (expected !== undefined && expected !== sha256(bytes)) {
    throw new Error(`${path} is not the file that checksums.sha256 names.`);
  }
  return bytes;
}

/** Lines of "digest  name"; none if there is no such file. */
function readChecksums(path: string): Map<string, string> {
  if (!existsSync(path)) return new Map();
  const lines = readFileSync(path, 'utf8').trim().split('\n');
  return new Map(lines.map((line) => [line.slice(66), line.slice(0, 64)]));
}

function buildBinaries(folder: string): BundledFiles<Uint8Array> {
  const checksums = readChecksums(join(folder, 'checksums.sha256'));
  const files = CSV_FILES.map((name) => readVerified(folder, name, checksums));
  const [ratings, movies, published] = files.map((bytes) => bytes.toString('utf8'));
  const binaries = packBundled(readBundledCsv({ ratings, movies, published }));
  const unpacked = unpackBundled(binaries);
  const csvBytes = files.reduce((sum, file) => sum + file.length, 0);
  console.log(
    `${unpacked.ratings.count} ratings, ${unpacked.ratings.userCount} users, ${unpacked.catalogue.count} movies`,
  );
  console.log(`CSV ${csvBytes} bytes, CRC-32 ${unpacked.checksum.toString(16).padStart(8, '0')}`);
  let gzipBytes = 0;
  for (const [name, bytes] of Object.entries(binaries)) {
    const compressed = gzipSync(bytes, { level: 9 }).length;
    console.log(`${name}.bin: ${bytes.length} bytes, gzip ${compressed} bytes, SHA-256 ${sha256(bytes)}`);
    gzipBytes += compressed;
  }
  if (gzipBytes > MAX_GZIP_BYTES) throw new Error(`The binaries are larger than ${MAX_GZIP_BYTES} bytes.`);
  return binaries;
}

function checkBinary(bytes: Uint8Array, file: string): void {
  if (!existsSync(file)) throw new Error(`${file} is missing. ${ADVICE}`);
  if (sha256(readFileSync(file)) !== sha256(bytes)) {
    throw new Error(`${file} is not what the CSV files give. ${ADVICE}`);
  }
  console.log(`${file} is up to date.`);
}

function main(): void {
  const { values } = parseArgs({
    options: {
      check: { type: 'boolean', default: false },
      data: { type: 'string', default: here },
      out: { type: 'string', default: join(here, '..', 'public', 'data') },
    },
  });
  const { check, data, out } = values;
  const binaries = Object.entries(buildBinaries(data)).map(([name, bytes]) => ({
    file: join(out, `${name}.bin`),
    bytes,
  }));
  const checksumPath = join(data, 'packed.sha256');
  const checksums = binaries
    .map(({ file, bytes }) => `${sha256(bytes)}  ${relative(data, file).replaceAll('\\', '/')}\n`)
    .join('');
  if (check) {
    for (const { file, bytes } of binaries) checkBinary(bytes, file);
    if (!existsSync(checksumPath) || readFileSync(checksumPath, 'utf8') !== checksums) {
      throw new Error(`${checksumPath} does not name the checksums of what is in ${out}. ${ADVICE}`);
    }
    return;
  }
  mkdirSync(out, { recursive: true });
  for (const { file, bytes } of binaries) {
    writeFileSync(file, bytes);
    console.log(`Wrote ${file}.`);
  }
  writeFileSync(checksumPath, checksums);
}

try {
  main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
