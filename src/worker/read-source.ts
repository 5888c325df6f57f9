import { unzipSync } from 'fflate';
import type { Dataset } from '../data/dataset';
import { readMovieLens } from '../data/read/read-movielens';
import { unpackDataset } from '../data/unpack';
import { datasetChecksum } from '../evaluation/checksum';
import { EvaluationError } from '../evaluation/types';
import type { DataFacts, DataSource, Stage } from './contract';

/** Ratings files above this are refused: ML-1M has 25 MB, and a browser's tab is no place for ten times that. */
const MAX_RATINGS_BYTES = 80_000_000;
const MAX_ZIP_BYTES = 60_000_000;
/** The files of a MovieLens folder that are read; everything else in it is passed over. */
const WANTED = /(?:^|\/)((?:ratings|movies)\.(?:csv|dat)|(?:links|tags)\.csv)$/;

/** A data set that has been read, and what the page is told of it. */
export interface OpenedData {
  dataset: Dataset;
  facts: DataFacts;
}

/** As the global fetch. */
export type Fetch = (url: string) => Promise<Response>;

/**
 * Reads a data set from wherever it is.
 * @throws EvaluationError, CsvError or DamagedBytesError, with a message for a person.
 */
export async function readSource(
  source: DataSource,
  fetch: Fetch,
  onStage: (stage: Stage) => void,
): Promise<OpenedData> {
  if (source.kind === 'bundled') {
    onStage({ doing: 'Reading the bundled ratings', share: 0.2 });
    const dataset = await readBundled(source.url, fetch);
    return { dataset, facts: factsOf('MovieLens latest-small (bundled)', dataset, null) };
  }
  const { files, skipSingleRatings } = source;
  onStage({ doing: 'Opening the files', share: 0.05 });
  const { name, contents } = await openFiles(files);
  const style = contents.has('ratings.csv') ? 'csv' : 'dat';
  const ratings = contents.get(`ratings.${style}`);
  const movies = contents.get(`movies.${style}`);
  if (!ratings || !movies) {
    const found = [...contents.keys()].join(', ') || 'none of them';
    throw new EvaluationError(
      `A MovieLens folder has ratings.csv and movies.csv (or ratings.dat and movies.dat); here is ${found}.`,
    );
  }
  if (ratings.length > MAX_RATINGS_BYTES) {
    throw new EvaluationError(
      `ratings.${style} has ${Math.round(ratings.length / 1e6)} MB. A tab can take up to MovieLens 1M (25 MB); ` +
        'for more, use npm run evaluate -- --data FOLDER.',
    );
  }
  onStage({ doing: 'Reading the facts of the bundled films', share: 0.25 });
  const known = (await readBundled(source.bundledUrl, fetch)).catalogue;
  onStage({ doing: `Checking ${name}`, share: 0.4 });
  const optional = (file: string) => (style === 'csv' ? contents.get(file) : undefined);
  const dataset = readMovieLens(
    { style, ratings, movies, links: optional('links.csv'), tags: optional('tags.csv') },
    { skipSingleRatings, known },
  );
  onStage({ doing: `Checking ${name}`, share: 0.95 });
  // A zip file has to be unpacked for the command line, which reads folders.
  const own = { folder: name.replace(/\.zip$/i, ''), skipSingleRatings };
  return { dataset, facts: factsOf(name, dataset, own) };
}

async function readBundled(url: string, fetch: Fetch): Promise<Dataset> {
  let response: Response;
  try {
    response = await fetch(url);
  } catch {
    throw new EvaluationError(
      'The bundled ratings could not be loaded. Check the connection, then try again.',
    );
  }
  if (!response.ok) {
    throw new EvaluationError(
      `The bundled ratings could not be loaded (the server answered ${response.status}).`,
    );
  }
  return unpackDataset(new Uint8Array(await response.arrayBuffer()));
}

function factsOf(name: string, dataset: Dataset, own: DataFacts['own']): DataFacts {
  const { catalogue, ratings } = dataset;
  return {
    ...{ name, films: catalogue.count, users: ratings.userCount, ratings: ratings.count },
    checksum: datasetChecksum(dataset).toString(16).padStart(8, '0'),
    published: catalogue.published !== null,
    own,
  };
}

/** Contents by plain file name, from a folder's files or from one zip file. */
async function openFiles(files: File[]): Promise<{ name: string; contents: Map<string, Uint8Array> }> {
  const zip = files.find(({ name }) => /\.zip$/i.test(name));
  if (zip) return { name: zip.name, contents: await unzip(zip) };
  const contents = new Map<string, Uint8Array>();
  for (const file of files) {
    const plain = WANTED.exec(file.name)?.[1];
    if (plain) contents.set(plain, new Uint8Array(await file.arrayBuffer()));
  }
  const folder = files[0]?.webkitRelativePath?.split('/')[0];
  return { name: folder || 'your files', contents };
}

async function unzip(zip: File): Promise<Map<string, Uint8Array>> {
  if (zip.size > MAX_ZIP_BYTES) {
    throw new EvaluationError(
      `${zip.name} has ${Math.round(zip.size / 1e6)} MB. A tab can take up to MovieLens 1M; ` +
        'for more, unpack it and use npm run evaluate -- --data FOLDER.',
    );
  }
  const contents = new Map<string, Uint8Array>();
  try {
    const unpacked = unzipSync(new Uint8Array(await zip.arrayBuffer()), {
      filter: ({ name, originalSize }) => WANTED.test(name) && originalSize <= 4 * MAX_RATINGS_BYTES,
    });
    for (const [path, bytes] of Object.entries(unpacked)) {
      const plain = WANTED.exec(path)?.[1];
      if (plain) contents.set(plain, bytes);
    }
  } catch {
    throw new EvaluationError(`${zip.name} cannot be unpacked: it is not a zip file, or it is damaged.`);
  }
  return contents;
}
