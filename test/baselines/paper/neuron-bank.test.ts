import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countOnes, NeuronBank } from '../../../src/baselines/paper/neuron-bank';

test('counts the ones of a word', () => {
  fc.assert(
    fc.property(fc.nat({ max: 0xffffffff }), (word) => {
      expect(countOnes(word)).toBe(word.toString(2).replaceAll('0', '').length);
    }),
  );
});

describe('a bank fires', () => {
  const at = (inputs: number, state = 0) => ({ inputs, state });

  test('what was written, where the pattern is in its table', () => {
    const bank = new NeuronBank(4, 2);
    bank.write(at(0b0000), 0b01);
    bank.write(at(0b0001), 0b10);
    bank.write(at(0b0011), 0b11);
    expect([0b0000, 0b0001, 0b0011].map((p) => bank.fire(at(p), 0))).toEqual([0b01, 0b10, 0b11]);
  });

  test('the majority of contradicting writes', () => {
    const bank = new NeuronBank(4, 1);
    for (const bit of [1, 0, 1]) bank.write(at(0b1010), bit);
    expect(bank.fire(at(0b1010), 0)).toBe(1);
  });

  test('by discriminating distance before Hamming distance', () => {
    const bank = new NeuronBank(5, 1);
    // Input 0 alone tells the bit; inputs 1 to 4 do not matter but differ most from the query where the bit is 1.
    for (const noise of [0b00010, 0b00100, 0b01000, 0b10000]) {
      bank.write(at(noise | 1), 1);
      bank.write(at(noise), 0);
    }
    bank.write(at(0b11110), 0);
    bank.write(at(0b11111), 1);
    expect(bank.fire(at(0b01101), 0)).toBe(1);
    expect(bank.fire(at(0b01100), 1)).toBe(0);
  });

  test('sums weights of inputs from midway: hand-computed', () => {
    const bank = new NeuronBank(2, 1);
    bank.write(at(0b11), 1);
    bank.write(at(0b01), 1);
    bank.write(at(0b00), 0);
    // Weights 1 - 0 and .5 - 0; midway .5 and .25. Pattern 10: -.5 * 1 + .75 * .5 = -.125, although 10 is as near to 11
    // as to 00.
    expect(bank.fire(at(0b10), 1)).toBe(0);
  });

  test('by the nearest patterns where the sum is zero', () => {
    const bank = new NeuronBank(3, 1);
    // Exclusive or of inputs 0 and 1: no single input says anything.
    for (const [p, bit] of [
      [0b000, 0],
      [0b001, 1],
      [0b010, 1],
      [0b011, 0],
    ]) {
      bank.write(at(p), bit);
    }
    expect([0b100, 0b101, 0b110, 0b111].map((p) => bank.fire(at(p), 0b1))).toEqual([0, 1, 1, 0]);
  });

  test('by the random bit where nothing decides', () => {
    const empty = new NeuronBank(3, 3);
    expect(empty.fire(at(0b101), 0b110)).toBe(0b110);
    const torn = new NeuronBank(3, 1);
    torn.write(at(0b101), 1);
    torn.write(at(0b101), 0);
    expect([0, 1].map((random) => torn.fire(at(0b101), random))).toEqual([0, 1]);
  });

  test('the only bit it was ever written, for any pattern', () => {
    const bank = new NeuronBank(3, 2);
    bank.write(at(0b101), 0b10);
    expect(bank.fire(at(0b010), 0b01)).toBe(0b10);
  });

  test('by input and state together', () => {
    const bank = new NeuronBank(2, 2);
    bank.write(at(0b01, 0b00), 0b01);
    bank.write(at(0b01, 0b01), 0b10);
    expect([0b00, 0b01].map((state) => bank.fire(at(0b01, state), 0))).toEqual([0b01, 0b10]);
  });
});

describe('erasing', () => {
  const writes = fc.array(
    fc.record({ inputs: fc.nat({ max: 15 }), state: fc.nat({ max: 3 }), bits: fc.nat({ max: 3 }) }),
    { maxLength: 12 },
  );

  test('leaves the bank as if the write had never been made', () => {
    fc.assert(
      fc.property(writes, writes, fc.nat(), (kept, erased, seed) => {
        const plain = new NeuronBank(4, 2);
        const changed = new NeuronBank(4, 2);
        for (const w of erased) changed.write(w, w.bits);
        for (const w of kept) plain.write(w, w.bits);
        for (const w of kept) changed.write(w, w.bits);
        for (const w of erased.toReversed()) changed.erase(w, w.bits);
        expect(changed.size).toBe(plain.size);
        for (let p = 0; p < 64; p++) {
          const pattern = { inputs: p & 15, state: p >> 4 };
          expect(changed.fire(pattern, seed)).toBe(plain.fire(pattern, seed));
        }
      }),
    );
  });

  test('what was never written is refused and changes nothing', () => {
    const bank = new NeuronBank(4, 1);
    bank.write({ inputs: 5, state: 0 }, 1);
    expect(() => bank.erase({ inputs: 5, state: 0 }, 0)).toThrow(RangeError);
    expect(() => bank.erase({ inputs: 6, state: 0 }, 1)).toThrow(RangeError);
    expect(bank.fire({ inputs: 5, state: 0 }, 0)).toBe(1);
  });
});
