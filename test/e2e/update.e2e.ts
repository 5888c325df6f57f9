import { cp, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterEach, beforeEach, expect, test } from 'vitest';
import packageInfo from '../../package.json' with { type: 'json' };
import { DIST } from '../../scripts/build.mjs';
import { serve } from '../../scripts/static-server.mjs';
import { servedByWorker } from './offline-steps';
import { events, inView, judge, ready, settle } from './screens';
import { newVisitor, type Visitor } from './visitor';

const OLD = packageInfo.version;
const NEW = `${OLD}-next`;

/** Makes a build into the next version of itself: other files in assets/, the old ones gone, another service worker. */
async function deployNext(site: string): Promise<void> {
  const assets = await readdir(join(site, 'assets'));
  const next = (name: string) => name.replace(/\.\w+$/, '-next$&');
  for (const name of assets) await rename(join(site, 'assets', name), join(site, 'assets', next(name)));
  const texts = [...assets.map(next).map((name) => `assets/${name}`), 'index.html', 'sw.js'];
  for (const path of texts.filter((name) => /\.(js|css|html)$/.test(name))) {
    let text = await readFile(join(site, path), 'utf8');
    for (const name of assets) text = text.replaceAll(name, next(name));
    if (path.endsWith('.js')) text = text.replaceAll(OLD, NEW);
    if (path === 'sw.js') text = text.replace(/(url:"index\.html",revision:)"\w+"/, '$1"next"');
    await writeFile(join(site, path), text);
  }
}

let site: string;
let server: NonNullable<Awaited<ReturnType<typeof serve>>>;
let visitor: Visitor;

beforeEach(async () => {
  site = await mkdtemp(join(tmpdir(), 'weightless-site-'));
  await cp(DIST, site, { recursive: true });
  const started = await serve({ root: site, port: 0 });
  if (!started) throw new Error('There is no free port.');
  server = started;
  visitor = await newVisitor({ serviceWorkers: 'allow', baseURL: server.url });
});
afterEach(async () => {
  await visitor.leave();
  await server.close();
  await rm(site, { recursive: true, force: true });
});

const prompt = (page: Page) => page.getByRole('status').filter({ hasText: 'A new version is ready' });
const answer = (page: Page, name: string) => prompt(page).getByRole('button', { name }).click();
const showsVersion = (page: Page, version: string) =>
  page.getByText(`Version ${version}`, { exact: true }).waitFor();

async function openAbout(page: Page): Promise<void> {
  await page.goto('about:blank');
  await page.goto(new URL('#/about', server.url).href);
  await ready(page);
}

test('update: waits for a yes, then replaces all tabs at once with every click in the log, when a new version is there', async () => {
  await visitor.open();
  const one = visitor.page;
  await ready(one);
  await servedByWorker(one);
  await judge(one, 'Like');
  await settle(one);
  const two = await visitor.context.newPage();
  await openAbout(two);
  await showsVersion(two, OLD);

  await deployNext(site);
  await one.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update());
  for (const page of [one, two]) await prompt(page).waitFor();

  // Until then a tab that loads anew gets all of the old version, though the server has none of it left.
  await answer(two, 'Later');
  await prompt(two).waitFor({ state: 'hidden' });
  await openAbout(two);
  await showsVersion(two, OLD);
  await prompt(two).waitFor();

  await judge(one, 'Dislike');
  await inView(one);
  await one.keyboard.press('l');
  const clicks = await events(one);
  expect(clicks).toHaveLength(3);
  const replaced = Promise.all([one, two].map((page) => page.waitForEvent('load')));
  await answer(one, 'Update now');
  await replaced;

  await showsVersion(two, NEW);
  await ready(one);
  for (const page of [one, two]) {
    expect((await events(page)).map(({ id }) => id)).toEqual(clicks.map(({ id }) => id));
    expect(await prompt(page).count()).toBe(0);
  }
  await openAbout(one);
  await showsVersion(one, NEW);

  expect(visitor.errors).toEqual([]);
  expect(visitor.foreignRequests).toEqual([]);
  expect(visitor.failedRequests).toEqual([]);
});

test('update: loads the page anew, once, when a part of its version cannot be had', async () => {
  await visitor.open();
  await servedByWorker(visitor.page);
  const fail = () => visitor.page.evaluate(() => window.dispatchEvent(new Event('vite:preloadError')));
  const loaded = visitor.page.waitForEvent('load');
  await fail();
  await loaded;
  await ready(visitor.page);
  await servedByWorker(visitor.page);

  await visitor.page.evaluate(() => Object.assign(window, { same: true }));
  await fail();
  await settle(visitor.page);
  expect(await visitor.page.evaluate(() => 'same' in window)).toBe(true);
});
