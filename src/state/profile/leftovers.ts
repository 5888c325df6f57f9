import type { StoredRows } from '../../storage/rescue';

/** What a file of a log's rows calls itself. */
const FORMAT = 'weightless-rows';
const VERSION = 1;

/** A value as JSON can say it; what it cannot say becomes text, for rows may hold whatever a database does. */
function plain(value: unknown, within: readonly unknown[] = []): unknown {
  if (typeof value === 'number' && !Number.isFinite(value)) return String(value);
  if (typeof value === 'bigint') return String(value);
  if (typeof value !== 'object' || value === null) return value;
  if (within.includes(value)) return '(holds itself)';
  const inside = [...within, value];
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? 'Invalid Date' : value.toISOString();
  if (value instanceof ArrayBuffer) return [...new Uint8Array(value)];
  if (ArrayBuffer.isView(value)) return [...new Uint8Array(value.buffer, value.byteOffset, value.byteLength)];
  if (value instanceof Map || value instanceof Set) return [...value].map((entry) => plain(entry, inside));
  if (Array.isArray(value)) return value.map((entry) => plain(entry, inside));
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, plain(entry, inside)]));
}

/**
 * A log as it is stored, readable rows and unreadable ones, as the text of a JSON file. Never throws.
 * @param appVersion of the app that writes it
 */
export function leftoversFile(rows: StoredRows, appVersion: string): string {
  return `${JSON.stringify(plain({ format: FORMAT, version: VERSION, appVersion, ...rows }), null, 1)}\n`;
}
