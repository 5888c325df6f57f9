import { plainJson } from '../../lib/text/plain-json';
import type { StoredRows } from '../../storage/rescue';

/** What a file of a log's rows calls itself. */
const FORMAT = 'weightless-rows';
const VERSION = 1;

/**
 * A log as it is stored, readable rows and unreadable ones, as the text of a JSON file. Never throws.
 * @param appVersion of the app that writes it
 */
export function leftoversFile(rows: StoredRows, appVersion: string): string {
  return `${JSON.stringify(plainJson({ format: FORMAT, version: VERSION, appVersion, ...rows }), null, 1)}\n`;
}
