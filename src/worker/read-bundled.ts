import type { Dataset } from '../data/dataset';
import { unpackDataset } from '../data/unpack';
import { EvaluationError } from '../evaluation/types';

/** As the global fetch. */
export type Fetch = (url: string) => Promise<Response>;

/** Reads the binary that the app loads. @throws EvaluationError, with a message for a person, where it cannot be had */
export async function readBundled(url: string, fetch: Fetch): Promise<Dataset> {
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
