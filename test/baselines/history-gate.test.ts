import { describe, expect, it } from 'vitest';
import { gateFor } from '../../src/baselines/history-gate';

const gates = [
  { ratings: 1, userBias: 0.2, votes: 0 },
  { ratings: 7, userBias: 0.6, votes: 1 },
];

describe('gateFor', () => {
  it('gives the points themselves', () => {
    expect(gateFor(gates, 1)).toMatchObject({ userBias: 0.2, votes: 0 });
    expect(gateFor(gates, 7)).toMatchObject({ userBias: 0.6, votes: 1 });
  });

  it('goes evenly in the logarithm between them', () => {
    // log(4 / 2) is half of log(8 / 2).
    const { userBias, votes } = gateFor(gates, 3);
    expect(userBias).toBeCloseTo(0.4);
    expect(votes).toBeCloseTo(0.5);
  });

  it('stays as it is beyond them', () => {
    expect(gateFor(gates, 0).votes).toBe(0);
    expect(gateFor(gates, 5000).votes).toBe(1);
  });
});
