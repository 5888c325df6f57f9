import Dexie from 'dexie';
import { describe, expect, test } from 'vitest';
import type { Answer, UnsavedEvent } from '../../src/events/rating-event';
import { MAX_NAME_LENGTH } from '../../src/lib/text/name-length';
import { FIRST_NAME, ProfileNameError } from '../../src/storage/profiles';
import type { Storage } from '../../src/storage/storage';
import { newShelf } from './shelf';

let clock = 0;

function event(profileId: string, id: string, extra: Partial<Answer> = {}): Answer {
  const said = { kind: 'like', choices: 2, movieId: 7, place: 'rate', predictionVisible: false } as const;
  return { id, profileId, time: ++clock, ...said, ...extra };
}

function undo(profileId: string, id: string, of: string): UnsavedEvent {
  const { kind: _, choices: __, ...told } = event(profileId, id);
  return { ...told, kind: 'undo', of };
}

/** What storage promises, whatever implements IndexedDB. */
export function describeStorage(engine: string): void {
  describe(`storage on ${engine}`, () => {
    const shelf = newShelf('storage-contract');
    const { open, openFresh } = shelf;

    test('rating log: gives back what was appended, in order of ascending seq, when it is read', async () => {
      const { log, profiles } = await openFresh();
      const [{ id }] = await profiles.list();
      const made = [event(id, 'a', { mood: 'kids', batch: 'x' }), undo(id, 'b', 'a')];
      await log.append(made);
      await log.append([event(id, 'c')]);

      const page = await log.readAll(id);
      expect(page.events.map((e) => e.id)).toEqual(['a', 'b', 'c']);
      expect(page.events.slice(0, 2).map(({ seq: _, ...rest }) => rest)).toEqual(made);
      const seqs = page.events.map((e) => e.seq);
      expect(seqs).toEqual([...new Set(seqs)].sort((x, y) => x - y));
      expect(page.lastSeq).toBe(seqs[2]);
      expect(await log.count(id)).toBe(3);

      const rest = await log.readAfter(id, seqs[0]);
      expect(rest.events.map((e) => e.id)).toEqual(['b', 'c']);
      const nothing = { events: [], unreadable: 0, lastSeq: seqs[2], erasures: 0, sealedSeq: 0 };
      expect(await log.readAfter(id, seqs[2])).toEqual(nothing);
    });

    test('rating log: saves only the rest when some events of an append were saved already', async () => {
      const { log, profiles } = await openFresh();
      const [{ id }] = await profiles.list();
      await log.append([event(id, 'a'), event(id, 'b')]);
      const before = await log.readAll(id);
      await log.append([event(id, 'a'), event(id, 'b'), event(id, 'c')]);
      const page = await log.readAll(id);
      expect(page.events.map((e) => e.id)).toEqual(['a', 'b', 'c']);
      expect(page.events.slice(0, 2)).toEqual(before.events);
    });

    test('rating log: answers an append with every place and the entry before when tabs take turns', async () => {
      const { log, profiles } = await openFresh();
      const other = await open();
      const [{ id }] = await profiles.list();
      const ben = await profiles.create('Ben');
      const [first] = await log.append([event(id, 'a'), event(id, 'b')]);
      const [ofBen] = await other.log.append([event(ben.id, 'c')]);
      const again = await other.log.append([event(id, 'b'), event(ben.id, 'd'), event(id, 'e')]);
      const page = await log.readAll(id);
      const pageOfBen = await log.readAll(ben.id);
      expect(first).toEqual({ profileId: id, events: page.events.slice(0, 2), previous: 0, erasures: 0 });
      expect(ofBen).toEqual({
        profileId: ben.id,
        events: pageOfBen.events.slice(0, 1),
        previous: 0,
        erasures: 0,
      });
      expect(again).toEqual([
        { profileId: id, events: page.events.slice(1), previous: page.events[1].seq, erasures: 0 },
        {
          profileId: ben.id,
          events: pageOfBen.events.slice(1),
          previous: pageOfBen.events[0].seq,
          erasures: 0,
        },
      ]);
    });

    test('rating log: refuses an append as a whole when one of its profiles is gone', async () => {
      const { log, profiles } = await openFresh();
      const [{ id }] = await profiles.list();
      const appending = log.append([event(id, 'a'), event('nobody', 'b')]);
      await expect(appending).rejects.toMatchObject({ name: 'StorageError', failure: 'profile-gone' });
      expect(await log.count(id)).toBe(0);
    });

    test('rating log: keeps and counts rows when this version does not understand them', async () => {
      const { log, profiles } = await openFresh();
      const [{ id }] = await profiles.list();
      const future = { ...event(id, 'b'), kind: 'adore' } as unknown as UnsavedEvent;
      const elsewhere = { ...event(id, 'c'), place: 'cinema' } as unknown as UnsavedEvent;
      await log.append([event(id, 'a'), elsewhere, future]);
      const page = await log.readAll(id);
      expect(page.events.map((e) => [e.id, e.place])).toEqual([
        ['a', 'rate'],
        ['c', 'elsewhere'],
      ]);
      expect(page.unreadable).toBe(1);
      expect(page.lastSeq).toBeGreaterThan(page.events[1].seq);
      expect(await log.count(id)).toBe(3);
    });

    test('storage: still holds everything when it was closed and opened again', async () => {
      const first = await openFresh();
      const { id } = await first.profiles.create('Ada');
      await first.log.append([event(id, 'a')]);
      await first.snapshots.save(id, Uint8Array.of(1, 2, 3));
      await first.settings.set('activeProfile', id);
      first.close();

      const second = await open();
      expect((await second.profiles.list()).map((p) => p.name)).toEqual(['Ada']);
      expect(await second.log.count(id)).toBe(1);
      expect(await second.snapshots.load(id)).toEqual(Uint8Array.of(1, 2, 3));
      expect(await second.settings.get('activeProfile')).toBe(id);
    });

    test('rating log: takes rows and snapshot, of one profile alone, and leaves what stays as it was, when erasing', async () => {
      const { log, profiles, snapshots } = await openFresh();
      const [{ id }] = await profiles.list();
      const ben = await profiles.create('Ben');
      const odd = { ...event(id, 'odd', { movieId: 9 }), kind: 'adore' } as unknown as UnsavedEvent;
      await log.append([event(id, 'a'), undo(id, 'b', 'x'), odd, event(id, 'c'), event(ben.id, 'd')]);
      await snapshots.save(id, Uint8Array.of(1));
      const before = await log.readAll(id);

      const { erased, erasures } = await log.erase(id, {
        plan(events) {
          expect(events).toEqual(before.events);
          return new Set(['a']);
        },
        takesUnreadable: ({ movieId }) => movieId === 9,
      });
      expect([erased, erasures]).toEqual([2, 1]);
      const page = await log.readAll(id);
      expect(page).toEqual({
        events: [before.events[1], before.events[2]],
        unreadable: 0,
        lastSeq: before.lastSeq,
        erasures: 1,
        sealedSeq: 0,
      });
      expect((await log.readDeviceLog(id)).tombstones).toEqual(new Set(['a', 'odd']));
      expect((await log.readDeviceLog(ben.id)).tombstones).toEqual(new Set());
      expect(await snapshots.load(id)).toBeUndefined();
      expect(await log.count(ben.id)).toBe(1);
      expect((await log.readAll(ben.id)).erasures).toBe(0);
    });

    test('storage: refuses events and snapshots when they were made before an erasure', async () => {
      const { log, profiles, snapshots } = await openFresh();
      const [{ id }] = await profiles.list();
      await log.append([event(id, 'a')]);
      const nothing = {
        plan: () => new Set<string>(),
        takesUnreadable: () => false,
      };
      await log.erase(id, nothing);
      await expect(log.append([event(id, 'b')], new Map([[id, 0]]))).rejects.toMatchObject({
        failure: 'log-changed',
      });
      await expect(log.append([event(id, 'b')])).rejects.toMatchObject({ failure: 'log-changed' });
      await snapshots.save(id, Uint8Array.of(1), 0);
      expect(await snapshots.load(id)).toBeUndefined();
      expect(await log.count(id)).toBe(1);

      await log.append([event(id, 'b')], new Map([[id, 1]]));
      await snapshots.save(id, Uint8Array.of(1), 1);
      expect(await log.count(id)).toBe(2);
      expect(await snapshots.load(id)).toEqual(Uint8Array.of(1));
      await profiles.rename(id, 'Ada');
      expect((await log.readAll(id)).erasures).toBe(1);
    });

    test('rating log: erases nothing when an erasure fails anywhere', async () => {
      const { log, profiles, snapshots } = await openFresh();
      const [{ id }] = await profiles.list();
      await log.append([event(id, 'a'), event(id, 'b')]);
      await snapshots.save(id, Uint8Array.of(1));
      const before = await log.readAll(id);
      const failing = log.erase(id, {
        plan: () => {
          throw new RangeError('no');
        },
        takesUnreadable: () => false,
      });
      await expect(failing).rejects.toMatchObject({ name: 'StorageError' });

      const { put } = IDBObjectStore.prototype;
      IDBObjectStore.prototype.put = function (this: IDBObjectStore, ...entry) {
        if (this.name === 'profiles') throw new DOMException('full', 'QuotaExceededError');
        return put.apply(this, entry);
      };
      try {
        const all = {
          plan: () => new Set(['a', 'b']),
          takesUnreadable: () => true,
        };
        await expect(log.erase(id, all)).rejects.toMatchObject({ failure: 'full' });
      } finally {
        IDBObjectStore.prototype.put = put;
      }
      expect(await log.readAll(id)).toEqual(before);
      expect((await log.readDeviceLog(id)).tombstones).toEqual(new Set());
      expect(await snapshots.load(id)).toEqual(Uint8Array.of(1));
      await expect(
        log.erase('nobody', {
          plan: () => new Set<string>(),
          takesUnreadable: () => true,
        }),
      ).rejects.toMatchObject({ failure: 'profile-gone' });
    });

    test('settings: let no other tab in between when a value is changed, and keep it when the change refuses', async () => {
      const { settings } = await openFresh();
      const other = await open();
      const add = (storage: Storage) => storage.settings.update('n', (value) => Number(value ?? 0) + 1);
      await Promise.all([add({ ...other, settings }), add(other), add(other)]);
      expect(await settings.get('n')).toBe(3);
      const refusal = new RangeError('no');
      await expect(
        settings.update('n', () => {
          throw refusal;
        }),
      ).rejects.toBe(refusal);
      expect(await settings.get('n')).toBe(3);
    });

    test('profiles: are one when two tabs look at once for the first time', async () => {
      const { profiles } = await openFresh();
      const other = await open();
      const [here, there] = await Promise.all([profiles.list(), other.profiles.list()]);
      expect(here).toHaveLength(1);
      expect(there).toEqual(here);
      expect(here[0]).toMatchObject({ name: FIRST_NAME, createdAt: 1234 });
    });

    test('profiles: lose log, snapshot and settings, and the others nothing, when one is removed', async () => {
      const { log, profiles, snapshots, settings } = await openFresh();
      const ada = await profiles.create('Ada');
      const ben = await profiles.create('Ben');
      await log.append([event(ada.id, 'a'), event(ben.id, 'b')]);
      for (const { id } of [ada, ben]) {
        await log.append([event(id, 'gone')]);
        await log.erase(id, { plan: () => new Set(['gone']), takesUnreadable: () => false });
      }
      await snapshots.save(ada.id, Uint8Array.of(1), 1);
      await snapshots.save(ben.id, Uint8Array.of(2), 1);
      await settings.set(`contexts:${ada.id}`, 1);
      await settings.set(`contexts:${ben.id}`, 2);

      await profiles.remove(ada.id);
      expect(await settings.get(`contexts:${ada.id}`)).toBeUndefined();
      expect(await settings.get(`contexts:${ben.id}`)).toBe(2);
      expect((await profiles.list()).map((p) => p.name)).toEqual(['Ben']);
      expect(await log.count(ada.id)).toBe(0);
      expect(await log.count(ben.id)).toBe(1);
      expect((await log.readDeviceLog(ada.id)).tombstones).toEqual(new Set());
      expect((await log.readDeviceLog(ben.id)).tombstones).toEqual(new Set(['gone']));
      expect(await snapshots.load(ada.id)).toBeUndefined();
      expect(await snapshots.load(ben.id)).toEqual(Uint8Array.of(2));

      await snapshots.save(ada.id, Uint8Array.of(3));
      expect(await snapshots.load(ada.id)).toBeUndefined();
    });

    test('profiles: have a fresh one when the last was removed', async () => {
      const { profiles } = await openFresh();
      const [{ id }] = await profiles.list();
      await profiles.remove(id);
      const list = await profiles.list();
      expect(list.map((p) => p.name)).toEqual([FIRST_NAME]);
      expect(list[0].id).not.toBe(id);
    });

    test('profiles: trim names and refuse them when empty, too long or taken in any case', async () => {
      const { profiles } = await openFresh();
      const ada = await profiles.create('  Ada   Lovelace ');
      expect(ada.name).toBe('Ada Lovelace');
      await expect(profiles.create('   ')).rejects.toThrow(ProfileNameError);
      await expect(profiles.create('ADA LOVELACE')).rejects.toThrow('already someone called Ada Lovelace');
      await expect(profiles.create('🎬'.repeat(MAX_NAME_LENGTH + 1))).rejects.toThrow('at most 40');
      await profiles.create('🎬'.repeat(MAX_NAME_LENGTH));
      await profiles.rename(ada.id, 'ada lovelace');
      const ben = await profiles.create('Ben');
      await expect(profiles.rename(ben.id, 'Ada Lovelace')).rejects.toThrow(ProfileNameError);
      expect((await profiles.list()).map((p) => p.name)).toEqual([
        'ada lovelace',
        '🎬'.repeat(MAX_NAME_LENGTH),
        'Ben',
      ]);
    });

    test('tunings: are kept a profile, removed with it, and not saved when it is gone', async () => {
      const { profiles, tunings, settings } = await openFresh();
      const [{ id }] = await profiles.list();
      const ada = await profiles.create('Ada');
      expect(await tunings.load(ada.id)).toBeUndefined();
      for (const profileId of [id, ada.id]) await tunings.save(profileId, { of: profileId });
      expect(await tunings.load(ada.id)).toEqual({ of: ada.id });
      expect(await settings.get(`tuning:${ada.id}`)).toEqual({ of: ada.id });
      await profiles.remove(ada.id);
      await tunings.save(ada.id, { of: 'nobody' });
      expect(await tunings.load(ada.id)).toBeUndefined();
      expect(await tunings.load(id)).toEqual({ of: id });
      await tunings.save(id, undefined);
      expect(await tunings.load(id)).toBeUndefined();
    });

    test('storage: lets go, says so and saves no more when a tab with a newer version opens', async () => {
      let outdated = 0;
      const { profiles } = await openFresh({ onOutdated: () => outdated++ });
      const newer = new Dexie(shelf.databaseName);
      newer.version(99).stores({ profiles: 'id, order' });
      await newer.open();
      expect(outdated).toBe(1);
      await expect(profiles.create('Ada')).rejects.toMatchObject({ failure: 'closed' });
      newer.close();
    });

    test('storage: says so when a tab does not let go, and opens when it does', async () => {
      const databaseName = shelf.fresh();
      // An older version that ignores `versionchange`; Dexie multiplies versions by ten.
      const older = await new Promise<IDBDatabase>((resolve, reject) => {
        const opening = indexedDB.open(databaseName, 1);
        opening.onsuccess = () => resolve(opening.result);
        opening.onerror = () => reject(opening.error);
      });
      let opening: Promise<Storage> | undefined;
      await new Promise<void>((resolve) => {
        opening = open({ onBlocked: resolve });
      });
      older.close();
      const storage = await opening;
      expect(await storage?.profiles.list()).toHaveLength(1);
    });
  });
}
