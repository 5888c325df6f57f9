import Papa from 'papaparse';
import { afterEach, expect, test, vi } from 'vitest';
import { type CompareParts, isRunning } from '../../../src/state/compare/compare-state';
import { createCompareStore } from '../../../src/state/compare/compare-store';
import { toCsv, toJson } from '../../../src/state/compare/export';
import { createRunLocks } from '../../../src/state/compare/run-locks';
import { defaultSettings, tidySettings } from '../../../src/state/compare/settings';
import type { StoredResult } from '../../../src/storage/database';
import { StorageError } from '../../../src/storage/storage-error';
import type { SpawnedService } from '../../../src/worker/client';
import type { DataSource } from '../../../src/worker/contract';
import { DATASET_URLS } from '../../fixtures/bundled-files';
import { smallPackBytes } from '../../fixtures/small-pack';
import { spawnInProcess } from '../../worker/in-process';

const SETTINGS = tidySettings({ ...defaultSettings('paper'), models: ['bias'], users: 30, ratings: 20 });

/** What outlives a page: the rows of the results table. */
function memoryResults() {
  const rows = new Map<string, StoredResult>();
  const results: CompareParts['results'] = {
    list: async () => [...rows.values()].sort((a, b) => b.createdAt - a.createdAt),
    put: async (row) => void rows.set(row.id, structuredClone(row)),
    rename: async (id, name) => void rows.set(id, { ...(rows.get(id) as StoredResult), name }),
    remove: async (id) => void rows.delete(id),
  };
  return { rows, results };
}

let ids = 0;
/** A clock that never stands still, so that runs have an order. */
let time = 0;
function openPage(
  { results }: Pick<CompareParts, 'results'>,
  spawn: () => SpawnedService = () => spawnInProcess(),
  usualData: CompareParts['usualData'] = async () => ({ kind: 'bundled', urls: DATASET_URLS }),
) {
  return createCompareStore({
    usualData,
    results,
    spawn,
    now: () => ++time,
    uuid: () => `run-${ids++}`,
    schedule(callback, milliseconds) {
      const timer = setTimeout(callback, milliseconds);
      return () => clearTimeout(timer);
    },
    datasetUrls: DATASET_URLS,
    logger: { warn: () => {} },
    locks: createRunLocks(undefined),
    appVersion: '1.2.3',
  });
}

afterEach(() => vi.restoreAllMocks());

test('start: ends with a run that is done, has all models, and is kept, when the data can give it', async () => {
  const memory = memoryResults();
  const store = openPage(memory);
  await store.getState().actions.start(SETTINGS);
  const [run] = store.getState().series;
  expect(run).toMatchObject({
    phase: 'done',
    message: null,
    facts: { ratings: 100_004 },
    appVersion: '1.2.3',
  });
  expect(run.result?.models.map(({ model }) => model)).toEqual(['constant', 'user-constant', 'bias']);

  const later = openPage(memory);
  await later.getState().actions.refreshKept();
  expect(later.getState().kept).toEqual([run]);
});

test('refreshKept: lists a run as interrupted, with what it had, when its page went away', async () => {
  const memory = memoryResults();
  const store = openPage(memory);
  const running = store.getState().actions.start(SETTINGS);
  await vi.waitFor(() => expect([...memory.rows.values()][0]?.status).toBe('running'));
  const frozen = { rows: new Map(memory.rows) };
  const later = openPage({ results: { ...memory.results, list: async () => [...frozen.rows.values()] } });
  await later.getState().actions.refreshKept();
  expect(later.getState().kept).toMatchObject([{ phase: 'interrupted', settings: SETTINGS }]);
  await running;
});

test('cancel: keeps a run as cancelled with what was measured, when something was', async () => {
  const memory = memoryResults();
  const store = openPage(memory);
  const { start, cancel } = store.getState().actions;
  // At the first figure, before the run can come to its end.
  store.subscribe(({ series: [run] }) => {
    if (run?.phase === 'running' && run.views.some(({ line }) => line !== null)) cancel();
  });
  await start({ ...SETTINGS, users: 200, ratings: 0 });
  expect([...memory.rows.values()].map(({ status }) => status)).toEqual(['cancelled']);
  expect(store.getState().kept.map(({ phase }) => phase)).toEqual(['cancelled']);
});

test('cancel: ends a run at once, keeps nothing of it, and lets the next start, when nothing was measured', async () => {
  const memory = memoryResults();
  const store = openPage(memory);
  const { start, cancel } = store.getState().actions;
  const running = start({ ...SETTINGS, users: 200, ratings: 0 });
  await vi.waitFor(() => expect(store.getState().series[0]?.phase).toBe('running'));
  cancel();
  expect(isRunning(store.getState())).toBe(false);
  await running;
  expect(store.getState().series[0].phase).toBe('cancelled');
  expect(memory.rows.size).toBe(0);
  expect(store.getState().kept).toEqual([]);
  await start(SETTINGS);
  expect(store.getState().series[0].phase).toBe('done');
});

test('start: ends with a run that says why, and keeps nothing of it, when the data cannot give it', async () => {
  const memory = memoryResults();
  const store = openPage(memory);
  await store.getState().actions.start({ ...SETTINGS, users: 5000 });
  expect(store.getState().series[0]).toMatchObject({
    phase: 'refused',
    message: expect.stringContaining('5000 users'),
  });
  expect(memory.rows.size).toBe(0);
  expect(store.getState().kept).toEqual([]);
});

test('start: ends with a run that is done, and says so, when it cannot be kept', async () => {
  const { results } = memoryResults();
  const store = openPage({ results: { ...results, put: () => Promise.reject(new StorageError('full')) } });
  await store.getState().actions.start(SETTINGS);
  expect(store.getState().series[0].phase).toBe('done');
  expect(store.getState().storageMessage).toContain('full');
});

test('rename and remove: change what storage keeps when a run is kept', async () => {
  const memory = memoryResults();
  const store = openPage(memory);
  const { start, rename, remove } = store.getState().actions;
  await start(SETTINGS);
  const [{ id }] = store.getState().series;
  await rename(id, '  First try ');
  expect(store.getState().kept[0].name).toBe('First try');
  expect(memory.rows.get(id)?.name).toBe('First try');
  await remove(id);
  expect(store.getState().kept).toEqual([]);
  expect(memory.rows.size).toBe(0);
});

test('toCsv and toJson: hold the figures in full, seed, versions and checksum, when a run is done', async () => {
  const store = openPage(memoryResults());
  await store.getState().actions.start({ ...SETTINGS, seed: 7 });
  const [run] = store.getState().series;
  await store.getState().actions.rename(run.id, 'a, "quoted" name');
  const [named] = store.getState().series;

  const { data, errors } = Papa.parse<Record<string, string>>(toCsv([named]), {
    header: true,
    skipEmptyLines: true,
  });
  expect(errors).toEqual([]);
  expect(data).toHaveLength(3);
  expect(data[2]).toMatchObject({ run: 'a, "quoted" name', model: 'bias', seed: '7', app_version: '1.2.3' });
  expect(Number(data[2].within1Star)).toBe(run.result?.models[2].within1Star);
  expect(data[2].data_checksum).toMatch(/^[0-9a-f]{8}$/);

  const json = JSON.parse(toJson(named));
  expect(json).toMatchObject({
    settings: { seed: 7 },
    resultVersion: 1,
    data: { checksum: data[2].data_checksum },
  });
  expect(json.models).toEqual(run.result?.models);
  expect(json.command).toContain('npm run evaluate -- --protocol paper --users 30 --ratings 20 --seed 7');
});

test('toCsv: keeps a spreadsheet from taking a name for a formula', async () => {
  const store = openPage(memoryResults());
  await store.getState().actions.start(SETTINGS);
  const [run] = store.getState().series;
  const named = { ...run, name: '@SUM(A1)', facts: run.facts && { ...run.facts, name: '=cmd|x.zip' } };
  const { data } = Papa.parse<Record<string, string>>(toCsv([named]), { header: true });
  expect(data[0]).toMatchObject({ run: "'@SUM(A1)", data: "'=cmd|x.zip" });
});

test('cancelReading: leaves the bundled data when one’s own are being read', async () => {
  const store = openPage(memoryResults());
  const { readFiles, cancelReading } = store.getState().actions;
  const reading = readFiles([new File(['x'], 'movies.csv'), new File(['x'], 'ratings.csv')], {
    skipSingleRatings: false,
  });
  expect(store.getState().data.phase).toBe('reading');
  cancelReading();
  await reading;
  expect(store.getState().data).toEqual({ phase: 'unread' });
});

test('other films: are measured on from the next run, unless a person chose the data', async () => {
  const name = 'ml-newer.wlpk';
  const pack = { kind: 'pack', name, file: new Blob([smallPackBytes()]) } as const;
  let inUse: DataSource = { kind: 'bundled', urls: DATASET_URLS };
  const store = openPage(memoryResults(), undefined, async () => inUse);
  const { actions } = store.getState();
  const measured = async () => {
    await actions.start({ ...SETTINGS, users: 20, ratings: 10 });
    const [run] = store.getState().series;
    expect(run.message).toBeNull();
    return run.facts?.films;
  };
  const bundled = await measured();
  inUse = pack;
  actions.onOtherFilms();
  expect(store.getState().data).toEqual({ phase: 'unread' });
  expect(await measured()).toBe(80);
  await actions.useBundled();
  actions.onOtherFilms();
  expect(await measured()).toBe(bundled);
  await actions.useFilmsInUse();
  expect(store.getState().data).toMatchObject({ facts: { own: { folder: name } } });
});
