import { zipSync } from 'fflate';
import type { Catalogue } from '../../src/data/catalogue';
import { type Caller, COMMAND_LINE, SCREEN } from '../../src/data/read/caller';
import { readFolder } from '../../src/data/read/folder/read-folder';
import { readMovieLens } from '../../src/data/read/read-movielens';
import { RefusalError } from '../../src/data/read/refusal';
import { findFault } from '../../src/data/validate-dataset';
import type { Random } from '../../src/lib/random';
import { asFolder, type Files, fixture } from '../fixtures/brought';
import { isPrintable, MUTATIONS, pick } from './damaged-bytes';
import { type Findings, type FuzzOptions, tryMutations } from './try-mutations';

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
 */
export async function fuzzFiles(options: FuzzOptions): Promise<Findings> {
  const folders = [fixture('00-plain'), fixture('01-plain-dat')];
  const [csv] = folders;
  const known = readMovieLens({
    style: 'csv',
    ratings: csv['ratings.csv'],
    movies: csv['movies.csv'],
  }).catalogue;
  const worlds = folders.map(kindsOf);
  const kinds = Object.keys(worlds[0]);
  return tryMutations(
    options,
    (n) => kinds[n % kinds.length],
    (kind, random) => {
      const files = worlds[random.integer(4) === 0 ? 1 : 0][kind](random);
      const caller = random.integer(2) === 0 ? SCREEN : COMMAND_LINE;
      return outcomeOf(files, caller, known);
    },
  );
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
