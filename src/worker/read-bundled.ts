import { type UnpackedFilms, unpackFilms, unpackRatings } from '../data/bundled/unpack-bundled';
import type { BundledFiles, Dataset } from '../data/dataset';
import { EvaluationError } from '../evaluation/types';

/** As the global fetch. */
export type Fetch = (url: string) => Promise<Response>;

/** Reads the two files that the app loads. @throws EvaluationError or DamagedBytesError, with a message for a person */
export async function readBundled(urls: BundledFiles<string>, fetch: Fetch): Promise<Dataset> {
  const [films, ratings] = await Promise.all([
    readBundledFilms(urls.films, fetch),
    download(urls.ratings, 'ratings', fetch),
  ]);
  return unpackRatings(ratings, films);
}

/** Reads the first of them alone. @throws EvaluationError or DamagedBytesError, with a message for a person */
export async function readBundledFilms(url: string, fetch: Fetch): Promise<UnpackedFilms> {
  return unpackFilms(await download(url, 'films', fetch));
}

/** @param what is in the file, for a person. @throws EvaluationError where it cannot be had */
async function download(url: string, what: keyof BundledFiles<unknown>, fetch: Fetch): Promise<Uint8Array> {
  let response: Response;
  try {
    response = await fetch(url);
  } catch {
    throw new EvaluationError(
      `The bundled ${what} could not be loaded. Check the connection, then try again.`,
    );
  }
  if (!response.ok) {
    throw new EvaluationError(
      `The bundled ${what} could not be loaded (the server answered ${response.status}).`,
    );
  }
  return new Uint8Array(await response.arrayBuffer());
}
