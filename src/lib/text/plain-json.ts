/**
 * A value as JSON can say it; what it cannot say becomes text, for a database may hold whatever it does. Never throws.
 * @param deepest how deep lists and objects may be nested; what is deeper becomes text too
 */
export function plainJson(value: unknown, deepest = Number.POSITIVE_INFINITY): unknown {
  return plain(value, deepest, []);
}

function plain(value: unknown, deepest: number, within: readonly unknown[]): unknown {
  if (typeof value === 'number' && !Number.isFinite(value)) return String(value);
  if (typeof value === 'bigint') return String(value);
  if (typeof value !== 'object' || value === null) return value;
  if (within.includes(value)) return '(holds itself)';
  if (within.length >= deepest) return '(too deep)';
  const inside = [...within, value];
  const next = (entry: unknown) => plain(entry, deepest, inside);
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? 'Invalid Date' : value.toISOString();
  if (value instanceof ArrayBuffer) return [...new Uint8Array(value)];
  if (ArrayBuffer.isView(value)) return [...new Uint8Array(value.buffer, value.byteOffset, value.byteLength)];
  if (value instanceof Map || value instanceof Set) return [...value].map(next);
  if (Array.isArray(value)) return value.map(next);
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, next(entry)]));
}
