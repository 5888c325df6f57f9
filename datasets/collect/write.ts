/**
 * Writes the data files: same input, same bytes. Lines end in a line feed, the order is that of the input.
 */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';

/** A cell: absent facts (null) become empty cells, lists are joined by "|". */
export type Cell = string | number | null | string[];

function cellText(cell: Cell): string {
  if (cell === null) return '';
  if (!Array.isArray(cell)) return String(cell);
  const broken = cell.find((item) => item.includes('|'));
  if (broken !== undefined) throw new Error(`"${broken}" contains the separator of lists`);
  return cell.join('|');
}

/** Writes rows below a header line; cells are quoted only where CSV needs it. */
export function writeCsv(path: string, header: string[], rows: Cell[][]): void {
  const data = rows.map((row) => row.map(cellText));
  writeFileSync(path, `${Papa.unparse({ fields: header, data }, { newline: '\n' })}\n`);
}

/** Writes the SHA-256 of files in one folder in the format of the program sha256sum. */
export function writeChecksums(folder: string, names: string[], target: string): void {
  const lines = names.map((name) => {
    const digest = createHash('sha256')
      .update(readFileSync(join(folder, name)))
      .digest('hex');
    return `${digest}  ${name}\n`;
  });
  writeFileSync(join(folder, target), lines.join(''));
}
