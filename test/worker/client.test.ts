import { expect, test } from 'vitest';
import type { EvaluationOptions } from '../../src/evaluation/types';
import { createCompareClient, type SpawnedService } from '../../src/worker/client';
import type { Outcome } from '../../src/worker/contract';
import { DATASET_URLS } from '../fixtures/bundled-files';
import { fetchBundled, spawnInProcess } from './in-process';

const SOURCE = { kind: 'bundled', urls: DATASET_URLS } as const;
const OPTIONS: EvaluationOptions = {
  protocol: 'paper',
  models: ['constant', 'bias'],
  split: 'random',
  feedback: 'stars',
  fit: 'quick',
  join: 'corrected',
  ...{ users: 30, ratings: 20, folds: 5, seed: 1, seeds: 1 },
};

/** Timers that go off when told. */
function handTimers() {
  const waiting = new Set<() => void>();
  return {
    waiting,
    schedule(callback: () => void) {
      waiting.add(callback);
      return () => waiting.delete(callback);
    },
    goOff() {
      for (const callback of waiting) callback();
    },
  };
}

/** A service that never answers to a run, as one in the midst of a long fit. */
function spawnDeaf(): SpawnedService & { terminated: boolean } {
  const spawned = spawnInProcess(fetchBundled);
  const service = { ...spawned.service, run: () => new Promise<Outcome<never>>(() => {}), cancel: () => {} };
  return Object.assign(spawned, { service });
}

test('createCompareClient: starts one worker, and keeps it, when calls need it', async () => {
  let started = 0;
  const client = createCompareClient(() => {
    started++;
    return spawnInProcess();
  }, handTimers().schedule);
  expect(started).toBe(0);
  expect((await client.open(SOURCE, () => {})).kind).toBe('done');
  expect((await client.run(OPTIONS, () => {})).kind).toBe('done');
  expect((await client.run(OPTIONS, () => {})).kind).toBe('done');
  expect(started).toBe(1);
});

test('cancel: ends the worker when the run does not answer in time, and the next run reads the data anew', async () => {
  const timers = handTimers();
  const deaf = spawnDeaf();
  const spawns = [deaf, spawnInProcess()];
  const client = createCompareClient(() => spawns.shift() as SpawnedService, timers.schedule);
  await client.open(SOURCE, () => {});
  const running = client.run(OPTIONS, () => {});
  await Promise.resolve();
  client.cancel();
  timers.goOff();
  expect(await running).toEqual({ kind: 'cancelled' });
  expect(deaf.terminated).toBe(true);
  expect((await client.run(OPTIONS, () => {})).kind).toBe('done');
});

test('cancel: keeps the worker when the run answers in time', async () => {
  const timers = handTimers();
  const spawned = spawnInProcess();
  const client = createCompareClient(() => spawned, timers.schedule);
  await client.open(SOURCE, () => {});
  const outcome = await client.run(OPTIONS, () => client.cancel());
  expect(outcome).toEqual({ kind: 'cancelled' });
  timers.goOff();
  expect(spawned.terminated).toBe(false);
});

test('run: fails with the reason when the worker breaks down, and the next run starts another', async () => {
  const broken = Object.assign(spawnDeaf(), {});
  let crash: (reason: string) => void = () => {};
  broken.onCrash = (callback) => {
    crash = callback;
  };
  const spawns: SpawnedService[] = [broken, spawnInProcess()];
  const client = createCompareClient(() => spawns.shift() as SpawnedService, handTimers().schedule);
  await client.open(SOURCE, () => {});
  const running = client.run(OPTIONS, () => {});
  crash('out of memory');
  expect(await running).toMatchObject({ kind: 'failed', message: expect.stringContaining('out of memory') });
  expect((await client.run(OPTIONS, () => {})).kind).toBe('done');
});

test('run and open: fail when the browser cannot start a worker', async () => {
  const client = createCompareClient(() => {
    throw new Error('Worker is not defined');
  }, handTimers().schedule);
  expect(await client.run(OPTIONS, () => {})).toMatchObject({ kind: 'failed' });
  expect(await client.open(SOURCE, () => {})).toMatchObject({ kind: 'failed' });
});

test('run: is refused when no data have been opened', async () => {
  const client = createCompareClient(() => spawnInProcess(), handTimers().schedule);
  expect(await client.run(OPTIONS, () => {})).toMatchObject({ kind: 'refused' });
});
