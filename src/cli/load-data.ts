import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Dataset } from '../data/dataset';
import { readBundledCsv } from '../data/read/read-bundled-csv';
import { readMovieLens } from '../data/read/read-movielens';
import { readPeople } from '../data/read/read-people';
import { unpackDataset } from '../data/unpack';
import { EvaluationError } from '../evaluation/types';
import { ROOT, readBytes } from './files';

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
 * A MovieLens folder: `ratings.csv` and `movies.csv` with optional `links.csv` and `tags.csv`, or `ratings.dat` and
 * `movies.dat`; in either, who the people are in `users.dat` or `u.user`. Films that the bundled data know get their facts from there.
 * @throws EvaluationError or CsvError where a file is missing or not as it should be.
 */
export function loadMovieLensFolder(folder: string, options: { skipSingleRatings: boolean }): Dataset {
  if (!existsSync(folder)) throw new EvaluationError(`${folder}: there is no such folder.`);
  const has = (name: string) => existsSync(join(folder, name));
  const style = !has('ratings.csv') && has('ratings.dat') ? 'dat' : 'csv';
  for (const name of [`ratings.${style}`, `movies.${style}`]) {
    if (!has(name)) {
      throw new EvaluationError(
        `${join(folder, name)} is missing: a MovieLens folder has ratings.csv and movies.csv, or .dat files.`,
      );
    }
  }
  const optional = (name: string) =>
    style === 'csv' && has(name) ? readBytes(join(folder, name)) : undefined;
  const who = ['users.dat', 'u.user'].find(has);
  const dataset = readMovieLens(
    {
      style,
      ratings: readBytes(join(folder, `ratings.${style}`)),
      movies: readBytes(join(folder, `movies.${style}`)),
      links: optional('links.csv'),
      tags: optional('tags.csv'),
    },
    { ...options, known: loadBundledData().catalogue },
  );
  if (!who) return dataset;
  return { ...dataset, people: readPeople(new TextDecoder('latin1').decode(readBytes(join(folder, who)))) };
}
