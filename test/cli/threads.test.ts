import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openCase, PreparedUnits, shareCase } from '../../src/cli/threads/prepared-units';
import { inSharedMemory } from '../../src/cli/threads/shared-memory';
import { runInThreads } from '../../src/cli/threads/threads';
import { planTasks, prepareUnit, runTasks, unitsOf } from '../../src/evaluation/runner';
import {
  EvaluationError,
  type EvaluationOptions,
  type ModelPart,
  type Unit,
} from '../../src/evaluation/types';
import { optionsOf, smallDataset } from '../evaluation/small-data';

const dataset = smallDataset();

/** A thread's times are its own. */
const withoutTimes = (parts: readonly ModelPart[]) =>
  parts.map((part) => ({ ...part, fitMs: 0, trainMs: 0, predictMs: 0, millis: undefined }));

describe('inSharedMemory', () => {
  test('inSharedMemory: gives equal data on shared memory, and leaves what it copies', () => {
    const typed = fc.oneof(
      fc.uint8Array(),
      fc.int32Array(),
      fc.float64Array({ noNaN: true }),
      fc.uint16Array(),
    );
    const data = fc.letrec<{ data: unknown }>((tie) => ({
      data: fc.oneof(
        { maxDepth: 3 },
        fc.oneof(fc.integer(), fc.string(), fc.constant(null), fc.constant(undefined), typed),
        fc.array(tie('data'), { maxLength: 4 }),
        fc.dictionary(fc.stringMatching(/^[a-z]{1,5}$/), tie('data'), { maxKeys: 4, noNullPrototype: true }),
        fc.array(fc.tuple(fc.integer(), tie('data')), { maxLength: 3 }).map((rows) => new Map(rows)),
        fc.array(fc.integer(), { maxLength: 3 }).map((values) => new Set(values)),
      ),
    })).data;
    fc.assert(
      fc.property(data, (value) => {
        const before = structuredClone(value);
        expect(inSharedMemory(value)).toEqual(before);
        expect(value).toEqual(before);
      }),
    );
  });

  test('inSharedMemory: keeps stretches of one buffer on one, and one object one', () => {
    const whole = Uint32Array.of(1, 2, 3, 4);
    const part = { item: whole.subarray(1, 3) };
    const shared = inSharedMemory({ whole, parts: [part, part] });
    expect(shared.whole.buffer).toBeInstanceOf(SharedArrayBuffer);
    expect(shared.parts[0].item.buffer).toBe(shared.whole.buffer);
    expect([...shared.parts[0].item]).toEqual([2, 3]);
    expect(shared.parts[0]).toBe(shared.parts[1]);
  });

  test('inSharedMemory: refuses what threads cannot be handed', () => {
    expect(() => inSharedMemory({ ask: () => 1 })).toThrow('A function cannot be shared');
    expect(() => inSharedMemory([new Date()])).toThrow('A Date cannot be shared');
  });
});

describe('PreparedUnits', () => {
  const options = optionsOf({ models: ['bias', 'constant'] });

  test('PreparedUnits: prepares each unit once, whoever takes its tasks, and forgets it after the last', () => {
    const tasks = planTasks(dataset, options);
    const prepared: Unit[] = [];
    const units = new PreparedUnits(tasks, (unit) => {
      prepared.push(unit);
      return prepareUnit(dataset, options, unit);
    });
    const cases = tasks.map((task) => units.handOut(task));
    expect(prepared).toEqual(unitsOf(tasks));
    expect(cases[0]).toBe(cases[1]);
    expect(cases[0]).not.toBe(cases[2]);
    units.handOut(tasks[0]);
    expect(prepared).toHaveLength(unitsOf(tasks).length + 1);
  });

  test.each([
    'paper',
    'new-user',
    'prequential',
    'top-n',
    'probes',
    'steering',
    'unlearning',
    'asking',
  ] as const)('a unit of %s: is the same when it was shared and opened', (protocol) => {
    const own = optionsOf({ protocol, split: protocol === 'paper' ? 'random' : 'chronological' });
    const unit = { seed: 1, fold: 1 };
    const foldCase = prepareUnit(dataset, own, unit);
    const opened = openCase(structuredClone(shareCase(foldCase)), dataset.catalogue);
    expect(opened).toEqual(foldCase);
    expect(opened.training.catalogue).toBe(dataset.catalogue);
  });
});

describe('runInThreads', () => {
  const job = (options: EvaluationOptions) => ({ dataset, options, cacheFor: null });

  test.each([
    optionsOf({ models: ['bias', 'wnn', 'item-knn', 'wisard'] }),
    optionsOf({ protocol: 'paper', models: ['constant', 'cf-paper'] }),
    optionsOf({ protocol: 'steering', models: ['popularity', 'item-knn'], split: 'chronological' }),
  ])(
    'runInThreads: prepares each fold of $protocol once, and gives what one thread gives',
    async (options) => {
      const tasks = planTasks(dataset, options);
      const alone = withoutTimes(await runTasks(dataset, options, tasks, { clock: () => 0 }));
      for (const jobs of [1, 3]) {
        let prepared = 0;
        const parts = await runInThreads(
          job(options),
          tasks,
          jobs,
          () => {},
          (unit) => {
            prepared++;
            return prepareUnit(dataset, options, unit);
          },
        );
        expect(prepared).toBe(unitsOf(tasks).length);
        expect(withoutTimes(parts)).toEqual(alone);
      }
    },
  );

  test('runInThreads: ends with the error of a unit that cannot be prepared, first or later', async () => {
    const options = optionsOf({ models: ['constant'] });
    const tasks = planTasks(dataset, options);
    for (const bad of [1, 3]) {
      const running = runInThreads(
        job(options),
        tasks,
        2,
        () => {},
        (unit) => {
          if (unit.fold === bad) throw new EvaluationError('there is nothing to ask');
          return prepareUnit(dataset, options, unit);
        },
      );
      await expect(running).rejects.toThrow('there is nothing to ask');
    }
  });
});
