import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterEach, expect, test } from 'vitest';
import { DIST } from '../../scripts/build.mjs';
import { judge, lengthOf, listOf, opinions, ranked, ready, settle, soon, stateHash } from './screens';
import { newVisitor, type Visitor } from './visitor';

const FILM_DATA = '**/data/films.bin';

let visitor: Visitor;
afterEach(() => visitor.leave());

test('start: says so when film data is missing, cut short or altered, and goes on when it is tried again', async () => {
  visitor = await newVisitor();
  const { page } = visitor;
  const faults: [damage: (bytes: Buffer) => Buffer | null, words: string][] = [
    [() => null, 'The film data could not be loaded (the server answered 404).'],
    [(bytes) => bytes.subarray(0, bytes.length / 2), 'incomplete'],
    [
      (bytes) => bytes.fill(bytes[bytes.length >> 1] ^ 0x10, bytes.length >> 1, (bytes.length >> 1) + 1),
      'damaged',
    ],
  ];
  for (const [damage, words] of faults) {
    const body = damage(readFileSync(join(DIST, 'data/films.bin')));
    await page.route(FILM_DATA, async (route) => {
      if (body) await route.fulfill({ body });
      else await route.fulfill({ status: 404 });
    });
    if (page.url().startsWith('http')) await page.reload();
    else await visitor.open();
    const error = page.getByRole('alert').filter({ hasText: 'Weightless cannot start' });
    await error.getByText(words).waitFor();
    expect(await page.getByRole('heading', { level: 1 }).allTextContents()).toEqual([
      'Weightless cannot start',
    ]);

    await page.unroute(FILM_DATA);
    await page.getByRole('button', { name: 'Try again' }).click();
    await ready(page);
    expect(await listOf(page, 'beside')).toHaveLength(await lengthOf(page, 'beside'));
  }
});

/** Reads a person's saved model as bytes, or writes them; null where there is none. */
const snapshot = (page: Page, bytes?: number[]) =>
  page.evaluate(
    (bytes) =>
      new Promise<number[] | null>((resolve, reject) => {
        const profileId = window.weightless.model.getState().profileId as string;
        const opening = indexedDB.open('weightless');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const work = opening.result.transaction('snapshots', 'readwrite');
          const store = work.objectStore('snapshots');
          const reading = store.get(profileId);
          if (bytes) store.put({ profileId, bytes: Uint8Array.from(bytes) });
          work.onabort = () => reject(work.error);
          work.oncomplete = () => {
            opening.result.close();
            resolve(reading.result ? [...reading.result.bytes] : null);
          };
        };
      }),
    bytes,
  );

test('saved model: is built again from the log, without a word on the screen, when it is damaged', async () => {
  visitor = await newVisitor({ reducedMotion: 'reduce' });
  const { page } = visitor;
  await visitor.open();
  await ready(page);
  for (const answer of ['Like', 'Dislike', 'Like'] as const) await judge(page, answer);
  await settle(page);
  // The list beside the film hides what is asked next, which is planned anew after a reload: the order itself is compared.
  const told = async () => ({ list: await ranked(page), hash: (await stateHash(page)).state });
  const before = await told();
  await soon(() => snapshot(page)).not.toBeNull();

  const whole = (await snapshot(page)) ?? [];
  const altered = whole.map((byte, at) => (at === whole.length >> 1 ? byte ^ 1 : byte));
  for (const damaged of [altered, whole.slice(0, -3), []]) {
    await snapshot(page, damaged);
    // Others warn too, in any order: that the service worker is kept out, for one.
    const warned = page.waitForEvent('console', {
      predicate: (message) =>
        message.type() === 'warning' && message.text().includes('built again from the log'),
    });
    await page.reload();
    await warned;
    await listOf(page, 'beside');
    // The list is drawn once more when the ratings have come.
    await soon(told).toEqual(before);
    expect(await page.getByRole('alert').count()).toBe(0);
  }
  expect(visitor.errors).toEqual([]);
});

test('tabs: show what is said and undone when that happens in another tab', async () => {
  visitor = await newVisitor({ reducedMotion: 'reduce' });
  await visitor.open();
  const here = visitor.page;
  await ready(here);
  const there = await visitor.context.newPage();
  await there.goto(`${here.url().split('#')[0]}#/for-you`);
  await ready(there);
  const same = async () => {
    await settle(here);
    await soon(() => opinions(there)).toEqual(await opinions(here));
    await soon(() => stateHash(there)).toEqual(await stateHash(here));
    return listOf(there, 'whole');
  };

  const first = await listOf(there, 'whole');
  await judge(here, 'Like');
  const second = await same();
  expect(second).not.toEqual(first);
  const best = there.getByRole('button', { name: /^Like / }).first();
  await best.click();
  await settle(there);
  await soon(() => opinions(here)).toHaveLength(2);
  await here.keyboard.press('u');
  await here.keyboard.press('u');
  expect(await same()).toEqual(first);
  expect(visitor.errors).toEqual([]);
});
