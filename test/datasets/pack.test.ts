import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { packBundled } from '../../src/data/bundled/pack-bundled';
import { readBundledCsv } from '../../src/data/read/read-bundled-csv';
import { TINY_CSV } from '../fixtures/tiny-csv';

const root = fileURLToPath(new URL('../..', import.meta.url));
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'weightless-pack-'));
  for (const [name, text] of Object.entries(TINY_CSV)) writeFileSync(join(folder, `${name}.csv`), text);
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

const read = (file: string) => readFileSync(join(folder, 'out', file));

function pack(...options: string[]): { status: number | null; output: string } {
  const places = ['--data', folder, '--out', join(folder, 'out')];
  const script = join(root, 'datasets', 'pack.ts');
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', script, ...places, ...options],
    { cwd: root, encoding: 'utf8' },
  );
  return { status, output: stdout + stderr };
}

test('it writes the binaries and their checksums, and finds all up to date afterwards', () => {
  const written = pack();
  expect(written.output).toContain('5 ratings, 3 users, 4 movies');
  expect(written.status).toBe(0);
  const { films, ratings } = packBundled(readBundledCsv(TINY_CSV));
  expect(Buffer.compare(read('films.bin'), films)).toBe(0);
  expect(Buffer.compare(read('ratings.bin'), ratings)).toBe(0);
  expect(readFileSync(join(folder, 'packed.sha256'), 'utf8')).toMatch(
    /^[0-9a-f]{64} {2}out\/films\.bin\n[0-9a-f]{64} {2}out\/ratings\.bin\n$/,
  );
  const checked = pack('--check');
  expect(checked.output).toContain('films.bin is up to date');
  expect(checked.output).toContain('ratings.bin is up to date');
  expect(checked.status).toBe(0);
});

describe('the check fails', () => {
  test.each(['films.bin', 'ratings.bin'])('if there is no %s', (file) => {
    pack();
    rmSync(join(folder, 'out', file));
    const { status, output } = pack('--check');
    expect(output).toContain(`${file} is missing`);
    expect(status).toBe(1);
  });

  test('if the CSV files give another binary, and it leaves the one that is there alone', () => {
    pack();
    const before = read('ratings.bin');
    writeFileSync(join(folder, 'ratings.csv'), TINY_CSV.ratings.replace('4.0', '4.5'));
    const { status, output } = pack('--check');
    expect(output).toContain('ratings.bin is not what the CSV files give');
    expect(status).toBe(1);
    expect(Buffer.compare(read('ratings.bin'), before)).toBe(0);
  });

  test('if the checksums name another binary', () => {
    pack();
    const named = readFileSync(join(folder, 'packed.sha256'), 'utf8');
    writeFileSync(join(folder, 'packed.sha256'), named.replace(/^[0-9a-f]{64}/m, '0'.repeat(64)));
    const { status, output } = pack('--check');
    expect(output).toContain('packed.sha256 does not name the checksums');
    expect(status).toBe(1);
  });
});

test('CSV files that are not those of the checksums are refused', () => {
  copyFileSync(join(root, 'datasets', 'checksums.sha256'), join(folder, 'checksums.sha256'));
  const { status, output } = pack();
  expect(output).toContain('ratings.csv is not the file that checksums.sha256 names');
  expect(status).toBe(1);
});

test('a fault in a CSV file is told in one line', () => {
  writeFileSync(join(folder, 'ratings.csv'), TINY_CSV.ratings.replace('7,1,4.0', '7,3,4.0'));
  const { status, output } = pack();
  expect(output).toBe('ratings.csv, line 2: movieId 3 is not in movies.csv\n');
  expect(status).toBe(1);
});
