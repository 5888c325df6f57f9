import type { ColumnOffer } from '../../data/import/chosen-columns';
import type { History } from '../../data/import/history';
import type { PersonOfSet } from '../../data/import/movielens-set';
import type { ReadChoices } from '../../data/import/read-history';
import type { KnownFilms } from '../../data/match/film-index';
import type { FilmMatch } from '../../data/match/match-films';
import type { Outcome } from '../contract';
import type { PickedFiles } from '../picked-files';

/*
 * What the page and the worker of the import say to each other; everything survives structured cloning.
 */

/** What is to be read, and the films that it is looked for in. */
export interface ImportRequest extends PickedFiles {
  films: KnownFilms;
  choices: ReadChoices;
  /** Names of files that are left out, as `ColumnOffer.path` has them. */
  without: string[];
}

/** How far an import has come. Without `ofRows` the files are still being read. */
export interface ImportProgress {
  /** Rows read so far, or looked up of `ofRows`. */
  rows: number;
  ofRows?: number;
}

/** A history, and the film that each of its rows means. */
export interface MatchedHistory extends Omit<History, 'refused'> {
  matches: FilmMatch[];
  /** Rows that could not be read, each as a sentence that names file and line. */
  refused: string[];
}

/** What was read. Nothing was matched where a person has to choose columns or whose ratings first. */
export interface ImportReport {
  histories: MatchedHistory[];
  /** Files whose columns have to be chosen. */
  offers: ColumnOffer[];
  /** People to choose from. */
  people: PersonOfSet[];
  /** Files that could not be read, each as a sentence that names it. */
  refusals: string[];
}

/** What the worker does. It keeps nothing: an import is ended by ending the worker. */
export interface ImportService {
  /** Reads the files of an import and finds their films. */
  read(
    request: ImportRequest,
    onProgress: (progress: ImportProgress) => void,
  ): Promise<Outcome<ImportReport>>;
}

/** The service in a worker of its own. */
export interface LivingImportService extends ImportService {
  /** As `LivingService.alive`. */
  alive(): Promise<boolean>;
}
