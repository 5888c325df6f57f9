import { describe, expect, it } from 'vitest';
import { REGISTRY } from '../../src/evaluation/recommenders/registry';
import { describeContract } from './recommender-contract';

describe.each(REGISTRY.map((model) => [model.name, model] as const))('%s', (name, model) => {
  describeContract(model);

  it('has a name of its own', () => {
    expect(REGISTRY.filter((other) => other.name === name)).toHaveLength(1);
  });
});
