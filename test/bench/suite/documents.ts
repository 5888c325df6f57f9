import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../../src/cli/files';
import type { BenchResult } from './result';
import { longTables, shortTable } from './tables';

/** The result that the documents tell of. */
export const BASELINE = 'test/bench/results/baseline.json';

/** Documents with a table of speeds, and what stands there. */
export const DOCUMENTS: readonly { path: string; tableOf: (result: BenchResult) => string }[] = [
  { path: 'README.md', tableOf: shortTable },
  { path: 'docs/speed.md', tableOf: longTables },
];

const BEGIN = '<!-- speeds: npm run bench -- --document -->';
const END = '<!-- end of speeds -->';

/** A document with another table between its marks. @throws Error where it has none */
export function withTable(text: string, table: string): string {
  const [begin, end] = [text.indexOf(BEGIN), text.indexOf(END)];
  if (begin < 0 || end < begin) throw new Error('The document has no place for a table of speeds.');
  return `${text.slice(0, begin + BEGIN.length)}\n\n${table}\n\n${text.slice(end)}`;
}

/** Writes the tables of a result into the documents. */
export function writeDocuments(result: BenchResult): void {
  for (const { path, tableOf } of DOCUMENTS) {
    const file = join(ROOT, path);
    writeFileSync(file, withTable(readFileSync(file, 'utf8'), tableOf(result)));
  }
}
