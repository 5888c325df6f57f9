import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RecursivePosterior } from '../../src/baselines/prior/recursive-least-squares';
import { type FeatureRows, posteriorWeights, priorOf } from '../../src/lib/gaussian/gaussian-posterior';
import { createRandom, type Random } from '../../src/lib/random';

const WIDTH = 12;
const FILMS = 40;

/** Films with 1, a real number and some bits, and a prior with correlations. */
function world(random: Random) {
  const rows = Array.from({ length: FILMS }, () => [
    { column: 0, value: 1 },
    { column: 1, value: random.normal() },
    ...Array.from({ length: WIDTH - 2 }, (_, b) => ({ column: b + 2, value: 1 })).filter(
      () => random.next() < 0.4,
    ),
  ]);
  const offsets = [0];
  for (const row of rows) offsets.push(offsets[offsets.length - 1] + row.length);
  const features: FeatureRows = {
    width: WIDTH,
    offsets: Uint32Array.from(offsets),
    column: Uint16Array.from(rows.flat(), ({ column }) => column),
    value: Float64Array.from(rows.flat(), ({ value }) => value),
  };
  const half = Float64Array.from({ length: WIDTH * WIDTH }, () => 0.2 * random.normal());
  const covariance = new Float64Array(WIDTH * WIDTH);
  for (let a = 0; a < WIDTH; a++) {
    for (let b = 0; b < WIDTH; b++) {
      covariance[a * WIDTH + b] = a === b ? 0.02 : 0;
      for (let k = 0; k < WIDTH; k++) covariance[a * WIDTH + b] += half[a * WIDTH + k] * half[b * WIDTH + k];
    }
  }
  const mean = Float64Array.from({ length: WIDTH }, () => random.normal());
  return { features, prior: priorOf(mean, covariance, 0.1 + random.next()) };
}

describe('RecursivePosterior', () => {
  it('is within a millionth of the batch solution after every click, whatever was known before and however long', () => {
    const given = fc.record({ seed: fc.nat(), before: fc.nat(30), clicks: fc.integer({ min: 1, max: 450 }) });
    fc.assert(
      fc.property(given, ({ seed, before, clicks }) => {
        const random = createRandom(seed);
        const { features, prior } = world(random);
        const item = Uint32Array.from({ length: before + clicks }, () => random.integer(FILMS));
        const target = Float64Array.from(item, () => random.normal());
        const part = (n: number) => ({ features, item: item.subarray(0, n), target: target.subarray(0, n) });
        const first = part(before);
        const posterior = new RecursivePosterior(features, prior, first.item, first.target);
        for (let n = before; n < item.length; n++) {
          posterior.learn(item[n], target[n]);
          if (n % 40 !== 0 && n + 1 < item.length) continue;
          const batch = posteriorWeights(part(n + 1), prior);
          batch.forEach((weight, a) => {
            expect(Math.abs(posterior.weights[a] - weight)).toBeLessThan(1e-6);
          });
        }
      }),
      { numRuns: 40 },
    );
  });

  it('is at the mean before the first click, and leaves the prior as it is', () => {
    const { features, prior } = world(createRandom(3));
    const before = structuredClone(prior);
    const posterior = new RecursivePosterior(features, prior, [], []);
    expect(posterior.weights).toEqual(prior.mean);
    posterior.learn(2, 1);
    expect(posterior.weights).not.toEqual(prior.mean);
    expect(prior).toEqual(before);
  });
});
