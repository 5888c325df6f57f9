import type { Page } from 'playwright';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { answer, badge, click, ids, isKept, notice, storedIds } from './saved-steps';
import { events, ready, settle, soon } from './screens';
import { newVisitor, type Visitor } from './visitor';

/** What is wrong with the browser's database from now on. */
type Fault = 'dead' | 'full' | 'abort' | 'hang' | null;

declare global {
  interface Window {
    fault?: Fault;
    /** By how much the clock is wrong, in milliseconds. */
    clockAhead?: number;
  }
}

let visitor: Visitor;
let page: Page;
beforeEach(async () => {
  visitor = await newVisitor({ reducedMotion: 'reduce' });
  page = visitor.page;
  await page.addInitScript(injectFaults);
  await visitor.open();
  await ready(page);
});
afterEach(() => visitor.leave());

/** Runs in the page before the app: passes everything on to the browser, but for the fault that is set. */
function injectFaults(): void {
  const dead = new WeakSet<IDBDatabase>();
  const { transaction } = IDBDatabase.prototype;
  IDBDatabase.prototype.transaction = function (this: IDBDatabase, ...given: Parameters<typeof transaction>) {
    const writes = given[1] === 'readwrite' && [given[0]].flat().includes('events');
    if (window.fault === 'dead' && writes) dead.add(this);
    if (dead.has(this)) throw new DOMException('The database connection is closing.', 'InvalidStateError');
    const work = transaction.apply(this, given);
    if (!writes) return work;
    if (window.fault === 'hang') {
      // The browser commits, and its answer never comes.
      const listen = work.addEventListener;
      Object.defineProperty(work, 'oncomplete', { set() {} });
      work.addEventListener = ((type: string, ...rest: [EventListener]) => {
        if (type !== 'complete') listen.call(work, type, ...rest);
      }) as typeof listen;
    }
    return work;
  };
  const { add } = IDBObjectStore.prototype;
  IDBObjectStore.prototype.add = function (this: IDBObjectStore, ...entry) {
    if (window.fault === 'full') throw new DOMException('The disk is full.', 'QuotaExceededError');
    const request = add.apply(this, entry);
    // After the row was taken, and before the commit.
    if (window.fault === 'abort') request.addEventListener('success', () => this.transaction.abort());
    return request;
  };
  const now = Date.now.bind(Date);
  Date.now = () => now() + (window.clockAhead ?? 0);
}

const setFault = (fault: Fault) =>
  page.evaluate((name) => {
    window.fault = name;
  }, fault);

/** Two clicks under a fault, which is then over, and Retry. */
async function recoversFrom(fault: Fault): Promise<void> {
  await click(page, 'Like');
  await badge(page, 'Saved').waitFor();
  await setFault(fault);
  await click(page, 'Dislike');
  await notice(page).waitFor();
  await click(page, 'Like');
  await notice(page).getByText('2 clicks are not saved').waitFor();
  // A click tries to save at once: once the fault is over, an attempt still under way would leave nothing to retry.
  await settle(page);
  expect(await badge(page, 'Saved').count()).toBe(0);
  await setFault(null);
  await answer(page, 'Retry');
  await notice(page).waitFor({ state: 'detached' });
  const wanted = await ids(page);
  expect(wanted).toHaveLength(3);
  await isKept(page, wanted);
}

test('a full disk: the clicks wait on the page, and Retry saves each once', () => recoversFrom('full'));

test('commits that are aborted after the rows were taken: the clicks wait, and Retry saves each once', () =>
  recoversFrom('abort'));

test('a connection that died: another is opened without a word, and each click is saved once', async () => {
  await click(page, 'Like');
  await settle(page);
  await setFault('dead');
  await page.evaluate(() =>
    window.weightless.model.getState().undo({ place: 'rate', predictionVisible: false }),
  );
  await setFault(null);
  await click(page, 'Dislike');
  await isKept(page, await ids(page));
});

test('every connection dies for a while: the clicks wait, and Retry opens one that lives', () =>
  recoversFrom('dead'));

test('a commit that never answers: the badge says that it takes long, and Retry asks over a new connection', async () => {
  await click(page, 'Like');
  await badge(page, 'Saved').waitFor();
  await setFault('hang');
  await click(page, 'Dislike');
  await badge(page, 'Saving takes long').waitFor();
  await notice(page).getByText('has not answered for a while').waitFor();
  await click(page, 'Like');
  await notice(page).getByText('2 clicks are not saved').waitFor();
  await answer(page, 'Retry');
  await soon(() => notice(page).getByRole('button', { name: 'Retry' }).isEnabled()).toBe(true);

  await setFault(null);
  await answer(page, 'Retry');
  await notice(page).waitFor({ state: 'detached' });
  const wanted = await ids(page);
  expect(wanted).toHaveLength(3);
  await isKept(page, wanted);
});

test('clocks that jump a year ahead and back: everything is saved, in the order of clicking', async () => {
  const year = 366 * 86_400_000;
  for (const ahead of [0, year, 0, -year, year / 2]) {
    await page.evaluate((by) => {
      window.clockAhead = by;
    }, ahead);
    await click(page, 'Like');
    await settle(page);
  }
  const wanted = await ids(page);
  const times = (await events(page)).map(({ time }) => time);
  expect(times).toEqual([...times].sort((a, b) => a - b));
  expect(new Set(times).size).toBe(5);
  await isKept(page, wanted);
  await page.getByRole('navigation').getByRole('link', { name: 'My ratings', exact: true }).click();
  await page.getByText('5 liked, 0 disliked').waitFor();
});

test('leaving asks while clicks are not saved, and only then', async () => {
  const asked: string[] = [];
  page.on('dialog', async (dialog) => {
    asked.push(dialog.type());
    await dialog.accept();
  });
  await click(page, 'Like');
  await badge(page, 'Saved').waitFor();
  await page.reload();
  await ready(page);
  expect(asked).toEqual([]);

  await setFault('full');
  await click(page, 'Like');
  await badge(page, 'Not saved').waitFor();
  await page.reload();
  await ready(page);
  expect(asked).toEqual(['beforeunload']);
  expect(await storedIds(page)).toHaveLength(1);
});

test('a newer version of the app changes the database: says so, asks for a reload, and does not touch it', async () => {
  await click(page, 'Like');
  await badge(page, 'Saved').waitFor();
  const other = await visitor.context.newPage();
  await other.goto(new URL('icon.svg', page.url()).href);
  await other.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('weightless', 40);
        opening.onupgradeneeded = () => opening.result.createObjectStore('more');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          opening.result.close();
          resolve();
        };
      }),
  );
  await notice(page).getByText('was updated in another tab').waitFor();
  await click(page, 'Like');
  await notice(page).getByText('1 click is not saved').waitFor();
  expect(await notice(page).getByRole('button').allTextContents()).toEqual(['Reload']);
  expect(await storedIds(page)).toHaveLength(1);
});
