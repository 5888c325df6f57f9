import { hashIntegers } from './hash';

/** A seeded source of random numbers. The same seed gives the same sequence on every engine. */
export interface Random {
  /** Uniform in [0, 1), 32 bits of randomness. */
  next(): number;
  /** Uniform integer in [0, bound); bound is an integer in 1..2^32. */
  integer(bound: number): number;
  /** Standard normal deviate (Box and Muller 1958). */
  normal(): number;
  /** Shuffles in place (Fisher and Yates) and returns the same array. */
  shuffle<T extends { length: number; [index: number]: unknown }>(items: T): T;
}

/**
 * sfc32 (Chris Doty-Humphrey, PractRand): small, fast, passes BigCrush.
 * @param seed any finite number; its low 32 bits count.
 */
export function createRandom(seed: number): Random {
  let a = hashIntegers(seed, 1);
  let b = hashIntegers(seed, 2);
  let c = hashIntegers(seed, 3);
  let counter = 1;

  const word = (): number => {
    const t = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + t) | 0;
    return t >>> 0;
  };
  for (let i = 0; i < 12; i++) word();

  const next = () => word() / 4294967296;
  const integer = (bound: number) => Math.floor(next() * bound);
  return {
    next,
    integer,
    normal() {
      const radius = Math.sqrt(-2 * Math.log(1 - next()));
      return radius * Math.cos(2 * Math.PI * next());
    },
    shuffle(items) {
      for (let i = items.length - 1; i > 0; i--) {
        const j = integer(i + 1);
        const held = items[i];
        (items as Record<number, unknown>)[i] = items[j];
        (items as Record<number, unknown>)[j] = held;
      }
      return items;
    },
  };
}

/** A seed for one part of a run (a user, a fold, a model), independent of the order in which parts are visited. */
export function deriveSeed(seed: number, ...parts: (number | string)[]): number {
  let h = hashIntegers(seed, 0x9e3779b9);
  for (const part of parts) {
    if (typeof part === 'number') h = hashIntegers(h, part);
    else for (let i = 0; i < part.length; i++) h = hashIntegers(h, part.charCodeAt(i));
  }
  return h;
}
