import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { CDPSession, Page, Request } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DIST } from '../../scripts/build.mjs';
import { FIRST_FILM_MARK } from '../bench/browser-page';
import { judge, ready, settle, soon } from './screens';
import { newVisitor, type Visitor } from './visitor';

/*
 * What a first visit and a click may cost, as far as it does not hang on how fast a machine is; times are for
 * `npm run bench:browser`.
 */

/** What a visitor waits for before the first film can be judged, in bytes as gzip makes them. */
const BYTES_BEFORE_FIRST_FILM = 300_000;
/** Allocated by the page in a click and all that follows it, what is soon free again included: about 4 MB as measured. */
const ALLOCATED_A_CLICK = 10_000_000;
/** The longest task from a click, in milliseconds for which it had the processor; about 30 as measured. */
const LONGEST_TASK_MS = 200;
const ANSWERS = ['Like', 'Dislike', 'Like', 'So-so', 'Like'] as const;

/** What is loaded when its screen is opened, or by what only such screens have. */
const LATER =
  /^src\/(ui\/(about|compare|import|model|own-films|ratings|talk|your-data)|state\/(app\/(backup|compare|import)|catalogues|talk))/;
/** The ratings are not among them: they come behind the first film, and the model reads off them which films are alike. */
const LATER_DATA = /^data\/network-wnn|(compute|import|learn)[^/]*worker/;

interface Chunk {
  file: string;
  css?: string[];
  imports?: string[];
  isEntry?: boolean;
  isDynamicEntry?: boolean;
}

/** Files of the build that nothing but later screens asks for. */
function filesForLater(): Set<string> {
  const chunks: Record<string, Chunk> = JSON.parse(readFileSync(join(DIST, '.vite/manifest.json'), 'utf8'));
  const filesOf = (keys: string[], found = new Set<string>()): Set<string> => {
    for (const key of keys) {
      const { file, css = [], imports = [] } = chunks[key];
      if (found.has(file)) continue;
      for (const name of [file, ...css]) found.add(name);
      filesOf(imports, found);
    }
    return found;
  };
  const entries = Object.keys(chunks).filter((key) => chunks[key].isEntry || chunks[key].isDynamicEntry);
  const others = filesOf(entries.filter((key) => !LATER.test(key)));
  return new Set([...filesOf(entries.filter((key) => LATER.test(key)))].filter((file) => !others.has(file)));
}

/** What pages and their workers asked for; not what the service worker fetches for later. */
const asked: Request[] = [];
let visitor: Visitor;
let page: Page;
let session: CDPSession;

beforeAll(async () => {
  visitor = await newVisitor({ serviceWorkers: 'allow', reducedMotion: 'reduce' });
  page = visitor.page;
  visitor.context.on('request', (request) => {
    if (!request.serviceWorker() && request.url().startsWith('http')) asked.push(request);
  });
  session = await visitor.context.newCDPSession(page);
  await visitor.open();
  await ready(page);
});
afterAll(() => visitor.leave());

/** Path of what was asked for, below the app's address. */
const pathOf = (request: Request) => new URL(request.url()).pathname.slice(1);

test('a first visit: gets at most 300 kB, as gzip makes them, before the first film and its buttons answer', async () => {
  const { origin, mark } = await page.evaluate((name) => {
    const [entry] = performance.getEntriesByName(name);
    return { origin: performance.timeOrigin, mark: entry?.startTime };
  }, FIRST_FILM_MARK);
  expect(mark, `the mark ${FIRST_FILM_MARK}`).toBeDefined();
  const sizes: Record<string, number> = {};
  for (const request of asked) {
    // Asked for, not received: how much of what comes meanwhile is there by then hangs on the machine.
    if (request.timing().startTime > origin + (mark ?? 0)) continue;
    const body = await (await request.response())?.body();
    sizes[pathOf(request)] = body ? gzipSync(body).length : 0;
  }
  const total = Object.values(sizes).reduce((sum, size) => sum + size, 0);
  process.stdout.write(`before the first film: ${Math.round(total / 1000)} kB\n`);
  expect(total).toBeGreaterThan(0);
  expect(total, JSON.stringify(sizes)).toBeLessThanOrEqual(BYTES_BEFORE_FIRST_FILM);
});

test('a first visit: asks for nothing that only other screens need, five clicks included', async () => {
  const later = filesForLater();
  for (const screen of ['CompareScreen', 'TalkScreen', 'figures'])
    expect([...later].some((file) => file.includes(screen))).toBe(true);
  for (const answer of ANSWERS) await judge(page, answer);
  await settle(page);
  const paths = asked.map(pathOf);
  expect(paths.length).toBeGreaterThan(0);
  expect(paths.filter((path) => later.has(path) || LATER_DATA.test(path))).toEqual([]);
});

/** Notes in the page what a click does to the store and to rows of the list. */
function watchClicks(): void {
  const list = document.querySelector('ol[aria-label="Films for you, best first"]');
  if (!list) throw new Error('There is no list.');
  const textOf = (row: Element) => row.textContent ?? '';
  const textsBefore = () => new Map([...list.children].map((row) => [row, textOf(row)]));
  const notes = { updates: [] as string[], unchanged: 0, redrawn: [] as string[], before: textsBefore() };
  Object.assign(window, { budgetNotes: notes });
  window.weightless.model.subscribe(({ revision }, { revision: last }) => {
    notes.updates.push(`${last} to ${revision}`);
  });
  new MutationObserver((records) => {
    for (const [row, text] of notes.before) {
      // Place, film, figure, arrow: what a row says.
      if (row.parentNode !== list || textOf(row) !== text) continue;
      notes.unchanged++;
      const changes = records.filter(({ target }) => row.contains(target));
      if (changes.length > 0) notes.redrawn.push(`${text}: ${changes.map(({ type }) => type)}`);
    }
    notes.before = textsBefore();
  }).observe(list, { subtree: true, childList: true, characterData: true, attributes: true });
}

test('a click: is one update of the profile’s store, and redraws no row that says what it said before', async () => {
  await ready(page);
  await settle(page);
  await page.evaluate(watchClicks);
  for (const [click, answer] of ANSWERS.entries()) {
    await judge(page, answer);
    await settle(page);
    const { updates } = await page.evaluate(() => (window as unknown as BudgetWindow).budgetNotes);
    expect(updates).toHaveLength(click + 1);
  }
  const { unchanged, redrawn } = await page.evaluate(() => (window as unknown as BudgetWindow).budgetNotes);
  expect(unchanged).toBeGreaterThan(0);
  expect(redrawn).toEqual([]);
});

interface BudgetWindow {
  budgetNotes: { updates: string[]; unchanged: number; redrawn: string[] };
}

test('a click: allocates at most 10 MB, with all that follows it', async () => {
  await session.send('HeapProfiler.enable');
  await session.send('HeapProfiler.startSampling', {
    samplingInterval: 8192,
    includeObjectsCollectedByMajorGC: true,
    includeObjectsCollectedByMinorGC: true,
  });
  for (const answer of ANSWERS) await judge(page, answer);
  await settle(page);
  const { profile } = await session.send('HeapProfiler.stopSampling');
  const bytes = profile.samples.reduce((sum, { size }) => sum + size, 0) / ANSWERS.length;
  process.stdout.write(`allocated a click: ${Math.round(bytes / 1000)} kB\n`);
  expect(bytes).toBeGreaterThan(10_000);
  expect(bytes).toBeLessThanOrEqual(ALLOCATED_A_CLICK);
});

test('a click: has no task that needs the processor for more than 200 ms', async () => {
  const tasks: number[] = [];
  session.on('Tracing.dataCollected', ({ value }) => {
    for (const event of value as { name?: string; tdur?: number }[])
      if (event.name?.endsWith('RunTask') && event.tdur !== undefined) tasks.push(event.tdur / 1000);
  });
  const complete = new Promise<void>((resolve) => session.once('Tracing.tracingComplete', () => resolve()));
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: {
      includedCategories: ['toplevel', 'disabled-by-default-devtools.timeline'],
      excludedCategories: ['*'],
    },
  });
  for (const answer of ANSWERS) await judge(page, answer);
  await settle(page);
  await session.send('Tracing.end');
  await complete;
  await soon(() => tasks.length).toBeGreaterThan(ANSWERS.length);
  const longest = Math.max(...tasks);
  process.stdout.write(`longest of ${tasks.length} tasks: ${longest.toFixed(1)} ms of the processor\n`);
  expect(longest).toBeLessThanOrEqual(LONGEST_TASK_MS);
});
