import { describe, expect, it } from 'vitest';
import { easeRecentVerdicts } from '../../src/evaluation/recommenders/ease-verdicts';
import { entry, REGISTRY } from '../../src/evaluation/recommenders/registry';
import { describeContract } from './recommender-contract';

describe.each(REGISTRY.map((model) => [model.name, model] as const))('%s', (name, model) => {
  describeContract(model);

  it('has a name of its own', () => {
    expect(REGISTRY.filter((other) => other.name === name)).toHaveLength(1);
  });
});

// Not in the registry: it takes part in the duel alone.
describe('ease-recent, asked for verdicts', () =>
  describeContract(entry(easeRecentVerdicts, ['new-user'], 0)));
