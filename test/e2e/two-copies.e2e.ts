import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { DIST } from '../../scripts/build.mjs';
import { serve } from '../../scripts/static-server.mjs';
import { judge, opinions, ready, settle } from './screens';
import { newVisitor, type Visitor } from './visitor';

let visitor: Visitor;
let root: string;
let close: () => Promise<void>;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'weightless-copies-'));
  for (const folder of ['a', 'b']) await cp(DIST, join(root, folder), { recursive: true });
  const server = await serve({ root, port: 0 });
  if (!server) throw new Error('There is no free port.');
  close = server.close;
  visitor = await newVisitor({ serviceWorkers: 'allow', reducedMotion: 'reduce', baseURL: server.url });
});
afterEach(async () => {
  await visitor.leave();
  await close();
  await rm(root, { recursive: true });
});

test('two copies of the app on one site share ratings, which is said once where the second is opened, and under About', async () => {
  await visitor.open('a/');
  const { page } = visitor;
  await ready(page);
  const sentence = page.getByText('All its copies here show the same people and the same ratings');
  await judge(page, 'Like');
  await settle(page);
  const said = await opinions(page);
  await page.reload();
  await ready(page);
  expect(await sentence.count()).toBe(0);

  await visitor.open('b/');
  await ready(page);
  await page.getByText('Weightless was also opened at /a/ on this site.').waitFor();
  expect(await opinions(page)).toEqual(said);
  await page.getByRole('button', { name: 'Good', exact: true }).click();
  await sentence.waitFor({ state: 'detached' });

  await page.reload();
  await ready(page);
  expect(await opinions(page)).toEqual(said);
  expect(await sentence.count()).toBe(0);
  await visitor.open('b/#/about');
  await sentence.waitFor();
  await visitor.open('a/#/about');
  await page.getByText('Weightless was also opened at /b/ on this site.').waitFor();
  expect(visitor.errors).toEqual([]);
});
