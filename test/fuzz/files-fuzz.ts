import { zipSync } from 'fflate';
import type { Catalogue } from '../../src/data/catalogue';
import { type Caller, COMMAND_LINE, SCREEN } from '../../src/data/read/caller';
import { readFolder } from '../../src/data/read/folder/read-folder';
import { readMovieLens } from '../../src/data/read/read-movielens';
import { RefusalError } from '../../src/data/read/refusal';
import { findFault } from '../../src/data/validate-dataset';
import { createRandom, deriveSeed, type Random } from '../../src/lib/random';
import { asFolder, type Files, fixture } from '../fixtures/brought';
import { isPrintable, MUTATIONS, pick } from './damaged-bytes';

/** Longest that a file may take to be read or refused, in milliseconds. */
const LONGEST_MS = 2000;
const NAMES = [
  'ratings.csv',
  'movies.csv',
  'links.csv',
  'tags.csv',
  'Ratings.csv',
  'ratings.dat',
  'a/ratings.csv',
  'x.zip',
  '__proto__',
  '../movies.csv',
];

/** How often each kind of mutation was tried and taken, and what did not hold. */
export interface FileFindings {
  figures: Map<string, { tried: number; taken: number; longestMs: number }>;
  violations: string[];
}

/** What each kind of mutation does to the files of a folder; a zip file is one of a folder by itself. */
function kindsOf(folder: Files): Record<string, (random: Random) => Files> {
  const zip = zipSync(folder, { level: 6 });
  const kinds: Record<string, (random: Random) => Files> = {
    renamed(random) {
      const entries = Object.entries(folder);
      entries[random.integer(entries.length)][0] = pick(random, NAMES);
      return Object.fromEntries(entries);
    },
  };
  for (const [name, mutate] of Object.entries(MUTATIONS)) {
    const damaged = (random: Random): Files => {
      const file = pick(random, Object.keys(folder));
      return { ...folder, [file]: mutate(random, folder[file]) };
    };
    kinds[`file ${name}`] = damaged;
    kinds[`zipped file ${name}`] = (random) => ({ 'ml.zip': zipSync(damaged(random), { level: 1 }) });
    kinds[`zip ${name}`] = (random) => ({ 'ml.zip': mutate(random, zip) });
  }
  return kinds;
}

/**
 * Damages the files of a small data set, one seeded mutation at a time, reads them as the app and the command line do, and looks
 * whether they are taken with every rule of the types kept, or refused by a RefusalError in printable text, in two seconds.
 * @param tell is called with each violation when it is found.
 */
export async function fuzzFiles({
  from,
  count,
  seed,
  tell = () => {},
}: {
  from: number;
  count: number;
  seed: number;
  tell?(violation: string): void;
}): Promise<FileFindings> {
  const folders = [fixture('00-plain'), fixture('01-plain-dat')];
  const [csv] = folders;
  const known = readMovieLens({
    style: 'csv',
    ratings: csv['ratings.csv'],
    movies: csv['movies.csv'],
  }).catalogue;
  const worlds = folders.map(kindsOf);
  const kinds = Object.keys(worlds[0]);
  const findings: FileFindings = { figures: new Map(), violations: [] };
  for (let n = from; n < from + count; n++) {
    const random = createRandom(deriveSeed(seed, n));
    const kind = kinds[n % kinds.length];
    const files = worlds[random.integer(4) === 0 ? 1 : 0][kind](random);
    const caller = random.integer(2) === 0 ? SCREEN : COMMAND_LINE;
    const begun = performance.now();
    const outcome = await outcomeOf(files, caller, known);
    const took = performance.now() - begun;
    const figures = findings.figures.get(kind) ?? { tried: 0, taken: 0, longestMs: 0 };
    findings.figures.set(kind, figures);
    figures.tried++;
    if (outcome === 'taken') figures.taken++;
    figures.longestMs = Math.max(figures.longestMs, took);
    const wrong = outcome.startsWith('wrong')
      ? outcome
      : took > LONGEST_MS
        ? `took ${Math.round(took)} ms`
        : null;
    if (wrong === null) continue;
    findings.violations.push(`${n} (${kind}): ${wrong}`);
    tell(`${n} (${kind}): ${wrong}`);
  }
  return findings;
}

/** "taken", "refused", or "wrong: ..." with what did not hold. */
async function outcomeOf(files: Files, caller: Caller, known: Catalogue): Promise<string> {
  try {
    const { dataset } = await readFolder(asFolder(files, ''), {
      ...{ caller, skipSingleRatings: true },
      known: async () => known,
    });
    const fault = findFault(dataset) ?? dataset.notices.find((notice) => !isPrintable(notice));
    return fault === null || fault === undefined ? 'taken' : `wrong: ${fault}`;
  } catch (error) {
    if (!(error instanceof RefusalError)) return `wrong: ${error}`;
    return isPrintable(error.message) ? 'refused' : `wrong: unprintable ${JSON.stringify(error.message)}`;
  }
}
