import type { Dataset } from '../data/dataset';
import { SCREEN } from '../data/read/caller';
import { readFolder } from '../data/read/folder/read-folder';
import { datasetChecksum } from '../evaluation/checksum';
import { decodePack } from '../packs/pack-format';
import type { DataFacts, DataSource, Stage } from './contract';
import { folderFiles, pause } from './picked-files';
import { type Fetch, readBundled, readBundledFilms } from './read-bundled';

/** A data set that has been read, and what the page is told of it. */
export interface OpenedData {
  dataset: Dataset;
  facts: DataFacts;
}

/**
 * Reads a data set from wherever it is.
 * @throws EvaluationError, RefusalError or DamagedBytesError, with a message for a person; the signal's reason if aborted.
 */
export async function readSource(
  source: DataSource,
  fetch: Fetch,
  onStage: (stage: Stage) => void,
  signal?: AbortSignal,
): Promise<OpenedData> {
  if (source.kind === 'bundled') {
    onStage({ doing: 'Reading the bundled ratings', share: 0.2 });
    const dataset = await readBundled(source.urls, fetch);
    return { dataset, facts: factsOf('MovieLens latest-small (bundled)', dataset, null) };
  }
  if (source.kind === 'pack') {
    onStage({ doing: 'Reading the ratings of the films in use', share: 0.2 });
    const { manifest, dataset } = decodePack(new Uint8Array(await source.file.arrayBuffer()));
    const own = { folder: source.name, skipSingleRatings: false };
    return { dataset, facts: factsOf(`${manifest.name} (the films in use)`, dataset, own) };
  }
  const { skipSingleRatings } = source;
  onStage({ doing: 'Opening the files', share: 0.05 });
  const { name, dataset } = await readFolder(folderFiles(source), {
    ...{ caller: SCREEN, skipSingleRatings, signal, pause },
    known: async () => {
      onStage({ doing: 'Reading the facts of the bundled films', share: 0.25 });
      const { catalogue } = await readBundledFilms(source.filmsUrl, fetch);
      onStage({ doing: 'Checking the files', share: 0.4 });
      await pause();
      return catalogue;
    },
  });
  onStage({ doing: `Checking ${name}`, share: 0.95 });
  return { dataset, facts: factsOf(name, dataset, { folder: name, skipSingleRatings }, dataset.notices) };
}

function factsOf(name: string, dataset: Dataset, own: DataFacts['own'], notices: string[] = []): DataFacts {
  const { catalogue, ratings } = dataset;
  return {
    ...{ name, films: catalogue.count, users: ratings.userCount, ratings: ratings.count },
    checksum: datasetChecksum(dataset).toString(16).padStart(8, '0'),
    published: catalogue.published !== null,
    own,
    ...(notices.length > 0 && { notices }),
  };
}
