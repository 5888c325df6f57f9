import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { blankViews } from '../../../src/state/compare/run';
import { defaultSettings } from '../../../src/state/compare/settings';
import { followRun, mergeViews } from '../../../src/state/compare/views';
import type { CompareClient } from '../../../src/worker/client';
import type { RunEvent } from '../../../src/worker/contract';

const MODELS = ['a', 'b', 'c', 'd'];
const changes = fc.array(
  fc.record(
    { model: fc.constantFrom(...MODELS, 'unknown'), value: fc.integer() },
    { requiredKeys: ['model'] },
  ),
  { maxLength: 6 },
);

test('mergeViews: gives the same views when changes come together and one by one', () => {
  fc.assert(
    fc.property(changes, (all) => {
      const views = MODELS.map((model) => ({ model, value: 0 }));
      const distinct = all.filter(({ model }, index) => all.findIndex((c) => c.model === model) === index);
      const together = mergeViews(views, distinct);
      expect(together).toEqual(distinct.reduce((known, change) => mergeViews(known, [change]), views));
      expect(together.map(({ model }) => model)).toEqual(MODELS);
    }),
  );
});

test('mergeViews: keeps a view, and what a change leaves out, when nothing is new of it', () => {
  const views = MODELS.map((model) => ({ model, value: 1, more: 'kept' }));
  const merged = mergeViews(views, [{ model: 'b', value: 2 }]);
  expect(merged[1]).toEqual({ model: 'b', value: 2, more: 'kept' });
  for (const index of [0, 2, 3]) expect(merged[index]).toBe(views[index]);
  expect(views[1].value).toBe(1);
});

test('followRun: is deaf to the worker when the run has been answered for', async () => {
  const settings = defaultSettings('paper');
  let say: (event: RunEvent) => void = () => {};
  const client = {
    async run(_options: unknown, onEvent: typeof say) {
      say = onEvent;
      say(eventOf('measuring'));
      return { kind: 'cancelled' as const };
    },
  } as unknown as CompareClient;
  const heard: string[] = [];
  await followRun(client, settings, blankViews(settings.models), ({ views }) => heard.push(views[0].state));
  say(eventOf('done'));
  expect(heard).toEqual(['measuring']);
});

function eventOf(state: 'measuring' | 'done'): RunEvent {
  return {
    progress: {
      ...{ model: 'constant', seed: 1, fold: 1, measuring: true, tasksDone: 0, tasks: 1, share: 0 },
      ...{ elapsedMs: 5, remainingMs: null },
    },
    views: [{ model: defaultSettings('paper').models[0], state }],
  };
}
