import { type App, createApp } from '../../../src/state/app/app';
import type { AppDependencies, Channel } from '../../../src/state/platform/dependencies';
import { createStorage, type Storage } from '../../../src/storage/storage';
import { bundledFiles, DATASET_URLS } from '../../fixtures/bundled-files';
import { prepareAside } from '../../fixtures/prepare-aside';
import { smallNetwork } from '../../fixtures/small-network';
import { makeDataset } from '../../fixtures/small-world';

/** One browser: tabs of it share a database and a channel. */
export interface TestBrowser {
  databaseName: string;
  lines: Set<{ hear(message: unknown): void }>;
}

let browsers = 0;

export function newBrowser(): TestBrowser {
  return {
    databaseName: `state-test-${Math.floor(performance.timeOrigin)}-${browsers++}`,
    lines: new Set(),
  };
}

export const FILMS = 60;
const dataset = makeDataset(1, FILMS);
const FILES: Record<string, Uint8Array<ArrayBuffer>> = {
  ...bundledFiles(dataset),
  'network.bin': smallNetwork(dataset),
};

export interface TestTab {
  app: App;
  /** The tab's own storage, for injecting faults. */
  storage: Storage;
  warnings: string[];
  /** What the page itself would say. */
  hide(): void;
  show(): void;
  /** Runs everything that was scheduled, whatever its delay. */
  runTimers(): void;
}

let ids = 0;
let clock = 1_000_000;

/** A tab whose clock, ids, timers, page events and channel are in the test's hands; its IndexedDB is the engine's. */
export function newTab(browser: TestBrowser, overrides: Partial<AppDependencies> = {}): TestTab {
  const timers = new Set<() => void>();
  const warnings: string[] = [];
  const tab: Partial<TestTab> = { warnings };
  const now = () => clock++;
  const uuid = () => `00000000-0000-4000-8000-${String(ids++).padStart(12, '0')}`;
  const openChannel = (onMessage: (message: unknown) => void): Channel => {
    const line = { hear: onMessage };
    browser.lines.add(line);
    return {
      post(message) {
        for (const other of browser.lines) if (other !== line) other.hear(structuredClone(message));
      },
      close: () => browser.lines.delete(line),
    };
  };
  const schedule = (callback: () => void) => {
    timers.add(callback);
    return () => timers.delete(callback);
  };
  tab.app = createApp({
    createStorage(callbacks) {
      tab.storage = createStorage({ now, uuid }, callbacks, browser.databaseName);
      return tab.storage;
    },
    fetch: async (url) => new Response(FILES[url]),
    prepareData: prepareAside,
    painted: async () => {},
    pause: async () => {},
    datasetUrls: DATASET_URLS,
    firstFilms: [],
    networkUrls: { hybrid: 'network.bin', wnn: 'network.bin' },
    now,
    uuid,
    openChannel,
    watchPage({ onHide, onShow }) {
      tab.hide = onHide;
      tab.show = onShow;
      return () => {};
    },
    schedule,
    whenIdle: schedule,
    storageManager: undefined,
    logger: { warn: (message) => warnings.push(message) },
    ...overrides,
  });
  tab.runTimers = () => {
    for (const callback of [...timers]) {
      timers.delete(callback);
      callback();
    }
  };
  return tab as TestTab;
}

/** Starts a tab and waits until it is ready. */
export async function startTab(
  browser: TestBrowser,
  overrides: Partial<AppDependencies> = {},
): Promise<TestTab> {
  const tab = newTab(browser, overrides);
  await tab.app.start();
  await tab.app.settled();
  return tab;
}

/** Waits until what one tab did has reached the others. */
export async function settle(...tabs: TestTab[]): Promise<void> {
  for (let round = 0; round < 2; round++) for (const { app } of tabs) await app.settled();
}

export const AT_RATE = { place: 'rate', predictionVisible: false } as const;
