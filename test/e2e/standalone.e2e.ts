import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { STANDALONE } from '../../scripts/build.mjs';
import { ROOT, run } from '../../scripts/child.mjs';
import { ALL_SCREENS, runComparison, visitEveryScreen } from './offline-steps';
import { goTo, judge, ready, settle } from './screens';
import { playToTheEnd } from './talk-steps';
import { newReturningVisitor } from './visitor';

let folder: string;
let file: string;
beforeAll(async () => {
  // Fails where the file is too large, or where something did not fit into it.
  expect(await run(process.execPath, [join(ROOT, 'scripts/build-standalone.mjs')])).toBe(0);
  // Alone in a folder, as on a stick: nothing beside it can help.
  folder = await mkdtemp(join(tmpdir(), 'weightless stick-'));
  file = join(folder, STANDALONE.page);
  await copyFile(join(STANDALONE.folder, STANDALONE.page), file);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test('single file: asks for nothing, keeps ratings, compares and gives a talk when it is opened from a disk', async () => {
  const visitor = await newReturningVisitor({ baseURL: pathToFileURL(file).href });
  const requests: string[] = [];
  const listen = () =>
    visitor.context.on('request', (request) => {
      if (!/^(data|blob):/.test(request.url())) requests.push(request.url().split('#')[0]);
    });
  try {
    listen();
    await visitor.open();
    await ready(visitor.page);
    const liked = await judge(visitor.page, 'Like');
    await settle(visitor.page);
    await visitor.page.reload();
    await ready(visitor.page);
    const disliked = await judge(visitor.page, 'Dislike');
    await settle(visitor.page);

    await visitor.restart();
    listen();
    await goTo(visitor.page, 'My ratings');
    for (const title of [liked, disliked])
      await visitor.page.getByRole('heading', { name: title, exact: true }).waitFor();
    const screens = await visitEveryScreen(visitor);
    expect(screens).toEqual(expect.arrayContaining(ALL_SCREENS));

    const fonts = await visitor.page.evaluate(() =>
      [...document.fonts]
        .filter(({ status }) => status === 'loaded')
        .map(({ family }) => family.replaceAll('"', '')),
    );
    expect(fonts.sort()).toEqual(['Bricolage Grotesque Variable', 'Inter Variable']);
    await runComparison(visitor);
    await visitor.page.goto('about:blank');
    await visitor.open('#/talk');
    await playToTheEnd(visitor.page);

    expect(new Set(requests)).toEqual(new Set([pathToFileURL(file).href]));
    expect(visitor.errors).toEqual([]);
    expect(visitor.foreignRequests).toEqual([]);
    expect(visitor.failedRequests).toEqual([]);
  } finally {
    await visitor.leave();
  }
}, 300_000);
