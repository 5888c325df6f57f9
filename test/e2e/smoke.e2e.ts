import { afterEach, expect, test } from 'vitest';
import { markOf, until } from '../bench/browser-page';
import { newReturningVisitor, newVisitor, type Visitor } from './visitor';

let visitor: Visitor;
afterEach(() => visitor.leave());

test('first visit: shows the app, without errors and without any other server, when its address is opened', async () => {
  visitor = await newVisitor({ serviceWorkers: 'allow' });
  await visitor.open();
  await visitor.page.waitForLoadState('networkidle');

  expect(await visitor.page.title()).toContain('Weightless');
  expect((await visitor.page.locator('#root').textContent())?.trim()).toBeTruthy();
  expect(visitor.errors).toEqual([]);
  expect(visitor.foreignRequests).toEqual([]);
  expect(visitor.failedRequests).toEqual([]);
});

test('first visit: loads at most 200 kB of gzipped JavaScript before the first film can be judged', async () => {
  visitor = await newVisitor({ serviceWorkers: 'allow' });
  await visitor.open();
  await until('the first film', async () => (await markOf(visitor.page)) !== null);

  const bytes = await visitor.scriptBytes((await markOf(visitor.page)) ?? 0);
  expect(bytes).toBeGreaterThan(0);
  expect(bytes).toBeLessThanOrEqual(200_000);
});

test('IndexedDB: keeps what a visitor stored when the browser program is started anew', async () => {
  const returning = await newReturningVisitor();
  visitor = returning;
  await visitor.open();
  await visitor.page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('smoke', 1);
        opening.onupgradeneeded = () => opening.result.createObjectStore('values').put('kept', 'key');
        opening.onsuccess = () => {
          opening.result.close();
          resolve();
        };
        opening.onerror = () => reject(opening.error);
      }),
  );
  await returning.restart();
  const kept = await visitor.page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open('smoke', 1);
        opening.onsuccess = () => {
          const reading = opening.result.transaction('values').objectStore('values').get('key');
          reading.onsuccess = () => resolve(reading.result);
        };
        opening.onerror = () => reject(opening.error);
      }),
  );
  expect(kept).toBe('kept');
});
