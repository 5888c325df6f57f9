import { types } from 'node:util';

type View = ArrayBufferView & { constructor: unknown; length: number };

/**
 * A copy of plain data whose typed arrays lie in memory that threads share: handed to a thread, they are not copied again.
 * Arrays on one buffer stay on one, and what is one object stays one.
 * @param value made of plain objects, arrays, maps, sets, typed arrays and what is no object
 * @throws TypeError where there is anything else, such as a function
 */
export function inSharedMemory<T>(value: T): T {
  return copyOf(value, new Map()) as T;
}

/** @param known copies by what they are of */
function copyOf(value: unknown, known: Map<unknown, unknown>): unknown {
  if (typeof value === 'function') throw new TypeError('A function cannot be shared among threads.');
  if (typeof value !== 'object' || value === null) return value;
  const before = known.get(value);
  if (before !== undefined) return before;
  const keep = <C>(copy: C): C => {
    known.set(value, copy);
    return copy;
  };
  const inner = (part: unknown) => copyOf(part, known);
  if (types.isTypedArray(value)) return keep(viewOf(value as View, known));
  if (Array.isArray(value)) {
    const copy = keep<unknown[]>([]);
    for (const part of value) copy.push(inner(part));
    return copy;
  }
  if (value instanceof Map) {
    const copy = keep(new Map<unknown, unknown>());
    for (const [key, part] of value) copy.set(inner(key), inner(part));
    return copy;
  }
  if (value instanceof Set) {
    const copy = keep(new Set<unknown>());
    for (const part of value) copy.add(inner(part));
    return copy;
  }
  if (Object.getPrototypeOf(value) !== Object.prototype) {
    throw new TypeError(`A ${value.constructor?.name ?? 'strange object'} cannot be shared among threads.`);
  }
  const copy = keep<Record<string, unknown>>({});
  for (const [name, part] of Object.entries(value)) copy[name] = inner(part);
  return copy;
}

/** The same stretch of a copy of the array's buffer. */
function viewOf(view: View, known: Map<unknown, unknown>): unknown {
  const { buffer, byteOffset, length } = view;
  const Kind = view.constructor as new (buffer: ArrayBufferLike, byteOffset: number, length: number) => View;
  let shared = known.get(buffer) as SharedArrayBuffer | undefined;
  if (!shared) {
    shared = new SharedArrayBuffer(buffer.byteLength);
    new Uint8Array(shared).set(new Uint8Array(buffer));
    known.set(buffer, shared);
  }
  return new Kind(shared, byteOffset, length);
}
