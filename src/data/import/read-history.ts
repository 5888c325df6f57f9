import { CellProblem, readDatedTitle, readNumber } from './cells';
import { type ChosenColumns, type ColumnOffer, proposeColumns, readChosenColumns } from './chosen-columns';
import { decodeText } from './decode-text';
import { fileName, type History, type ImportFile, ImportRefusal, type ImportSource } from './history';
import { isImdb, readImdb } from './imdb';
import { isLetterboxd, readLetterboxd } from './letterboxd';
import { datTable, isMovieLensSet, type PersonOfSet, readMovieLensSet } from './movielens-set';
import { isMovieLensSite, readMovieLensSite } from './movielens-site';
import { namedCells, readTable, type Table } from './table';
import { isTmdb, readTmdb } from './tmdb';
import { readTrakt } from './trakt';

/** What a person chose of a file that does not say it itself. */
export interface ReadChoices {
  /** For CSV files of no known site, by `ColumnOffer.path`. */
  columns?: ReadonlyMap<string, ChosenColumns>;
  /** Whose ratings, of a data set of many people. */
  userId?: number;
}

/** What a data set's movies file knows of a film. */
type TitleOf = ReturnType<typeof readDatedTitle>;

/** What a file turned out to be. */
type FileContent =
  | { kind: 'history'; history: History; people?: PersonOfSet[] }
  /** No site is known by its columns: a person has to choose. */
  | { kind: 'columns'; offer: ColumnOffer }
  | { kind: 'titles'; titles: ReadonlyMap<number, TitleOf> }
  | { kind: 'nothing' };

/** All that was read of some files. */
export interface ReadImport {
  /** One a source, its files' rows together. Sources are matched apart: one film of each. */
  histories: History[];
  /** Files whose columns have to be chosen. */
  offers: ColumnOffer[];
  /** People of a data set to choose from; empty where there is nothing to choose. */
  people: PersonOfSet[];
  /** Files that could not be read, each as a sentence that names it. */
  refusals: string[];
}

/** Reads one file. @throws ImportRefusal where nothing of it can be read. */
function readFile(file: ImportFile, choices: ReadChoices): FileContent {
  const { text, notices } = decodeText(file);
  const name = fileName(file.name);
  const content = readText(text, file.name, name, choices);
  if (content.kind === 'history') content.history.notices.unshift(...notices);
  return content;
}

function readText(text: string, path: string, name: string, choices: ReadChoices): FileContent {
  const start = text.slice(0, 200).trimStart();
  if (start.startsWith('{') || start.startsWith('[')) {
    return { kind: 'history', history: readTrakt(text, path, name) };
  }
  refuseOthers(start, name);
  const dat = datTable(text, name);
  const titles = dat ? null : datTitles(text);
  if (titles) return { kind: 'titles', titles };
  return readOfTable(dat ?? readTable(text, name), path, choices);
}

function readOfTable(table: Table, path: string, choices: ReadChoices): FileContent {
  const columns = choices.columns?.get(path);
  if (columns) return { kind: 'history', history: readChosenColumns(table, columns) };
  const cells = namedCells(table);
  if (isLetterboxd(cells)) return { kind: 'history', history: readLetterboxd(table, path) };
  if (isImdb(cells)) return { kind: 'history', history: readImdb(table) };
  if (isTmdb(cells)) return { kind: 'history', history: readTmdb(table) };
  if (isMovieLensSite(cells)) return { kind: 'history', history: readMovieLensSite(table) };
  if (isMovieLensSet(table)) {
    const { people, ...history } = readMovieLensSet(table, choices.userId);
    return { kind: 'history', history, people };
  }
  if (cells.has('movieid') && cells.has('title')) return { kind: 'titles', titles: csvTitles(table) };
  if (cells.has('movieid') || cells.has('belongs_to_collection')) return { kind: 'nothing' };
  const width = Math.max(...table.rows.slice(0, 10).map((row) => row.cells.length));
  if (width < 2) {
    throw new ImportRefusal(
      `${table.file} is no table: its lines have one cell each. A title and a rating are needed, set apart by a comma.`,
    );
  }
  return { kind: 'columns', offer: proposeColumns(table, path) };
}

/** Refuses what is known and is no history of one person. */
function refuseOthers(start: string, name: string): void {
  if (/^\d{1,6}:\n/.test(start)) {
    throw new ImportRefusal(
      `${name} is of the Netflix Prize: it holds the ratings of many people, without films' names.`,
    );
  }
  if (/^Letterboxd list export/.test(start)) {
    throw new ImportRefusal(
      `${name} is a list of Letterboxd's, which says no opinion. Ratings, films watched, diary and watchlist can be imported.`,
    );
  }
}

/** Titles of a data set's `movies.csv`. */
function csvTitles(table: Table): Map<number, TitleOf> {
  const cells = namedCells(table);
  return titlesOf(table.rows.slice(1).map((row) => [cells.of(row, 'movieid'), cells.of(row, 'title')]));
}

/** Titles of a data set's `movies.dat`; null for any other text. */
function datTitles(text: string): Map<number, TitleOf> | null {
  const end = text.indexOf('\n');
  const first = (end < 0 ? text : text.slice(0, end)).slice(0, 1000);
  if (!/^\d{1,10}::/.test(first) || first.split('::').length !== 3) return null;
  return titlesOf(text.split('\n').map((line) => line.split('::')));
}

function titlesOf(rows: readonly string[][]): Map<number, TitleOf> {
  const titles = new Map<number, TitleOf>();
  for (const [id, title] of rows) {
    const movieId = readNumber((id ?? '').trim());
    if (movieId === undefined) continue;
    try {
      titles.set(movieId, readDatedTitle((title ?? '').trim()));
    } catch (error) {
      if (!(error instanceof CellProblem)) throw error;
    }
  }
  return titles;
}

/**
 * Reads the files of an export, as they were chosen or as `wantedFiles` found them in its zip. Never throws for what is in
 * them: what cannot be read is a refusal or a refused row.
 * @param onRows called after every file, with how many rows have been read
 */
export function readImport(
  files: readonly ImportFile[],
  choices: ReadChoices = {},
  onRows: (rows: number) => void = () => {},
): ReadImport {
  const bySource = new Map<ImportSource, History>();
  const titles = new Map<number, TitleOf>();
  const found: ReadImport = { histories: [], offers: [], people: [], refusals: [] };
  let isUnused = false;
  let rows = 0;
  for (const file of files) {
    try {
      const content = readFile(file, choices);
      if (content.kind === 'columns') found.offers.push(content.offer);
      if (content.kind === 'titles') for (const [id, title] of content.titles) titles.set(id, title);
      if (content.kind === 'titles' || content.kind === 'nothing') isUnused = true;
      if (content.kind !== 'history') continue;
      if (content.people) found.people.push(...content.people);
      rows += content.history.rows.length + content.history.refused.length;
      join(bySource, content.history);
      onRows(rows);
    } catch (error) {
      if (!(error instanceof ImportRefusal)) throw error;
      found.refusals.push(error.message);
    }
  }
  found.histories = [...bySource.values()];
  for (const history of found.histories) {
    for (const row of history.rows) if (row.title === '') Object.assign(row, titles.get(row.movieId ?? 0));
  }
  const isEmpty = found.histories.length + found.offers.length + found.refusals.length === 0;
  if (isEmpty && isUnused) {
    found.refusals.push(
      'These files hold facts of films and no ratings; of a MovieLens data set, ratings.csv is needed.',
    );
  }
  return found;
}

function join(bySource: Map<ImportSource, History>, history: History): void {
  const known = bySource.get(history.source);
  if (!known) {
    bySource.set(history.source, history);
    return;
  }
  // Not by spreading: a call takes only so many arguments.
  for (const row of history.rows) known.rows.push(row);
  for (const row of history.refused) known.refused.push(row);
  for (const notice of history.notices) known.notices.push(notice);
}
