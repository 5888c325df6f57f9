import { expect, onTestFinished, test } from 'vitest';
import { page } from 'vitest/browser';
import type { Versions } from '../../src/state/platform/dependencies';
import { openApp } from './small-app';
import { button, goTo, judge, listed, loaded, say, see, seeNothingOf } from './steps';

/** Until it is freed, nothing can be written any more, as on a device that is full. @returns how to free it */
function fillTheDisk(): () => void {
  const { add, put } = IDBObjectStore.prototype;
  const full = (): never => {
    throw new DOMException('The disk is full.', 'QuotaExceededError');
  };
  Object.assign(IDBObjectStore.prototype, { add: full, put: full });
  const free = () => {
    Object.assign(IDBObjectStore.prototype, { add, put });
  };
  onTestFinished(free);
  return free;
}

const alert = () => page.getByRole('alert');
const prompt = () => page.getByRole('status').filter({ hasText: 'A new version is ready' });

test('saving: says where ratings are kept, and asks the browser to keep them when told to', async () => {
  await openApp();
  await judge('Like');
  await button('Saved').click();
  await see(page.getByText('Your ratings are kept in this browser, on this device, and sent nowhere.'));
  await see(page.getByText(/^This browser may clear it .* In use: 1\.2\sMB\.$/));
  await button('Ask the browser to keep it').click();
  await see(page.getByText(/^This browser has promised not to clear it by itself\./));
  await seeNothingOf(button('Ask the browser to keep it'));
});

test('saving: says so when the browser does not agree to keep ratings', async () => {
  const storageManager = { persisted: async () => false, persist: async () => false };
  await openApp({ dependencies: { storageManager } });
  await button('Nothing to save').click();
  await button('Ask the browser to keep it').click();
  await see(page.getByText(/^The browser did not agree\. Visiting often helps/));
});

test('saving: tells of clicks that cannot be saved on every screen until they are, and loses none', async () => {
  const app = await openApp();
  await say('Like', 'Film 4');
  await see(button('Saved'));
  const free = fillTheDisk();
  const saved = listed();
  await say('Like', 'Film 9');
  await expect.poll(listed).not.toEqual(saved);
  await see(alert().getByText('1 click is not saved'));
  await say('Dislike', 'Film 2');
  await see(alert().getByText('2 clicks are not saved'));
  await see(button('Not saved'));
  await button('Retry').click();
  await goTo('For you');
  await see(alert().getByText('2 clicks are not saved'));

  free();
  await button('Retry').click();
  await seeNothingOf(alert());
  await see(button('Saved'));
  await expect.poll(() => listed().length).toBe(50);
  const list = listed();
  await app.reload();
  await expect.poll(listed).toEqual(list);
  await goTo('My ratings');
  await see(page.getByText('2 liked, 1 disliked. Change or remove any of them.'));
});

test('saving: keeps a tuning on the page and says so when it cannot be saved', async () => {
  await openApp({ at: '/for-you' });
  await button('Tune').click();
  await see(page.getByRole('region', { name: 'Tune this list' }));
  const free = fillTheDisk();
  await page
    .getByRole('button', { name: /^Less / })
    .first()
    .click();
  await see(alert().getByText('What you tuned could not be saved. It holds until you close the page.'));
  free();
  await page
    .getByRole('button', { name: /^Less / })
    .last()
    .click();
  await seeNothingOf(alert());
});

/** A newer version of the app that waits for a yes; what was done of it. */
function newerVersion(): { versions: Versions; arrives(): void; done: string[] } {
  const done: string[] = [];
  let callbacks: Parameters<Versions['watch']>[0] | undefined;
  const versions: Versions = {
    watch(given) {
      callbacks = given;
      return () => {};
    },
    takeOver: () => done.push('taken over'),
    reload: () => done.push('loaded anew'),
  };
  return { versions, arrives: () => callbacks?.onWaiting(), done };
}

test('update: offers a newer version, and does nothing when the answer is later', async () => {
  const { versions, arrives, done } = newerVersion();
  await openApp({ dependencies: { versions } });
  await loaded();
  await seeNothingOf(prompt());
  arrives();
  await see(prompt());
  await prompt().getByRole('button', { name: 'Later' }).click();
  await seeNothingOf(prompt());
  expect(done).toEqual([]);
});

test('update: waits for unsaved clicks when the answer is yes', async () => {
  const { versions, arrives, done } = newerVersion();
  const app = await openApp({ dependencies: { versions } });
  await loaded();
  const free = fillTheDisk();
  await say('Like', 'Film 4');
  await see(alert().getByText('1 click is not saved'));
  arrives();
  await prompt().getByRole('button', { name: 'Update now' }).click();
  await see(prompt().getByText('It starts as soon as your last clicks are saved.'));
  expect(done).toEqual([]);
  free();
  await button('Retry').click();
  await expect.poll(() => done).toEqual(['taken over']);
  await app.reload();
  await goTo('My ratings');
  await see(page.getByText('1 liked, 0 disliked. Change or remove any of them.'));
});
