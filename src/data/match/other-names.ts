import { readCsvTable } from '../read/csv-table';

/** A name of a film at other sites. */
export interface OtherName {
  /** MovieLens id; 0 for a film that the catalogue lacks and that is easily taken for one that it has. */
  movieId: number;
  /** Release year there; 0 if unknown. */
  year: number;
  name: string;
}

const MAX_UINT32 = 0xffffffff;

/**
 * Reads `datasets/names.csv` (`movieId,year,name`).
 * @throws CsvError naming the line.
 */
export function readOtherNames(text: string): OtherName[] {
  return Array.from(readCsvTable(text, 'names.csv', ['movieId', 'year', 'name']), (row) => ({
    movieId: row.integer('movieId', 1, MAX_UINT32, 0),
    year: row.integer('year', 1870, 2100, 0),
    name: row.text('name'),
  }));
}
