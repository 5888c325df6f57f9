import type { Random } from '../../src/lib/random';

/** Names that plain objects have without holding them. */
const PROTOTYPE_NAMES = ['__proto__', 'constructor', 'prototype', 'toString', 'valueOf', 'hasOwnProperty'];
const DEPTH = 500;

/** An object with fields of its own under the names of the prototype's. */
function withPrototypeNames(): object {
  return JSON.parse(
    '{"__proto__":{"id":"x","kind":"like","version":1},"constructor":1,"toString":1,"valueOf":1,"hasOwnProperty":1}',
  ) as object;
}

function nested(wrap: (inner: unknown) => unknown): unknown {
  let value: unknown = 1;
  for (let depth = 0; depth < DEPTH; depth++) value = wrap(value);
  return value;
}

const NUMBERS = [
  ...[Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 0, -0, -1, 0.5, 3],
  ...[2 ** 31, 2 ** 32, 2 ** 50, 2 ** 53, -(2 ** 53), 1e18, 1e300, Number.MAX_VALUE, 5e-324],
];
const TEXTS = ['', ' ', 'like', 'undo', 'NaN', '1', '\ud800', 'é\u0301'.repeat(30), 'x'.repeat(10_000)];
const OTHERS: readonly (() => unknown)[] = [
  () => undefined,
  () => null,
  () => true,
  () => false,
  () => 10n ** 30n,
  () => new Date(Number.NaN),
  () => new Date(0),
  () => [],
  () => [1, 'a', null],
  () => ({}),
  () => new Uint8Array([1, 2, 3]),
  () => new Uint8Array(0),
  () => new ArrayBuffer(8),
  () => new Float64Array([Number.NaN]),
  () => new Map([['id', 1]]),
  () => new Set([1]),
  () => /a/,
  () => new Error('stored'),
  () => Object(3),
  () => withPrototypeNames(),
  () => nested((inner) => [inner]),
  () => nested((inner) => ({ inner })),
];

/** A value that IndexedDB stores and hardly any field should have. */
export function wrongValue(random: Random): unknown {
  const pick = <T>(all: readonly T[]) => all[random.integer(all.length)];
  const sort = random.integer(4);
  if (sort === 0) return pick(NUMBERS);
  if (sort === 1) return pick(TEXTS);
  return sort === 2 ? pick(PROTOTYPE_NAMES) : pick(OTHERS)();
}

/** A copy of a plain value with one place in it, at any depth, replaced, missing, doubled, or given another name. */
export function damaged(random: Random, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || random.integer(4) === 0) return wrongValue(random);
  if (Array.isArray(value)) {
    const copy: unknown[] = [...value];
    const at = random.integer(copy.length + 1);
    if (at === copy.length || random.integer(3) === 0) copy.splice(at, 0, copy[0] ?? wrongValue(random));
    else copy[at] = damaged(random, copy[at]);
    return copy;
  }
  const fields = Object.entries(value);
  if (fields.length === 0) return wrongValue(random);
  const at = random.integer(fields.length);
  const [name, old] = fields[at];
  const what = random.integer(6);
  if (what === 0) fields.splice(at, 1);
  else if (what === 1)
    fields.push([PROTOTYPE_NAMES[random.integer(PROTOTYPE_NAMES.length)], wrongValue(random)]);
  else fields[at] = [name, damaged(random, old)];
  // Not by assignment, which would set the prototype.
  return Object.fromEntries(fields);
}
