import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PAPER_CHANNELS } from '../../../src/baselines/paper/paper-encoding';
import { StateMachine } from '../../../src/baselines/paper/state-machine';
import { createRandom } from '../../../src/lib/random';

const association = fc.tuple(fc.nat({ max: 2 ** 26 - 1 }), fc.nat({ max: 10 }));
const associations = fc.array(association, { maxLength: 10 });
const thermometer = (ones: number) => 2 ** ones - 1;

function machineOf(learned: [number, number][], seed = 1): StateMachine {
  const machine = new StateMachine(PAPER_CHANNELS, 10, seed);
  for (const [input, ones] of learned) machine.learn(input, thermometer(ones));
  return machine;
}

function answers(machine: StateMachine): number[] {
  const random = createRandom(7);
  return Array.from({ length: 12 }, () => machine.recall(random.integer(2 ** 26)));
}

describe('a neural state machine', () => {
  test('settles on exactly what it learned', () => {
    fc.assert(
      fc.property(fc.uniqueArray(association, { selector: ([input]) => input, maxLength: 20 }), (learned) => {
        const machine = machineOf(learned);
        for (const [input, ones] of learned) expect(machine.recall(input)).toBe(thermometer(ones));
      }),
    );
  });

  test('does not care in which order it learned', () => {
    fc.assert(
      fc.property(associations, fc.nat(), (learned, seed) => {
        const shuffled = createRandom(seed).shuffle([...learned]);
        expect(answers(machineOf(shuffled))).toEqual(answers(machineOf(learned)));
      }),
    );
  });

  test('forgets exactly, in any order', () => {
    fc.assert(
      fc.property(associations, associations, (kept, forgotten) => {
        const machine = machineOf([...forgotten, ...kept]);
        for (const [input, ones] of forgotten) machine.unlearn(input, thermometer(ones));
        expect(answers(machine)).toEqual(answers(machineOf(kept)));
      }),
    );
  });

  test('refuses to forget what it never learned, and stays as it was', () => {
    const machine = machineOf([[0b1011, 8]]);
    const before = answers(machine);
    expect(() => machine.unlearn(0b1011, thermometer(6))).toThrow(RangeError);
    expect(() => machine.unlearn(0b1111, thermometer(8))).toThrow(RangeError);
    expect(answers(machine)).toEqual(before);
  });

  test('answers from experience: a new film like the loved ones is loved', () => {
    const loved = 0b0000000001_000_111_0000000001;
    const hated = 0b0000000010_111_111_0000000010;
    const machine = machineOf([
      [loved, 10],
      [loved | 0b100, 10],
      [hated, 2],
      [hated | 0b1000, 2],
    ]);
    expect(machine.recallOnes(loved | 0b10000)).toBe(10);
    expect(machine.recallOnes(hated | 0b10000)).toBe(2);
  });

  test('knowing nothing, throws coins that its seed decides', () => {
    expect(answers(machineOf([], 1))).toEqual(answers(machineOf([], 1)));
    expect(answers(machineOf([], 1))).not.toEqual(answers(machineOf([], 2)));
    const random = createRandom(3);
    const machine = machineOf([]);
    const ones = Array.from({ length: 200 }, () => machine.recallOnes(random.integer(2 ** 26)));
    const mean = ones.reduce((sum, n) => sum + n, 0) / ones.length;
    expect(mean).toBeGreaterThan(4.5);
    expect(mean).toBeLessThan(5.5);
  });
});
