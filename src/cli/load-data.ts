import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Dataset } from '../data/dataset';
import { readBundledCsv } from '../data/read-bundled-csv';
import { unpackDataset } from '../data/unpack';
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
