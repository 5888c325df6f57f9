import { describe, expect, it } from 'vitest';
import { deviationsOf, expectedOfFilms } from '../../src/baselines/deviations';
import { UNGATED } from '../../src/baselines/history-gate';
import { SparseMlp } from '../../src/baselines/weighted/sparse-mlp';
import type { WeightedTunedOptions } from '../../src/baselines/weighted/weighted-options';
import { createWeightedTuned } from '../../src/baselines/weighted/weighted-tuned';
import { fitItemEffects } from '../../src/data/item-effects';
import { createRandom } from '../../src/lib/random';
import { makeDataset } from '../fixtures/small-world';
import { historyOf, items } from './toy';

describe('SparseMlp', () => {
  const network = new SparseMlp({ bits: 5, real: 2, first: 6, second: 4 });
  const set = Uint16Array.of(4, 0, 2);
  const real = Float64Array.of(0.7, -0.4);

  it('has the gradients of finite differences, of its weights and of its real inputs', () => {
    const parameters = network.initialize(createRandom(3), 2);
    parameters.forEach((value, k) => {
      parameters[k] = value + 0.05;
    });
    const ask = () => network.forward(parameters, set, 1, 3, real);
    const gradients = new Float64Array(parameters.length);
    const realGradients = new Float64Array(2);
    ask();
    network.backward(parameters, gradients, set, 1, 3, real, 1, realGradients);
    const differenceBy = (values: Float64Array, k: number) => {
      const [kept, step] = [values[k], 1e-6];
      values[k] = kept + step;
      const above = ask();
      values[k] = kept - step;
      const below = ask();
      values[k] = kept;
      return (above - below) / (2 * step);
    };
    gradients.forEach((gradient, k) => {
      expect(gradient).toBeCloseTo(differenceBy(parameters, k), 6);
    });
    realGradients.forEach((gradient, k) => {
      expect(gradient).toBeCloseTo(differenceBy(real, k), 6);
    });
    expect(gradients.some((gradient) => gradient !== 0)).toBe(true);
  });

  it('sees the bits that are set and no others', () => {
    const parameters = network.initialize(createRandom(3), 2);
    const before = network.forward(parameters, set, 1, 3, real);
    const { first } = network.shape;
    // Bit 4 stands outside the list's part that is asked about; bit 2 inside.
    for (let a = 0; a < first; a++) parameters[4 * first + a] += 1;
    expect(network.forward(parameters, set, 1, 3, real)).toBe(before);
    for (let a = 0; a < first; a++) parameters[2 * first + a] += 1;
    expect(network.forward(parameters, set, 1, 3, real)).not.toBe(before);
  });
});

describe('weighted-tuned', () => {
  const { catalogue, ratings } = makeDataset(5, 40, 30);
  const effects = fitItemEffects(catalogue, ratings);
  const predict = (options: Partial<WeightedTunedOptions>, ...history: [number, number][]) =>
    createWeightedTuned({ epochs: 2, ...options })
      .fit({ catalogue, ratings, effects, feedback: 'stars', join: 'corrected', seed: 1 }, [])
      .personalize(historyOf(...history), 1, 0)
      .predict(items(0, 1, 2, 3, 4));
  const distance = (a: Float64Array, b: Float64Array) =>
    Math.max(...a.map((value, i) => Math.abs(value - b[i])));
  const ratedLow: [number, number][] = [
    [6, 1],
    [7, 1],
    [8, 0.5],
  ];

  /** Where it may not move: the common network, and how kindly the user rates. */
  const held = () => predict({ steps: 0, lastPenalty: 1e12, gates: UNGATED }, ...ratedLow);

  it('is the common network beside the user’s own mean where it may not move', () => {
    const start = predict({ gates: UNGATED });
    const { userBias } = deviationsOf(historyOf(...ratedLow), expectedOfFilms(effects, 'stars'), {
      feedback: 'stars',
    });
    expect(userBias).toBeLessThan(-0.5);
    const shifted = start.map((value) => value + userBias);
    expect(distance(held(), shifted)).toBeLessThan(1e-6);
  });

  it('moves less the more it is held', () => {
    const start = held();
    const moved = [0, 300, 3000].map((hold) =>
      distance(predict({ hold, rate: 0.003, lastPenalty: 1e12, gates: UNGATED }, ...ratedLow), start),
    );
    expect(moved[0]).toBeGreaterThan(moved[1]);
    expect(moved[1]).toBeGreaterThan(moved[2]);
  });

  it('expects less of films from someone who rates low', () => {
    const [start, after] = [predict({}), predict({}, ...ratedLow)];
    const mean = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0) / values.length;
    expect(mean(after)).toBeLessThan(mean(start));
  });
});
