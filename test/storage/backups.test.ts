import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import type { BackupEvent } from '../../src/events/backup-file';
import { type RatingEvent, readRatingEvent } from '../../src/events/rating-event';
import type { RestoredPerson } from '../../src/storage/backup/restore-order';
import { createMemoryStorage } from '../../src/storage/memory-storage';
import { createStorage, type Storage } from '../../src/storage/storage';
import { readRows } from '../fuzz/world';

let made = 0;
const sources = { now: () => 1234, uuid: () => `id-${made++}` };
const opened: Storage[] = [];
const names = new Map<Storage, string>();
afterEach(() => {
  for (const storage of opened.splice(0)) storage.close();
});

const kinds: Record<string, () => Promise<Storage>> = {
  async database() {
    const name = `backups-${made++}`;
    const storage = createStorage(sources, { onOutdated() {}, onBlocked() {} }, name);
    names.set(storage, name);
    opened.push(storage);
    await storage.open();
    return storage;
  },
  memory: async () => createMemoryStorage(sources),
};

const event = (n: number, more: Partial<RatingEvent> = {}) =>
  ({
    ...{ id: `e${n}`, time: 1000 + n, movieId: n % 7, place: 'rate', predictionVisible: false },
    ...{ kind: (['like', 'dislike', 'so-so'] as const)[n % 3], choices: 3, ...more },
  }) as Omit<BackupEvent, 'seq'>;

/** A person of a file. */
const person = (
  mode: RestoredPerson['mode'],
  profileId: string,
  ids: number[],
  more = {},
): RestoredPerson => ({
  ...{ mode, profileId, otherId: `other-${made++}`, profile: { name: 'Ada', createdAt: 5, order: 3 } },
  events: ids.map((n) => ({ ...event(n), seq: n + 10 }) as BackupEvent),
  ...{ unreadable: [], tombstones: [], settings: (now: object) => now, ...more },
});
const restore = async (storage: Storage, ...people: RestoredPerson[]) =>
  (await storage.backups()).restore({ people, runs: [], network: undefined, ownFilms: (now) => now });

describe.each(Object.entries(kinds))('a storage of %s', (_, make) => {
  test('restoring: keeps ids and rows where all are free, and gives others where they are not', async () => {
    const storage = await make();
    const [you] = await storage.profiles.list();
    const sealed = { profile: { name: 'Ada', createdAt: 5, order: 3, sealedSeq: 11 } };
    const odd = [{ id: 'odd', kind: 'adore', seq: 40 }];
    const first = await restore(storage, person('add', 'ada', [1, 2, 5], { ...sealed, unreadable: odd }));
    expect(first).toEqual({
      ...{ gaveWay: you.id, people: [{ profileId: 'ada', name: 'Ada', added: 4, removed: 0 }] },
    });
    expect(await storage.profiles.list()).toMatchObject([{ id: 'ada', createdAt: 5, order: 3 }]);
    const page = await storage.log.readAll('ada');
    expect(page.events.map(({ seq }) => seq)).toEqual([11, 12, 15]);
    expect(page).toMatchObject({ unreadable: 1, lastSeq: 40, sealedSeq: 11 });

    const again = await restore(storage, person('add', 'ada', [1, 2, 5], sealed));
    expect(again).toMatchObject({ gaveWay: null, people: [{ name: 'Ada 2', added: 3 }] });
    const { profileId } = again.people[0];
    expect(profileId).toMatch(/^other-/);
    const second = await storage.log.readAll(profileId);
    expect(second.events.map(({ seq }) => seq)).toEqual([41, 42, 43]);
    expect(second.sealedSeq).toBe(41);
    const [added] = await storage.log.append([{ ...event(9), profileId: 'ada' } as never]);
    expect(added.events[0].seq).toBe(44);
  });

  test('restoring: replaces a log and what goes with it, and tells tabs by the count of erasures', async () => {
    const storage = await make();
    const [{ id }] = await storage.profiles.list();
    await restore(storage, person('merge', id, [1, 2, 3], { tombstones: ['e8', 'e9'] }));
    await storage.snapshots.save(id, Uint8Array.of(1), 1);
    const settings = () => ({ tuning: { version: 7 } });
    const done = await restore(storage, person('replace', id, [2, 9], { tombstones: ['e4'], settings }));
    expect(done.people).toEqual([{ profileId: id, name: 'You', added: 1, removed: 2 }]);
    expect(await storage.log.readAll(id)).toMatchObject({ erasures: 2, sealedSeq: 0 });
    const log = await storage.log.readDeviceLog(id);
    expect(log.events.map((e) => e.id)).toEqual(['e2', 'e9']);
    expect([...log.tombstones].sort()).toEqual(['e4', 'e8']);
    expect(await storage.snapshots.load(id)).toBeUndefined();
    expect(await storage.tunings.load(id)).toEqual({ version: 7 });
  });

  test('restoring: changes nothing where somebody is gone', async () => {
    const storage = await make();
    const [{ id }] = await storage.profiles.list();
    for (const mode of ['merge', 'replace'] as const) {
      const gone = restore(storage, person('add', 'ada', [1]), person(mode, 'nobody', [2]));
      await expect(gone).rejects.toMatchObject({ name: 'StorageError', failure: 'profile-gone' });
    }
    expect((await storage.profiles.list()).map((profile) => profile.id)).toEqual([id]);
    expect(await storage.log.count('ada')).toBe(0);
    await expect((await storage.backups()).read('nobody')).rejects.toMatchObject({ failure: 'profile-gone' });
  });

  test('restoring: leaves runs and the network that are there, and takes what is not', async () => {
    const storage = await make();
    const run = { id: 'a', name: 'here', createdAt: 1, status: 'done', content: 1 } as const;
    await storage.results.put(run);
    const backups = await storage.backups();
    const order = {
      people: [],
      runs: [
        { ...run, name: 'there' },
        { ...run, id: 'b' },
      ],
      network: 'wnn',
      ownFilms: (now: unknown) => now ?? { version: 1, films: [] },
    };
    expect((await backups.read(null)).ownFilms).toBeUndefined();
    await backups.restore(order);
    await backups.restore({ ...order, network: 'hybrid' });
    const { runs, network, ownFilms } = await backups.read(null);
    expect(ownFilms).toEqual({ version: 1, films: [] });
    expect(runs.map(({ id, name }) => [id, name]).sort()).toEqual([
      ['a', 'here'],
      ['b', 'here'],
    ]);
    expect(network).toBe('wnn');
  });

  test('erasing everything: leaves somebody new and nothing else', async () => {
    const storage = await make();
    const [{ id }] = await storage.profiles.list();
    await restore(storage, person('merge', id, [1, 2], { tombstones: ['e3'] }), person('add', 'ada', [1]));
    await storage.settings.set('network', 'wnn');
    await storage.snapshots.save('ada', Uint8Array.of(1));
    expect((await (await storage.backups()).eraseAll()).sort()).toEqual(['ada', id].sort());
    const { people, runs, network } = await (await storage.backups()).read(null);
    expect([runs, network]).toEqual([[], undefined]);
    expect(people).toMatchObject([
      { profile: { name: 'You', order: 1 }, rows: [], tombstones: [], settings: {} },
    ]);
    expect(people[0].profile.id).not.toBe(id);
    expect(await storage.snapshots.load('ada')).toBeUndefined();
  });

  test('merging: is commutative and idempotent through storage, and what was erased on either stays erased', async () => {
    const ids = fc.uniqueArray(fc.nat({ max: 30 }), { maxLength: 12 });
    const device = fc.record({ told: ids, erased: ids });
    await fc.assert(
      fc.asyncProperty(device, device, async (a, b) => {
        const devices = await Promise.all(
          [a, b].map(async ({ told, erased }) => {
            const storage = await make();
            const [{ id }] = await storage.profiles.list();
            const stay = told.filter((n) => !erased.includes(n));
            const tombstones = erased.map((n) => `e${n}`);
            await restore(storage, person('replace', id, stay, { tombstones }));
            return { storage, id };
          }),
        );
        const files = await Promise.all(
          devices.map(async ({ storage, id }) => (await (await storage.backups()).read(id)).people[0]),
        );
        const mergeFrom = (
          { rows, tombstones }: (typeof files)[number],
          { storage, id }: (typeof devices)[number],
        ) =>
          restore(
            storage,
            person('merge', id, [], {
              events: rows.map(readRatingEvent) as unknown as BackupEvent[],
              tombstones,
            }),
          );
        await mergeFrom(files[1], devices[0]);
        await mergeFrom(files[0], devices[1]);
        const logs = await Promise.all(devices.map(({ storage, id }) => storage.log.readDeviceLog(id)));
        const plain = logs.map(({ events, tombstones }) => ({
          events: events.map(({ seq: _, profileId: __, ...rest }) => rest),
          tombstones: [...tombstones].sort(),
        }));
        expect(plain[0]).toEqual(plain[1]);
        const erased = new Set([...a.erased, ...b.erased].map((n) => `e${n}`));
        expect(plain[0].events.filter((e) => erased.has(e.id))).toEqual([]);
        expect(plain[0].events).toHaveLength(
          new Set([...a.told, ...b.told]).size -
            [...new Set([...a.told, ...b.told])].filter((n) => erased.has(`e${n}`)).length,
        );
        const again = await mergeFrom(files[1], devices[0]);
        expect(again.people).toMatchObject([{ added: 0, removed: 0 }]);
      }),
      { numRuns: 25 },
    );
  });
});

test('restoring: is all or nothing where the database fails after any number of writes', async () => {
  const storage = await kinds.database();
  const [{ id }] = await storage.profiles.list();
  await restore(storage, person('merge', id, [1, 2, 3], { tombstones: ['e9'] }));
  const name = names.get(storage) as string;
  const before = await readRows(name);
  const { add, put } = IDBObjectStore.prototype;
  for (let allowed = 0; ; allowed++) {
    let left = allowed;
    const refuse = <A extends unknown[]>(write: (...args: A) => IDBRequest<IDBValidKey>) =>
      function (this: IDBObjectStore, ...args: A) {
        if (left-- <= 0) throw new DOMException('full', 'QuotaExceededError');
        return write.apply(this, args);
      };
    Object.assign(IDBObjectStore.prototype, { add: refuse(add), put: refuse(put) });
    const settings = () => ({ tuning: 1 });
    const done = restore(
      storage,
      person('add', 'ada', [1, 2, 3, 4], { settings }),
      person('replace', id, [7, 8], { tombstones: ['e1'], settings }),
    ).then(
      () => 'done',
      (error) => error.failure,
    );
    const outcome = await done;
    Object.assign(IDBObjectStore.prototype, { add, put });
    if (outcome === 'done') break;
    expect(outcome).toBe('full');
    expect(await readRows(name)).toEqual(before);
    expect(allowed).toBeLessThan(40);
  }
  expect((await readRows(name)).profiles).toHaveLength(2);
});
