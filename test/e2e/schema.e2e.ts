import { afterEach, expect, inject, test } from 'vitest';
import { events, judge, opinions, rawStorage, ready, settle } from './screens';
import { newVisitor, type Visitor } from './visitor';

let visitor: Visitor;
afterEach(() => visitor.leave());

test.each([1, 2])(
  'ratings of schema version %i are upgraded, once, and mean what they meant',
  async (version) => {
    visitor = await newVisitor({ reducedMotion: 'reduce' });
    const { page } = visitor;
    await page.goto(new URL('icon.svg', inject('baseUrl')).href);
    await page.evaluate(
      (version) =>
        new Promise<void>((resolve, reject) => {
          // Dexie multiplies versions by ten.
          const opening = indexedDB.open('weightless', 10 * version);
          opening.onupgradeneeded = () => {
            const db = opening.result;
            const profiles = db.createObjectStore('profiles', { keyPath: 'id' });
            profiles.createIndex('order', 'order');
            const events = db.createObjectStore('events', { keyPath: 'seq', autoIncrement: true });
            events.createIndex('id', 'id', { unique: true });
            events.createIndex('[profileId+seq]', ['profileId', 'seq']);
            db.createObjectStore('snapshots', { keyPath: 'profileId' });
            db.createObjectStore('settings', { keyPath: 'key' });
            if (version > 1)
              db.createObjectStore('results', { keyPath: 'id' }).createIndex('createdAt', 'createdAt');
            profiles.add({ id: 'p', name: 'Ada', createdAt: 1, order: 1 });
            const said = { profileId: 'p', place: 'rate', predictionVisible: false };
            events.add({ ...said, id: 'a', time: 10, movieId: 1, kind: 'like' });
            events.add({ ...said, id: 'b', time: 11, movieId: 2, kind: 'like' });
            events.add({ ...said, id: 'c', time: 12, movieId: 2, kind: 'clear', undoOf: 'b' });
            events.add({ ...said, id: 'd', time: 13, movieId: 3, kind: 'dislike' });
          };
          opening.onerror = () => reject(opening.error);
          opening.onsuccess = () => {
            opening.result.close();
            resolve();
          };
        }),
      version,
    );
    await visitor.open();
    await ready(page);
    await page.getByRole('button', { name: 'Profile: Ada' }).waitFor();
    expect(await opinions(page)).toEqual(['like Toy Story', 'dislike Grumpier Old Men']);
    expect((await events(page)).map(({ id, kind }) => `${id} ${kind}`)).toEqual([
      ...['a like', 'b like', 'c undo', 'd dislike'],
    ]);
    await judge(page, 'Like');
    await settle(page);
    const stored = await rawStorage(page);
    expect(stored.events).toHaveLength(5);
    await page.reload();
    await ready(page);
    expect(await opinions(page)).toHaveLength(3);
    expect((await rawStorage(page)).events).toEqual(stored.events);
  },
);
