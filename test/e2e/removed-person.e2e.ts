import type { Page } from 'playwright';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { events, filmToJudge, inView, judge, opinions, rawStorage, ready, settle, soon } from './screens';
import { newVisitor, type Visitor } from './visitor';

declare global {
  interface Window {
    /** Set: nothing can be written to the log. */
    logClosed?: boolean;
    /** Set: nothing is heard of other tabs. */
    deaf?: boolean;
  }
}

let visitor: Visitor;
let here: Page;
let there: Page;

/** Two tabs, both rating as Ada, beside a person called You. */
beforeEach(async () => {
  visitor = await newVisitor({ reducedMotion: 'reduce' });
  await visitor.context.addInitScript(() => {
    const { add } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.add = function (...entry) {
      if (window.logClosed && this.name === 'events')
        throw new DOMException('The disk is full.', 'QuotaExceededError');
      return add.apply(this, entry);
    };
    const heard = Object.getOwnPropertyDescriptor(BroadcastChannel.prototype, 'onmessage');
    Object.defineProperty(BroadcastChannel.prototype, 'onmessage', {
      set(listener: (message: MessageEvent) => void) {
        heard?.set?.call(this, (message: MessageEvent) => window.deaf || listener(message));
      },
    });
  });
  await visitor.open();
  there = visitor.page;
  await ready(there);
  await there.evaluate(() => window.weightless.profiles.getState().create('Ada'));
  await ready(there);
  await judge(there, 'Like');
  await judge(there, 'Dislike');
  await settle(there);
  here = await visitor.context.newPage();
  await here.goto(`${there.url().split('#')[0]}#/rate`);
  await ready(here);
  await soon(() => whoIs(here)).toBe('Ada');
});
afterEach(() => visitor.leave());

const whoIs = (page: Page) =>
  page.evaluate(() => {
    const { list, activeId } = window.weightless.profiles.getState();
    return list.find(({ id }) => id === activeId)?.name;
  });

const removeAda = () =>
  there.evaluate(() => {
    const { list, remove } = window.weightless.profiles.getState();
    return remove(list.find(({ name }) => name === 'Ada')?.id ?? '');
  });

/** How many events each person's log holds, by name; what belongs to nobody is under "nobody". */
async function stored(page: Page): Promise<Record<string, number>> {
  const { profiles, events } = (await rawStorage(page)) as Record<
    string,
    { id: string; name: string; profileId: string }[]
  >;
  const counts: Record<string, number> = Object.fromEntries(profiles.map(({ name }) => [name, 0]));
  for (const { profileId } of events) {
    // Two rows that belong to nobody keep older pages out (storage/upgrade-database).
    if (profileId === undefined) continue;
    const name = profiles.find(({ id }) => id === profileId)?.name ?? 'nobody';
    counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
}

const question = () => here.getByRole('alert').filter({ hasText: 'Ada was removed in another tab' });

test('a person removed in another tab: this one stops and asks, and becomes nobody else by itself', async () => {
  await removeAda();
  await question().waitFor();
  expect(await filmToJudge(here).count()).toBe(0);
  expect(await here.getByRole('button', { name: /^Profile: / }).count()).toBe(0);
  // Keys rest too, and so do the stores behind the screens.
  for (const key of ['l', 'd', 'n', 'u', 'ArrowRight']) await here.keyboard.press(key);
  await here.evaluate(() => {
    const { model } = window.weightless;
    model.getState().rate(1, 'like', { place: 'rate', predictionVisible: false });
  });
  await settle(here);
  expect(await stored(there)).toEqual({ You: 0 });

  await question().getByRole('button', { name: 'Go on as You' }).click();
  await ready(here);
  expect(await whoIs(here)).toBe('You');
  await judge(here, 'Like');
  await settle(here);
  expect(await stored(there)).toEqual({ You: 1 });
  expect(visitor.errors).toEqual([]);
});

test('what the page knows of a removed person can be kept as a new person, with the clicks not saved yet', async () => {
  await here.evaluate(() => {
    window.logClosed = true;
  });
  await judge(here, 'Like');
  await settle(here);
  const said = await opinions(here);
  const ids = (await events(here)).map(({ id }) => id);
  expect(said).toHaveLength(3);
  await removeAda();
  await question().waitFor();
  await question().getByText('1 of them is not saved').waitFor();

  // What cannot be stored is refused in words, and asked again.
  await question().getByRole('button', { name: 'Keep them as a new person' }).click();
  await here.getByText('storage is full').waitFor();
  expect(await stored(there)).toEqual({ You: 0 });
  await here.evaluate(() => {
    window.logClosed = false;
  });
  await question().getByRole('button', { name: 'Keep them as a new person' }).click();
  await ready(here);
  expect(await whoIs(here)).toBe('Ada');
  expect((await opinions(here)).sort()).toEqual(said.sort());
  await settle(here);
  expect(await stored(there)).toEqual({ You: 0, Ada: 3 });
  expect((await events(here)).map(({ id }) => id)).toEqual(ids);
  await here.reload();
  await ready(here);
  expect(await whoIs(here)).toBe('Ada');
  expect((await opinions(here)).sort()).toEqual(said.sort());
  expect(visitor.errors).toEqual([]);
});

test('a click made before the news of the removal arrives is kept for the person it was made for', async () => {
  await here.evaluate(() => {
    window.deaf = true;
  });
  await removeAda();
  await inView(here);
  await filmToJudge(here).getByRole('button', { name: 'Like', exact: true }).click();
  await question().getByText('3 clicks of theirs are still on this page').waitFor();
  expect(await stored(there)).toEqual({ You: 0 });
  await question().getByRole('button', { name: 'Go on as You' }).click();
  await ready(here);
  await settle(here);
  expect(await stored(there)).toEqual({ You: 0 });
  expect(visitor.errors).toEqual([]);
});
