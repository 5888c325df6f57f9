import { appendFile, mkdtemp, open, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, inject, test } from 'vitest';
import { createRandom } from '../../src/lib/random';
import { type Browser, startBrowser } from '../torture/browser';
import { recordPages } from '../torture/page-recorder';
import { afterPress, press, standOf, untilReady } from '../torture/person';

/* What is on the disk is damaged between a kill and the next start, as a kill within a write leaves it. */

const random = createRandom(1);
const url = inject('baseUrl');
let folder: string;
let browser: Browser;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'weightless-torn-'));
  await start();
});
afterEach(async () => {
  await browser.kill();
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
});

async function start(): Promise<void> {
  browser = await startBrowser(folder, url);
  await recordPages(browser.context, () => {});
  await browser.page.goto(url);
  await untilReady(browser.page);
}

/** Judges films until so many events are saved. @returns their ids */
async function clicks(count: number): Promise<string[]> {
  const { page } = browser;
  let stand = await standOf(page);
  for (let click = 0; click < count; click++) {
    await press(page, stand, random);
    stand = await afterPress(page, stand);
  }
  await page.getByText('Saved', { exact: true }).first().waitFor();
  return ids();
}

const ids = () => browser.page.evaluate(() => window.weightless.model.getState().events.map(({ id }) => id));

/** The log of LevelDB that is being written. */
async function diskLog(): Promise<string> {
  const stored = join(folder, 'Default', 'IndexedDB');
  const [database] = (await readdir(stored)).filter((name) => name.endsWith('.leveldb'));
  const logs = (await readdir(join(stored, database))).filter((name) => /^\d+\.log$/.test(name)).sort();
  return join(stored, database, logs[logs.length - 1]);
}

/** The head of a record of 500 bytes (checksum, length, kind "whole") without the record: the kill came between the two. */
const TORN = Uint8Array.of(1, 2, 3, 4, 0xf4, 1, 1);

test('log: keeps every click when the browser was killed within a write, rated on and was killed again', async () => {
  await clicks(3);
  await browser.kill();
  await appendFile(await diskLog(), TORN);
  await start();
  const known = await clicks(3);
  expect(known.length).toBeGreaterThanOrEqual(6);
  await browser.kill();
  await start();
  expect(await ids()).toEqual(known);
});

test('start: says that the browser deleted everything when it found its storage damaged', async () => {
  await clicks(3);
  await browser.kill();
  const file = await diskLog();
  // The middle of a log whose end is whole.
  await damageMiddle(file);
  await start();
  const { page } = browser;
  const told = page.getByRole('alert').filter({ hasText: 'Your browser lost what was saved here' });
  await told.waitFor();
  expect(await ids()).toEqual([]);
  await told.getByRole('link', { name: 'Restore a backup' }).click();
  await page.getByRole('heading', { level: 1, name: 'Your data' }).waitFor();
  await told.getByRole('button', { name: 'Close' }).click();
  await told.waitFor({ state: 'detached' });
});

/** Overwrites some bytes in the middle. */
async function damageMiddle(file: string): Promise<void> {
  const { size } = await stat(file);
  const handle = await open(file, 'r+');
  await handle.write(new Uint8Array(20), 0, 20, Math.floor(size / 2));
  await handle.close();
}
