import '../../src/first/page-start.js';
import { StrictMode } from 'react';
import { onTestFinished } from 'vitest';
import { cdp, page } from 'vitest/browser';
import { cleanup, render } from 'vitest-browser-react';
import { packBundled } from '../../src/data/bundled/pack-bundled';
import { createApp } from '../../src/state/app/app';
import { browserDependencies } from '../../src/state/platform/browser-dependencies';
import type { AppDependencies, Channel } from '../../src/state/platform/dependencies';
import { createStorage } from '../../src/storage/storage';
import { App } from '../../src/ui/App';
import { smallNetwork } from '../fixtures/small-network';
import { makeDataset } from '../fixtures/small-world';
import { amongTwoAnswers } from '../fixtures/two-answers';

/** Enough for a list of 50 and for a talk's 30 clicks, few enough to learn from at once. */
const FILMS = 120;
const PEOPLE = 60;
/** The talk plays the first ratings of these (data/personas). */
const PERSONAS = [59, 86, 138];

const addressOf = (bytes: Uint8Array<ArrayBuffer>) => URL.createObjectURL(new Blob([bytes]));
const worlds = new Map<string, Pick<AppDependencies, 'datasetUrls' | 'networkUrls'>>();

/**
 * A small world of so many films, called "Film 0", "Film 1" and so on, and of 60 people's ratings of them. Its files
 * have real addresses: the page and the worker of Compare fetch them as they fetch the shipped ones.
 */
function worldOf(
  films: number,
  series: readonly number[][],
): Pick<AppDependencies, 'datasetUrls' | 'networkUrls'> {
  const key = JSON.stringify([films, series]);
  const known = worlds.get(key);
  if (known) return known;
  const dataset = makeDataset(1, films, PEOPLE);
  series.forEach((parts, n) => {
    dataset.catalogue.collections.push(`Series ${n}`);
    for (const item of parts) dataset.catalogue.collection[item] = n + 1;
  });
  dataset.ratings.userId.set(PERSONAS, PEOPLE - PERSONAS.length);
  const network = addressOf(smallNetwork(dataset));
  const { films: filmBytes, ratings } = packBundled(dataset);
  const made = {
    datasetUrls: { films: addressOf(filmBytes), ratings: addressOf(ratings) },
    networkUrls: { hybrid: network, wnn: network },
  };
  worlds.set(key, made);
  return made;
}

/** Noon of a Monday, by the clock of this machine. */
const NOON = new Date(2016, 9, 17, 12).getTime();
export const DAY = 86_400_000;

export interface SmallAppOptions {
  /** The route that is opened; "/rate" unless told otherwise. */
  at?: string;
  /** Films of the small world; 120 unless told otherwise. */
  films?: number;
  /** Films that are parts of one series, by their numbers; none unless told otherwise. */
  series?: readonly number[][];
  /** What is other than usual. */
  dependencies?: Partial<AppDependencies>;
  /** Width and height of the page in pixels; a desktop's unless told otherwise. */
  size?: [width: number, height: number];
}

/** The real app over a small world, on the page. */
export interface SmallApp {
  /** Lets time pass on the app's own clock. */
  pass(milliseconds: number): void;
  /** What a reload of the page does: everything anew, on what this browser has kept. */
  reload(): Promise<void>;
  /** Makes what was said so far a log from before So-so could be chosen, and reloads. */
  forgetSoSo(): Promise<void>;
}

let apps = 0;

/** A clock that stands, but for a millisecond at each look. */
function createClock(): { now(): number; pass(milliseconds: number): void } {
  let time = NOON;
  return {
    now: () => time++,
    pass(milliseconds) {
      time += milliseconds;
    },
  };
}

/** Ids in one fixed order: the first person has always the same, and with it the same films to judge. */
function createIds(): () => string {
  let ids = 0;
  return () => `00000000-0000-4000-8000-${String(++ids).padStart(12, '0')}`;
}

/** No other tab listens. */
const openChannel = (): Channel => ({ post() {}, close() {} });

/** A device with room, whose browser promises to keep the ratings as soon as it is asked. */
function createStorageManager(): AppDependencies['storageManager'] {
  let promised = false;
  return {
    estimate: async () => ({ usage: 1_200_000, quota: 1e9 }),
    persisted: async () => promised,
    async persist() {
      promised = true;
      return promised;
    },
  };
}

/** Goes to a route by its address, as a bookmark does. */
export function goToAddress(route: string): void {
  window.location.hash = `#${route}`;
}

/**
 * Puts the real app on the page: real stores, real IndexedDB (a database of its own), real workers, the small world as
 * its films, and a clock and ids that are the same every time. Everything goes when the test is over.
 */
export async function openApp({
  at = '/rate',
  films = FILMS,
  series = [],
  dependencies = {},
  size = [1280, 800],
}: SmallAppOptions = {}): Promise<SmallApp> {
  const databaseName = `screens-${Math.floor(performance.timeOrigin)}-${apps++}`;
  const { now, pass } = createClock();
  const uuid = createIds();
  const storageManager = createStorageManager();
  await page.viewport(...size);
  // Nothing glides: what is on the page is what the app says.
  await cdp().send('Emulation.setEmulatedMedia', {
    features: [{ name: 'prefers-reduced-motion', value: 'reduce' }],
  });

  const open = async () => {
    const app = createApp({
      ...browserDependencies(worldOf(films, series), null, databaseName),
      createStorage: (callbacks) => createStorage({ now, uuid }, callbacks, databaseName),
      now,
      uuid,
      openChannel,
      storageManager,
      // Those of the small world come with it.
      firstFilms: [],
      logger: { warn() {} },
      ...dependencies,
    });
    app.start();
    await render(
      <StrictMode>
        <App app={app} />
      </StrictMode>,
    );
    return app;
  };
  const close = async () => {
    await cleanup();
    await app.settled();
    app.dispose();
  };

  goToAddress(at);
  let app = await open();
  onTestFinished(async () => {
    await close();
    indexedDB.deleteDatabase(databaseName);
    localStorage.clear();
  });
  const reload = async () => {
    await close();
    app = await open();
  };
  return {
    pass,
    reload,
    async forgetSoSo() {
      await app.settled();
      await amongTwoAnswers(databaseName);
      await reload();
    },
  };
}
