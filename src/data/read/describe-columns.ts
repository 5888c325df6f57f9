import { printable } from '../../lib/printable';
import { siteOfExport } from './personal-export';

/** What stands between cells elsewhere. */
const SEPARATORS: readonly [separator: string, words: string][] = [
  [';', 'semicolons'],
  ['\t', 'tabs'],
  ['|', 'vertical bars'],
  ['::', 'double colons'],
];

/**
 * Says of a header that it is not the expected one, and what may be behind it.
 * @param header its cells as read between commas; none for an empty file.
 */
export function describeColumns(columns: readonly string[], header: readonly string[]): string {
  const expected = columns.join(',');
  const found = header.join(',');
  const separator = SEPARATORS.find(([sign]) => found.replaceAll('"', '') === columns.join(sign));
  if (separator) return `expected the columns ${expected} between commas, found them between ${separator[1]}`;
  const site = siteOfExport(found);
  const note = site === null ? '' : ` (an export of ${site}, with the ratings of one person)`;
  return `expected the columns ${expected}, found ${printable(found, 120) || 'nothing'}${note}`;
}
