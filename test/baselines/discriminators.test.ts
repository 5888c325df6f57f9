import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Class, DISLIKE, Discriminators, LIKE } from '../../src/baselines/weightless/discriminators';
import { addendOf, dealTuples, lowestBit, nodeOf, TupleMapping } from '../../src/baselines/weightless/tuples';
import { createRandom, type Random } from '../../src/lib/random';
import { retinaOf } from '../../src/wnn/network/retina';
import { makeCatalogue } from '../fixtures/small-world';

/** Deals bits as they stand: node t reads bits t * width onwards. */
const inOrder: Random = { ...createRandom(1), shuffle: (items) => items };

/** Two nodes of two bits, over inputs of four. */
const toy = new TupleMapping(4, 2, inOrder);

/** An input from its bits as they are read, the first bit first: "1101". */
const wordOf = (bits: string) => [...bits].reduce((word, bit, b) => word | (Number(bit) << b), 0) >>> 0;

function taught(likes: string[], dislikes: string[], mapping = toy): Discriminators {
  const memory = new Discriminators(mapping);
  for (const [inputs, kind] of [
    [likes, LIKE],
    [dislikes, DISLIKE],
  ] as const) {
    for (const input of inputs) {
      memory.read(mapping, Uint32Array.of(wordOf(input)), 0);
      memory.learn(kind);
    }
  }
  return memory;
}

function answerOf(memory: Discriminators, input: string, mapping = toy): number {
  memory.read(mapping, Uint32Array.of(wordOf(input)), 0);
  return memory.answer();
}

describe('TupleMapping', () => {
  it('lets every bit be read once, by nodes of the width asked for', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 1, max: 16 }), (bits, width) => {
        const { reading, tuples } = new TupleMapping(bits, width, createRandom(bits));
        const places = new Set(Array.from(reading, (own) => nodeOf(own) * width + Math.log2(addendOf(own))));
        expect(places).toEqual(new Set(Array.from({ length: bits }, (_, place) => place)));
        expect(tuples).toBe(Math.ceil(bits / width));
      }),
    );
  });

  it('lowestBit: finds each of 32 places, whatever stands above it', () => {
    for (let place = 0; place < 32; place++) {
      expect(lowestBit(1 << place)).toBe(place);
      expect(lowestBit((0xffffffff << place) >>> 0)).toBe(place);
    }
  });
});

describe('Discriminators', () => {
  it('counts in one cell of each node, by hand: both classes side by side', () => {
    // Nodes see 01 and 11 as the numbers 2 and 3, 10 as 1, 00 as 0.
    const { counts } = taught(['0111', '0111', '1000'], ['0100']);
    // Address 0 at node 0, dislikes before likes, and at node 1; then addresses 1 .. 3.
    expect([...counts]).toEqual([0, 0, 1, 1, 0, 1, 0, 0, 1, 2, 0, 0, 0, 0, 0, 2]);
  });

  it('answers with the nodes that know the pattern, likes less dislikes', () => {
    const memory = taught(['1010'], ['0101']);
    expect(['1010', '1001', '0110', '0101', '1111'].map((input) => answerOf(memory, input))).toEqual([
      2, 0, 0, -2, 0,
    ]);
    expect(answerOf(taught(['1010'], []), '1001')).toBe(1);
  });

  it('bleaches until the responses differ, and skips what cannot change them', () => {
    // Node 0 knows 10 as liked 3 and disliked 3 times; node 1 as liked 3 and disliked 2: they differ at b = 3 by one node.
    const memory = taught(['1010', '1010', '1010'], ['1010', '1010', '1000']);
    expect(answerOf(memory, '1010')).toBe(1);
    // Liked 1 and 4 times, disliked 4 and 2: two and two at b = 1, one more dislike at 2, which decides.
    const other = taught(
      ['1000', '0010', '0010', '0010', '0010'],
      [...['1011', '1011', '1001', '1001'], ...['0110', '0110']],
    );
    expect(answerOf(other, '1010')).toBe(-1);
  });

  it('answers a tie with 0 where the responses never differ, and where nothing was taught', () => {
    expect(answerOf(taught([], []), '1010')).toBe(0);
    expect(answerOf(taught(['1010', '0101'], ['1010', '0101']), '1010')).toBe(0);
    // The same counts at other nodes: 2 and 1 against 1 and 2.
    expect(answerOf(taught(['1010', '1000'], ['1010', '0010']), '1010')).toBe(0);
  });

  it('unlearn: refuses what was not learned in that class, and leaves every byte as it was', () => {
    const memory = taught(['1010'], ['0110']);
    const before = memory.counts.slice();
    // Node 0 knows the pattern as liked, node 1 does not.
    memory.read(toy, Uint32Array.of(wordOf('1011')), 0);
    expect(() => memory.unlearn(LIKE)).toThrow('never learned');
    expect(memory.counts).toEqual(before);
  });

  it('learn: refuses what a counter cannot hold, and leaves every byte as it was', () => {
    const memory = taught([], []);
    memory.read(toy, Uint32Array.of(wordOf('0010')), 0);
    for (let n = 0; n < 65_535; n++) memory.learn(DISLIKE);
    const before = memory.counts.slice();
    // Another pattern at node 0, the full counter at node 1.
    memory.read(toy, Uint32Array.of(wordOf('1110')), 0);
    expect(() => memory.learn(DISLIKE)).toThrow('65535');
    expect(memory.counts).toEqual(before);
    memory.learn(LIKE);
  });
});

describe('Discriminators over inputs of many words', () => {
  const bits = 100;
  const mapping = new TupleMapping(bits, 7, createRandom(3));
  const wordsPerInput = Math.ceil(bits / 32);
  const inputs = fc.array(
    fc.record({
      ones: fc.uniqueArray(fc.integer({ min: 0, max: bits - 1 }), { maxLength: 30 }),
      kind: fc.constantFrom<Class[]>(LIKE, DISLIKE),
    }),
    { minLength: 1, maxLength: 20 },
  );
  const wordsOf = (ones: readonly number[]) => {
    const words = new Uint32Array(wordsPerInput);
    for (const bit of ones) words[bit >>> 5] |= 1 << (bit & 31);
    return words;
  };
  type Input = { ones: number[]; kind: Class };
  const write = (memory: Discriminators, { ones, kind }: Input, how: 'learn' | 'unlearn') => {
    memory.read(mapping, wordsOf(ones), 0);
    memory[how](kind);
  };
  const memoryOf = (all: readonly Input[]) => {
    const memory = new Discriminators(mapping);
    for (const input of all) write(memory, input, 'learn');
    return memory;
  };

  it('hold the same bytes in any order, and after unlearning those of a memory that never learned it', () => {
    fc.assert(
      fc.property(inputs, fc.nat(), (all, seed) => {
        const memory = memoryOf(all);
        expect(memoryOf(all.toReversed()).counts).toEqual(memory.counts);
        const order = createRandom(seed).shuffle([...all]);
        const [gone, ...rest] = order;
        write(memory, gone, 'unlearn');
        expect(memory.counts).toEqual(memoryOf(rest).counts);
        for (const input of rest) write(memory, input, 'unlearn');
        expect(memory.counts.every((count) => count === 0)).toBe(true);
      }),
      { numRuns: 50 },
    );
  });

  it('answer as the plain definition of bleaching does, with the classes swapped the other way round', () => {
    fc.assert(
      fc.property(inputs, (all) => {
        const memory = memoryOf(all);
        const swapped = memoryOf(
          all.map(({ ones, kind }) => ({ ones, kind: kind === LIKE ? DISLIKE : LIKE })),
        );
        for (const { ones } of all) {
          memory.read(mapping, wordsOf(ones), 0);
          swapped.read(mapping, wordsOf(ones), 0);
          const plain = plainAnswer(all, ones);
          expect(memory.answer()).toBe(plain);
          expect(swapped.answer() + plain).toBe(0);
        }
      }),
      { numRuns: 50 },
    );
  });

  /** Counts who showed each node the same bits, then raises b one by one. */
  function plainAnswer(all: readonly Input[], ones: readonly number[]): number {
    const shown = (own: readonly number[], t: number) =>
      own
        .filter((bit) => nodeOf(mapping.reading[bit]) === t)
        .sort((a, b) => a - b)
        .join();
    const countsOf = (kind: Class) =>
      Array.from(
        { length: mapping.tuples },
        (_, t) =>
          all.filter((other) => other.kind === kind && shown(other.ones, t) === shown(ones, t)).length,
      );
    const [dislikes, likes] = [countsOf(DISLIKE), countsOf(LIKE)];
    for (let b = 1; b <= all.length; b++) {
      const response = (counts: number[]) => counts.filter((count) => count >= b).length;
      if (response(likes) !== response(dislikes)) return response(likes) - response(dislikes);
    }
    return 0;
  }

  it('read a film by its addresses as by its bits', () => {
    const retina = retinaOf(makeCatalogue(2, 30));
    const [dealt, addressed] = [0, 1].map(() => createRandom(5));
    const films = new TupleMapping(retina.bits.length, 9, dealt);
    const tuples = dealTuples(retina, 9, addressed);
    const [byBits, byAddress] = [new Discriminators(films), new Discriminators(tuples)];
    for (let film = 0; film < 20; film++) {
      byBits.read(films, retina.words, film * retina.wordsPerItem);
      byAddress.readFilm(tuples, film);
      for (const memory of [byBits, byAddress]) memory.learn(film % 3 === 0 ? DISLIKE : LIKE);
    }
    expect(byAddress.counts).toEqual(byBits.counts);
    expect(byBits.counts.some((count) => count > 1)).toBe(true);
  });
});
