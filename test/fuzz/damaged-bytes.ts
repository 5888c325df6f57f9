import type { Random } from '../../src/lib/random';

/** What breaks readers: signs of CSV, ends of lines, marks of encodings, great numbers, words of the language, tags. */
const TOKENS = [
  ...[
    '"',
    '""',
    ',',
    ';',
    '::',
    '|',
    '\t',
    '\n',
    '\r',
    '\r\n',
    '\n\n',
    '\u0000',
    '\uFEFF',
    '\u202e',
    '(',
    ')',
    ' '.repeat(5000),
  ],
  ...[
    '-1',
    '0',
    '1e9',
    '1.5E+09',
    '4294967296',
    '99999999999999999999',
    'NaN',
    '4,5',
    '2018-01-01',
    '__proto__',
    'constructor',
  ],
  ...[
    '<script>alert(1)</script>',
    '<!doctype html>',
    '=cmd',
    '(1995)',
    'userId,movieId,rating,timestamp',
    'PK\u0003\u0004',
  ],
];

/** One of some values. */
export const pick = <T>(random: Random, all: readonly T[]): T => all[random.integer(all.length)];

/** A way of damaging bytes. */
type Mutate = (random: Random, bytes: Uint8Array) => Uint8Array;

const spliced = (bytes: Uint8Array, at: number, drop: number, put: Uint8Array): Uint8Array => {
  const rest = bytes.subarray(Math.min(bytes.length, at + drop));
  const result = new Uint8Array(at + put.length + rest.length);
  result.set(bytes.subarray(0, at));
  result.set(put, at);
  result.set(rest, at + put.length);
  return result;
};

/** Ways of damaging a file, whatever is in it. */
export const MUTATIONS: Record<string, Mutate> = {
  flipped(random, bytes) {
    const copy = bytes.slice();
    for (let n = 1 + random.integer(4); n > 0; n--)
      copy[random.integer(copy.length)] ^= 1 << random.integer(8);
    return copy;
  },
  cut: (random, bytes) => bytes.slice(0, random.integer(bytes.length)),
  dropped: (random, bytes) =>
    spliced(bytes, random.integer(bytes.length), 1 + random.integer(300), new Uint8Array(0)),
  doubled(random, bytes) {
    const at = random.integer(bytes.length);
    return spliced(bytes, at, 0, bytes.slice(at, at + 1 + random.integer(300)));
  },
  inserted(random, bytes) {
    const at = random.integer(3) === 0 ? 0 : random.integer(bytes.length);
    return spliced(bytes, at, random.integer(3), new TextEncoder().encode(pick(random, TOKENS)));
  },
  noise: (random, bytes) =>
    spliced(
      bytes,
      random.integer(bytes.length),
      8,
      Uint8Array.from({ length: 40 }, () => random.integer(256)),
    ),
};

/** A file damaged in one of these ways. */
export function damagedBytes(random: Random, bytes: Uint8Array): Uint8Array {
  return pick(random, Object.values(MUTATIONS))(random, bytes);
}

/** Whether a text can be read and does not disturb what stands around it. */
export function isPrintable(text: string): boolean {
  return /^[^\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}]*$/u.test(text);
}
