import Dexie from 'dexie';
import { describe, expect, test } from 'vitest';
import { inOrder } from '../../src/events/rating-event';
import { foldLog } from '../../src/state/log/fold';
import { logs } from '../fixtures/logs-v2.json';
import { newShelf } from './shelf';

/** A row of the log as versions 1 and 2 wrote it, but for its number. */
interface OldRow {
  id: string;
  profileId: string;
  [field: string]: unknown;
}

/** The tables as version 1 and 2 of the schema had them. */
function declareOld(databaseName: string, version: 1 | 2): Dexie {
  const db = new Dexie(databaseName);
  db.version(1).stores({
    profiles: 'id, order',
    events: '++seq, &id, [profileId+seq]',
    snapshots: 'profileId',
    settings: 'key',
  });
  if (version === 2) db.version(2).stores({ results: 'id, createdAt' });
  return db;
}

/** The fixture's logs, each as the log of a person of its own: ids were unique over all of them then. */
const people = logs.map(({ events, ...expected }, n) => {
  const mine = (id: string) => `${n}:${id}`;
  const rows = events.map(({ seq: _, ...event }): OldRow => {
    const row: OldRow = { ...event, id: mine(event.id), profileId: `p${n}` };
    for (const field of ['undoOf', 'redoOf', 'refileOf'])
      if (typeof row[field] === 'string') row[field] = mine(row[field]);
    return row;
  });
  const idOf = (id: string | null) => (id === null ? undefined : mine(id));
  return { profileId: `p${n}`, rows, expected, idOf };
});

/** All rows, as if everyone had clicked in turn. */
const inTurn = Array.from({ length: Math.max(...people.map(({ rows }) => rows.length)) }, (_, n) =>
  people.flatMap(({ rows }) => rows.slice(n, n + 1)),
).flat();

/** What opening a database of an older version promises, whatever implements IndexedDB. */
export function describeUpgrade(engine: string): void {
  describe(`upgrade on ${engine}`, () => {
    const shelf = newShelf('upgrade-contract');

    /** A database as version 2 left it, with damage. */
    const writeVersion2 = async () => {
      const db = declareOld(shelf.fresh(), 2);
      await db.open();
      await db
        .table('profiles')
        .bulkAdd(
          people.map(({ profileId }, order) => ({ id: profileId, name: profileId, createdAt: 1, order })),
        );
      await db.table('profiles').update('p0', { erasures: 3 });
      await db.table('events').bulkAdd(inTurn);
      await db
        .table('events')
        .bulkAdd([
          { ...inTurn[0], id: 'odd', kind: 'adored', profileId: 'p1' },
          { ...inTurn[0], id: 'orphan', profileId: 'nobody' },
          { id: 'bare' },
        ]);
      await db.table('snapshots').add({ profileId: 'p0', bytes: Uint8Array.of(1, 2) });
      await db.table('settings').add({ key: 'contexts:p0', value: { version: 1, moods: [] } });
      await db.table('results').add({ id: 'r', name: 'run', createdAt: 1, status: 'done', content: 7 });
      const rows = await db.table('events').toArray();
      db.close();
      return rows;
    };

    test('upgrade: lets every film stand where it stood, and be undone as it was, when version 2 wrote the logs of many', async () => {
      await writeVersion2();
      const { log } = await shelf.open();
      for (const { profileId, rows, expected, idOf } of people) {
        const { events, unreadable } = await log.readAll(profileId);
        expect(unreadable).toBe(profileId === 'p1' ? 1 : 0);
        expect(events.map(({ id }) => id)).toEqual(rows.map(({ id }) => id));
        expect([...events].sort((a, b) => a.seq - b.seq)).toEqual([...events].sort(inOrder));
        const fold = foldLog(events);
        const stands = [...fold.speakers].map((event) => [
          event.movieId,
          event.kind,
          fold.moodOf(event) ?? null,
        ]);
        expect(stands.sort(([a], [b]) => Number(a) - Number(b))).toEqual(expected.standings);
        expect(fold.undoable?.id).toBe(idOf(expected.undoable));
        expect(fold.redoable?.id).toBe(idOf(expected.redoable));
        expect(fold.said.map(({ id }) => id)).toEqual(expected.said.map(idOf));
      }
    });

    test('upgrade: keeps every row and its number, and all that is no log as it was, when version 2 left damage', async () => {
      const before = await writeVersion2();
      const { log, snapshots, settings, results, profiles } = await shelf.open();
      const after = await shelf.behind('events', (table) => table.where(':id').above(0).toArray());
      expect(after.map(({ seq, id }) => [seq, id])).toEqual(before.map(({ seq, id }) => [seq, id]));
      const asTheyWere = ['odd', 'bare'];
      expect(after.filter(({ id }) => asTheyWere.includes(id))).toEqual(
        before.filter(({ id }) => asTheyWere.includes(id)),
      );
      expect(await log.readAll('nobody')).toMatchObject({
        events: [{ id: 'orphan', choices: 2 }],
        unreadable: 0,
      });
      expect(await shelf.behind('tombstones', (table) => table.count())).toBe(0);
      expect((await log.readAll('p0')).erasures).toBe(3);
      expect(await snapshots.load('p0')).toEqual(Uint8Array.of(1, 2));
      expect(await settings.get('contexts:p0')).toEqual({ version: 1, moods: [] });
      expect(await results.list()).toMatchObject([{ id: 'r', content: 7 }]);
      expect(await profiles.list()).toHaveLength(people.length);
    });

    test('upgrade: happens once, and the log goes on from there, when the database is opened again', async () => {
      await writeVersion2();
      const first = await shelf.open();
      const page = await first.log.readAll('p2');
      first.close();
      const { log } = await shelf.open();
      expect(await log.readAll('p2')).toEqual(page);
      const told = { profileId: 'p2', time: 5, place: 'rate', predictionVisible: false, movieId: 1 } as const;
      const [{ previous }] = await log.append([{ ...told, id: 'next', kind: 'so-so', choices: 3 }]);
      expect(previous).toBe(page.lastSeq);
      const { events } = await log.readAll('p2');
      expect(events.at(-1)).toMatchObject({ id: 'next', about: 5 });
      expect(foldLog(events).kindOf(1)).toBe('so-so');
    });

    test('upgrade: reads what version 1 wrote when it had neither runs nor moods', async () => {
      const old = declareOld(shelf.fresh(), 1);
      await old.open();
      await old.table('profiles').add({ id: 'p', name: 'Ada', createdAt: 1, order: 1 });
      const say = (id: string, movieId: number, kind: string, time: number, extra: object = {}) => ({
        ...{ id, profileId: 'p', movieId, kind, time, place: 'rate', predictionVisible: false },
        ...extra,
      });
      await old
        .table('events')
        .bulkAdd([
          say('a', 1, 'like', 50),
          say('b', 1, 'dislike', 40),
          say('u', 1, 'like', 60, { undoOf: 'b' }),
          say('r', 1, 'dislike', 70, { redoOf: 'b' }),
          say('c', 2, 'unseen', 80),
          say('d', 2, 'clear', 90),
          say('e', 3, 'like', 90, { undoOf: 'never' }),
        ]);
      old.close();
      const { log, results } = await shelf.open();
      const { events, unreadable } = await log.readAll('p');
      expect(unreadable).toBe(0);
      expect(events.map(({ id, kind, time, about }) => [id, kind, time, about])).toEqual([
        ['a', 'like', 50, undefined],
        ['b', 'dislike', 51, 40],
        ['u', 'undo', 60, undefined],
        ['r', 'redo', 70, undefined],
        ['c', 'unseen', 80, undefined],
        ['d', 'clear', 90, undefined],
        ['e', 'like', 91, 90],
      ]);
      const fold = foldLog(events);
      expect([1, 2, 3].map((film) => fold.kindOf(film))).toEqual(['dislike', 'clear', 'like']);
      expect(await results.list()).toEqual([]);
    });

    test('upgrade: leaves an older page without a database, and the database as it is, when that page comes back', async () => {
      for (const upgraded of [true, false]) {
        if (upgraded) await writeVersion2();
        else shelf.fresh();
        const today = await shelf.open();
        const [{ id }] = await today.profiles.list();
        const page = await today.log.readAll(id);
        today.close();
        for (const version of [1, 2] as const) {
          const older = declareOld(shelf.databaseName, version);
          await expect(older.open()).rejects.toThrow();
          older.close();
        }
        const again = await shelf.open();
        expect(await again.log.readAll(id)).toEqual(page);
        const copy = await again.profiles.create('Copy');
        const told = { time: 1, place: 'rate', predictionVisible: false, movieId: 1, kind: 'watch' } as const;
        await again.log.append([{ ...told, id: 'same', profileId: copy.id }]);
        await again.log.append([{ ...told, id: 'same', profileId: id }], new Map([[id, page.erasures]]));
        expect(await again.log.count(id)).toBe(page.events.length + page.unreadable + 1);
      }
    });

    test('upgrade: refuses in true words, and touches nothing, when a newer version left the database', async () => {
      await shelf.openFresh().then((storage) => storage.close());
      const newer = new Dexie(shelf.databaseName);
      newer.version(4).stores({ profiles: 'id, order', events: '++seq', stars: 'id' });
      await newer.open();
      const schema = async () => {
        const db = await new Dexie(shelf.databaseName).open();
        db.close();
        return [
          db.verno,
          db.tables.map(({ name, schema: { indexes } }) => [name, indexes.map(({ src }) => src)]),
        ];
      };
      const before = await schema();
      newer.close();
      await expect(shelf.open()).rejects.toMatchObject({ name: 'StorageError', failure: 'newer' });
      expect(await schema()).toEqual(before);
    });

    test('upgrade: is all or nothing when it fails half way', async () => {
      const before = await writeVersion2();
      const { put } = IDBObjectStore.prototype;
      let puts = 0;
      IDBObjectStore.prototype.put = function (this: IDBObjectStore, ...entry) {
        if (this.name === 'events' && ++puts > 100) throw new DOMException('full', 'QuotaExceededError');
        return put.apply(this, entry);
      };
      try {
        await expect(shelf.open()).rejects.toMatchObject({ name: 'StorageError' });
      } finally {
        IDBObjectStore.prototype.put = put;
      }
      expect(puts).toBeGreaterThan(100);
      const old = declareOld(shelf.databaseName, 2);
      await old.open();
      expect(await old.table('events').toArray()).toEqual(before);
      old.close();
      const { log } = await shelf.open();
      expect((await log.readAll('p3')).events).toHaveLength(people[3].rows.length);
    });
  });
}
