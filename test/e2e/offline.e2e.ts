import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DIST } from '../../scripts/build.mjs';
import { serve } from '../../scripts/static-server.mjs';
import { ALL_SCREENS, runComparison, servedByWorker, visitEveryScreen } from './offline-steps';
import { goTo, judge, ready, settle } from './screens';
import { newReturningVisitor, newVisitor } from './visitor';

let root: string;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'weightless-site-'));
  await cp(DIST, join(root, 'some', 'folder'), { recursive: true });
});
afterAll(() => rm(root, { recursive: true, force: true }));

test('offline: opens every screen, in any folder of a site and after a restart, when there is no server any more', async () => {
  const server = await serve({ root, port: 0 });
  if (!server) throw new Error('There is no free port.');
  const visitor = await newReturningVisitor({
    serviceWorkers: 'allow',
    baseURL: `${server.url}some/folder/`,
  });
  try {
    await visitor.open();
    await ready(visitor.page);
    const before = await judge(visitor.page, 'Like');
    await settle(visitor.page);
    await servedByWorker(visitor.page);
    await server.close();
    await expect(fetch(server.url)).rejects.toThrow();

    await visitor.restart();
    await ready(visitor.page);
    const screens = await visitEveryScreen(visitor);
    expect(screens).toEqual(expect.arrayContaining(ALL_SCREENS));

    await runComparison(visitor);
    await visitor.page.goto('about:blank');
    await visitor.open('?from=a-friend#/rate');
    await ready(visitor.page);
    const after = await judge(visitor.page, 'Dislike');
    await settle(visitor.page);
    await visitor.page.reload();
    await goTo(visitor.page, 'My ratings');
    for (const title of [before, after])
      await visitor.page.getByRole('heading', { name: title, exact: true }).waitFor();

    expect(visitor.errors).toEqual([]);
    expect(visitor.foreignRequests).toEqual([]);
    expect(visitor.failedRequests).toEqual([]);
  } finally {
    await server.close();
    await visitor.leave();
  }
}, 240_000);

test('installing: finds nothing wrong with manifest, icons and worker when Chromium is asked', async () => {
  const visitor = await newVisitor({ serviceWorkers: 'allow' });
  try {
    await visitor.open();
    await servedByWorker(visitor.page);
    const devtools = await visitor.context.newCDPSession(visitor.page);
    const manifest = await devtools.send('Page.getAppManifest');
    expect(manifest.errors).toEqual([]);
    const { icons, start_url } = JSON.parse(manifest.data ?? '{}');
    expect(new URL(start_url, manifest.url).href).toBe(new URL('.', visitor.page.url()).href);
    for (const { src, sizes } of icons as { src: string; sizes: string }[]) {
      const drawn = await visitor.page.evaluate(async (url) => {
        const image = new Image();
        image.src = url;
        await image.decode();
        return `${image.naturalWidth}x${image.naturalHeight}`;
      }, new URL(src, manifest.url).href);
      if (sizes !== 'any') expect(drawn).toBe(sizes);
    }
    const { installabilityErrors } = await devtools.send('Page.getInstallabilityErrors');
    // Chromium installs nothing in private windows, and counts the profiles of tests among these.
    expect(installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito')).toEqual([]);
  } finally {
    await visitor.leave();
  }
});
