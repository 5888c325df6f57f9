/**
 * Turns the CSV files of this folder into the one binary that the app loads: `npx tsx datasets/pack.ts`.
 *
 * Writes `public/data/movielens.bin` and its SHA-256 (`packed.sha256`, as sha256sum writes it), and prints the sizes.
 * With `--check` it writes nothing and exits with 1 if the committed binary is not what the CSV files give.
 * `--data DIR` and `--out FILE` take other places. The CSV files are first held against `checksums.sha256`.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { packDataset } from '../src/data/pack';
import { readBundledCsv } from '../src/data/read/read-bundled-csv';
import { unpackDataset } from '../src/data/unpack';

/** What the app may load at most, compressed: ratings and movies together. */
const MAX_GZIP_BYTES = 1_200_000;

const CSV_FILES = ['ratings.csv', 'movies.csv', 'published.csv'] as const;

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

function buildBinary(folder: string): Uint8Array {
  const checksums = readChecksums(join(folder, 'checksums.sha256'));
  const files = CSV_FILES.map((name) => readVerified(folder, name, checksums));
  const [ratings, movies, published] = files.map((bytes) => bytes.toString('utf8'));
  const bytes = packDataset(readBundledCsv({ ratings, movies, published }));
  const unpacked = unpackDataset(bytes);
  const csvBytes = files.reduce((sum, file) => sum + file.length, 0);
  const gzipBytes = gzipSync(bytes, { level: 9 }).length;
  console.log(
    `${unpacked.ratings.count} ratings, ${unpacked.ratings.userCount} users, ${unpacked.catalogue.count} movies`,
  );
  console.log(`CSV ${csvBytes} bytes, binary ${bytes.length} bytes, gzip ${gzipBytes} bytes`);
  console.log(`CRC-32 ${unpacked.checksum.toString(16).padStart(8, '0')}, SHA-256 ${sha256(bytes)}`);
  if (gzipBytes > MAX_GZIP_BYTES) throw new Error(`The binary is larger than ${MAX_GZIP_BYTES} bytes.`);
  return bytes;
}

function checkBinary(bytes: Uint8Array, checksumLine: string, out: string, checksumPath: string): void {
  const advice = 'Run "npx tsx datasets/pack.ts" and commit what it writes.';
  if (!existsSync(out)) throw new Error(`${out} is missing. ${advice}`);
  if (sha256(readFileSync(out)) !== sha256(bytes)) {
    throw new Error(`${out} is not what the CSV files give. ${advice}`);
  }
  if (!existsSync(checksumPath) || readFileSync(checksumPath, 'utf8') !== checksumLine) {
    throw new Error(`${checksumPath} does not name the checksum of ${out}. ${advice}`);
  }
  console.log(`${out} is up to date.`);
}

function main(): void {
  const { values } = parseArgs({
    options: {
      check: { type: 'boolean', default: false },
      data: { type: 'string', default: here },
      out: { type: 'string', default: join(here, '..', 'public', 'data', 'movielens.bin') },
    },
  });
  const { check, data, out } = values;
  const bytes = buildBinary(data);
  const checksumPath = join(data, 'packed.sha256');
  const checksumLine = `${sha256(bytes)}  ${relative(data, out).replaceAll('\\', '/')}\n`;
  if (check) {
    checkBinary(bytes, checksumLine, out, checksumPath);
    return;
  }
  mkdirSync(dirname(out), { recursive: true });
  writeFileSync(out, bytes);
  writeFileSync(checksumPath, checksumLine);
  console.log(`Wrote ${out}.`);
}

try {
  main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
