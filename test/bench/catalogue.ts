// Uses a large catalogue in Chromium: npm run bench:catalogue -- --pack FILE [--json]
import { readFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium, type Page } from 'playwright';
import { DIST, ensureBuilt } from '../../scripts/build.mjs';
import { CHROMIUM_ARGS, findBrowser, MISSING_BROWSER } from '../../scripts/find-browser.mjs';
import { serve } from '../../scripts/static-server.mjs';
import { watchContext } from '../e2e/watch';

/** What a catalogue of 90,000 films may take, in milliseconds and bytes. */
const LIMITS = { searchMillis: 50, clickMillis: 16, pageBytes: 700e6 };
/** What is typed: from one letter, which finds every film of a generated catalogue, to what finds none. */
const QUERIES = [
  'm',
  'ma',
  'made-up',
  'made-up 4',
  'made-up 123',
  'up made 77',
  'mdae-up 9',
  '1999',
  'the',
  'zzzzz',
];
const CLICKS = 120;

async function main(): Promise<boolean> {
  const { values } = parseArgs({
    options: { pack: { type: 'string' }, json: { type: 'boolean', default: false } },
  });
  if (!values.pack) throw new Error('--pack names a catalogue file.');
  const executablePath = findBrowser();
  if (!executablePath) throw new Error(MISSING_BROWSER);
  if ((await ensureBuilt()) !== 0) throw new Error('The build failed.');
  const server = await serve({ root: DIST, port: 0 });
  if (!server) throw new Error('There is no free port.');
  const browser = await chromium.launch({ executablePath, args: CHROMIUM_ARGS });
  try {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    await watchContext(context, server.url);
    const page = await context.newPage();
    // tsx compiles functions to name themselves by a helper, which the page has to have too.
    await page.addInitScript('globalThis.__name = (named) => named');
    await page.goto(`${server.url}#/your-data`);
    const switchMillis = await take(page, resolve(values.pack));
    const begun = performance.now();
    await page.goto(`${server.url}#/rate`);
    await page.reload();
    await page.getByRole('searchbox', { name: 'Find a film by title' }).waitFor();
    const startMillis = performance.now() - begun;
    const clicks = await page.evaluate(timeClicks, CLICKS);
    const searches = await page.evaluate(timeSearches, QUERIES);
    const result = {
      films: await page.evaluate(() => {
        const { status } = window.weightless.session.getState();
        return status.phase === 'ready' ? status.library.catalogue.count : 0;
      }),
      switchMillis,
      startMillis,
      ...{ clickMillis: median(clicks), click95Millis: at(clicks, 0.95) },
      ...{ searchMillis: median(searches), slowestSearchMillis: at(searches, 1) },
      ...(await memoryOf(page)),
      load: loadavg()[0],
    };
    if (values.json) console.log(JSON.stringify({ ...result, clicks, searches }));
    else console.table([result]);
    return (
      result.slowestSearchMillis <= LIMITS.searchMillis &&
      result.clickMillis <= LIMITS.clickMillis &&
      result.pageBytes <= LIMITS.pageBytes
    );
  } finally {
    await browser.close();
    await server.close();
  }
}

const at = (values: readonly number[], share: number) =>
  values.toSorted((a, b) => a - b)[Math.ceil(share * values.length) - 1];
const median = (values: readonly number[]) => at(values, 0.5);

/** Adds the catalogue as a person does. @returns milliseconds until it is in use */
async function take(page: Page, file: string): Promise<number> {
  const films = page.getByRole('region', { name: 'The films' });
  const input = films.getByRole('region', { name: 'A catalogue file' }).locator('input[type=file]');
  await input.waitFor({ state: 'attached' });
  const begun = performance.now();
  await input.setInputFiles({
    name: 'large.wlpk',
    mimeType: 'application/octet-stream',
    buffer: readFileSync(file),
  });
  await films.getByText(/You now use /).waitFor({ timeout: 120_000 });
  return performance.now() - begun;
}

/** In the page: how long each click keeps it, learning, the new order and what every screen is told included. */
function timeClicks(count: number): number[] {
  const { model, rate } = window.weightless;
  const kinds = ['like', 'dislike', 'like', 'so-so'] as const;
  return Array.from({ length: count }, (_, click) => {
    const { current } = rate.getState();
    if (current === null) throw new Error('There is no film to judge.');
    const begun = performance.now();
    model.getState().rate(current, kinds[click % 4], { place: 'rate', predictionVisible: false });
    return performance.now() - begun;
  });
}

/** In the page: from a query in the box until its answer stands below it. */
async function timeSearches(queries: string[]): Promise<number[]> {
  const box = document.querySelector<HTMLInputElement>('input[aria-label="Find a film by title"]');
  if (!box) throw new Error('There is no search.');
  const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
  const shown = () => document.querySelector('[role=listbox]')?.parentElement?.textContent ?? '';
  const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
  const enter = (text: string) => {
    set?.call(box, text);
    box.dispatchEvent(new Event('input', { bubbles: true }));
  };
  const answer = async (text: string, patience: number) => {
    enter('');
    await wait(150);
    const before = shown();
    const begun = performance.now();
    enter(text);
    while (shown() === before && performance.now() - begun < patience) await wait(0);
    if (shown() === before) throw new Error(`The search for "${text}" has no answer.`);
    return performance.now() - begun;
  };
  box.focus();
  // The first one waits for the index.
  await answer('first', 10_000);
  const times: number[] = [];
  for (const query of queries) times.push(await answer(query, 2000));
  return times;
}

/** Resident bytes of the page's process, and of its heap after a collection. */
async function memoryOf(page: Page): Promise<{ pageBytes: number; heapBytes: number }> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  const whole = await page.context().browser()?.newBrowserCDPSession();
  const { processInfo } = (await whole?.send('SystemInfo.getProcessInfo')) ?? { processInfo: [] };
  const resident = processInfo
    .filter(({ type }) => type === 'renderer')
    .map(({ id }) => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1]) * 1024);
  return { pageBytes: Math.max(...resident), heapBytes: usedSize };
}

const held = await main();
console.error(held ? 'All promises held.' : 'A promise was broken.');
process.exitCode = held ? 0 : 1;
