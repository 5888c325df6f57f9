import { MAX_IMPORT_ROWS, type RefusedRow } from '../../data/import/history';
import { readImport } from '../../data/import/read-history';
import { createFilmIndex } from '../../data/match/film-index';
import { matchFilms } from '../../data/match/match-films';
import type { OtherName } from '../../data/match/other-names';
import { RefusalError } from '../../data/read/refusal';
import type { ImportReport, ImportRequest, ImportService, MatchedHistory } from './contract';
import { openFiles } from './open-files';

/** Rows between two reports of progress. */
const REPORTED = 100;
/** Most sentences about files that are handed over: more nobody reads. */
const MOST_SAID = 1000;

/**
 * The worker's work, wherever it runs.
 * @param otherNames by which other sites know films; asked for when the first rows are matched
 */
export function createImportService(otherNames: () => readonly OtherName[]): ImportService {
  return {
    async read(request, onProgress) {
      try {
        return { kind: 'done', value: await readAndMatch(request, onProgress, otherNames) };
      } catch (error) {
        const words = error instanceof Error ? error.message : String(error);
        if (error instanceof RefusalError) return { kind: 'refused', message: words };
        return { kind: 'failed', message: `Reading broke down: ${words || 'it did not say why'}.` };
      }
    },
  };
}

/** "ratings.csv, line 3: Rating should be a number up to 5, found "x"." */
function refusedWords({ file, line, reason }: RefusedRow): string {
  return `${file}, line ${line}: ${reason}.`;
}

async function readAndMatch(
  request: ImportRequest,
  onProgress: Parameters<ImportService['read']>[1],
  otherNames: () => readonly OtherName[],
): Promise<ImportReport> {
  onProgress({ rows: 0 });
  const { files, refusals } = await openFiles(request);
  const left = new Set(request.without);
  const read = readImport(
    files.filter(({ name }) => !left.has(name)),
    request.choices,
    (rows) => onProgress({ rows }),
  );
  const report: ImportReport = {
    ...{ offers: read.offers, people: read.people, histories: [] },
    refusals: [...refusals, ...read.refusals].slice(0, MOST_SAID),
  };
  if (report.offers.length > 0 || report.people.length > 0) return report;
  const ofRows = read.histories.reduce((sum, { rows }) => sum + rows.length, 0);
  if (ofRows > MAX_IMPORT_ROWS) {
    const [found, most] = [ofRows, MAX_IMPORT_ROWS].map((n) => n.toLocaleString('en'));
    throw new RefusalError(`These files have ${found} rows together; a history has up to ${most}.`);
  }
  if (ofRows > 0) onProgress({ rows: 0, ofRows });
  const index = createFilmIndex(request.films, otherNames());
  let before = 0;
  let reported = 0;
  report.histories = read.histories.map((history): MatchedHistory => {
    const matches = matchFilms(index, history.rows, (rows) => {
      if (before + rows - reported < REPORTED) return;
      reported = before + rows;
      onProgress({ rows: reported, ofRows });
    });
    before += history.rows.length;
    return { ...history, matches, refused: history.refused.map(refusedWords) };
  });
  if (ofRows > 0) onProgress({ rows: ofRows, ofRows });
  return report;
}
