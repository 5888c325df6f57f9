import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Dataset } from '../data/dataset';
import { COMMAND_LINE } from '../data/read/caller';
import { readFolder } from '../data/read/folder/read-folder';
import { readBundledCsv } from '../data/read/read-bundled-csv';
import type { MovieLensDataset } from '../data/read/read-movielens';
import { unpackDataset } from '../data/unpack';
import { ROOT, readBytes } from './files';
import { filesBelow } from './folder-files';

/** The bundled data: the binary the app loads, or, before it has been packed, the files it is packed from. */
export function loadBundledData(): Dataset {
  const binary = join(ROOT, 'public', 'data', 'movielens.bin');
  if (existsSync(binary)) return unpackDataset(readFileSync(binary));
  const text = (name: string) => new TextDecoder().decode(readBytes(join(ROOT, 'datasets', name)));
  return readBundledCsv({
    ratings: text('ratings.csv'),
    movies: text('movies.csv'),
    published: text('published.csv'),
  });
}

/**
 * A MovieLens folder or zip file: `ratings.csv` and `movies.csv` with optional `links.csv` and `tags.csv`, or `ratings.dat`
 * and `movies.dat`; in either, who the people are in `users.dat` or `u.user`. Chosen and read as the app does it. Films that
 * the bundled data know get their facts from there.
 * @throws EvaluationError or RefusalError where a file is missing or not as it should be.
 */
export async function loadMovieLensFolder(
  folder: string,
  { skipSingleRatings }: { skipSingleRatings: boolean },
): Promise<MovieLensDataset> {
  const { dataset } = await readFolder(filesBelow(folder), {
    ...{ caller: COMMAND_LINE, skipSingleRatings },
    known: async () => loadBundledData().catalogue,
  });
  return dataset;
}
