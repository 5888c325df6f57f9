import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Answer, happenedAt, LATEST, type UnsavedEvent } from '../../src/events/rating-event';
import { erasureOf } from '../../src/state/log/erasing';
import { foldLog } from '../../src/state/log/fold';
import type { Storage } from '../../src/storage/storage';
import { newShelf } from './shelf';

const YEAR = 31_557_600_000;
const NOW = 1_700_000_000_000;
const NOTHING = { plan: () => new Set<string>(), takesUnreadable: () => false };

type Told = Partial<Omit<Answer, 'kind'>>;
const answer = (profileId: string, id: string, extra: Told & { kind?: Answer['kind'] } = {}): Answer => ({
  ...{ id, profileId, time: NOW, kind: 'like', choices: 3 },
  ...{ movieId: 7, place: 'rate', predictionVisible: false },
  ...extra,
});
const pointer = (profileId: string, id: string, kind: 'undo' | 'redo', of: string, extra: Told = {}) => {
  const { kind: _, choices: __, ...told } = answer(profileId, id, extra);
  return { ...told, kind, of } as UnsavedEvent;
};
const idsOf = (events: readonly { id: string }[]) => events.map(({ id }) => id);

/** What the log promises of times, rows, ids and merging, whatever implements IndexedDB. */
export function describeLog(engine: string, runs: number): void {
  describe(`rating log on ${engine}`, () => {
    const shelf = newShelf('log-contract');

    test('append: keeps the order of telling and what the clock said when the clock jumps a year back and forward', async () => {
      const { log, profiles } = await shelf.openFresh();
      const [{ id }] = await profiles.list();
      const clock = [NOW, NOW - YEAR, NOW + YEAR, NOW + 5, NOW + YEAR + 1, Number.NaN, -5, 2 * LATEST];
      for (const [n, time] of clock.entries()) await log.append([answer(id, `z${9 - n}`, { time })]);
      const { events, unreadable } = await log.readAll(id);
      expect(unreadable).toBe(0);
      expect(idsOf(events)).toEqual(clock.map((_, n) => `z${9 - n}`));
      expect(events.slice(0, 7).map(({ time, about }) => [time, about])).toEqual([
        [NOW, undefined],
        [NOW + 1, NOW - YEAR],
        [NOW + YEAR, undefined],
        [NOW + YEAR + 1, NOW + 5],
        [NOW + YEAR + 2, NOW + YEAR + 1],
        [NOW + YEAR + 3, undefined],
        [NOW + YEAR + 4, undefined],
      ]);
    });

    test('append: still gives the next event a place that can be read when a clock said the end of all times', async () => {
      const { log, profiles } = await shelf.openFresh();
      const [{ id }] = await profiles.list();
      for (const [n, time] of [2 * LATEST, 3 * LATEST, NOW].entries())
        await log.append([answer(id, `a${n}`, { time })]);
      expect(await log.readAll(id)).toMatchObject({
        events: [{ id: 'a0' }, { id: 'a1' }, { id: 'a2' }],
        unreadable: 0,
      });
    });

    test('append: gives every event one place after all before it when tabs with any clocks take turns', async () => {
      const appends = fc.array(
        fc.record({
          tab: fc.nat(1),
          about: fc.boolean(),
          clocks: fc.array(fc.constantFrom(NOW - YEAR, NOW, NOW, NOW + 1, NOW + YEAR), {
            minLength: 1,
            maxLength: 3,
          }),
        }),
        { maxLength: 8 },
      );
      await fc.assert(
        fc.asyncProperty(appends, async (script) => {
          const here = await shelf.openFresh();
          const tabs = [here, await shelf.open()];
          const [{ id }] = await here.profiles.list();
          const told: Answer[] = [];
          for (const { tab, about, clocks } of script) {
            const made = clocks.map((time, n) =>
              answer(id, `e${99 - told.length - n}`, { time, ...(about ? { about: time - YEAR } : {}) }),
            );
            const [appended] = await tabs[tab].log.append(made);
            expect(idsOf(appended.events)).toEqual(idsOf(made));
            told.push(...made);
          }
          const { events } = await here.log.readAll(id);
          expect(idsOf(events)).toEqual(idsOf(told));
          expect(events.map(happenedAt)).toEqual(told.map(happenedAt));
          for (const [n, { time, seq }] of events.slice(1).entries()) {
            expect(time).toBeGreaterThan(events[n].time);
            expect(seq).toBeGreaterThan(events[n].seq);
          }
          // Nothing but the times is touched.
          for (const [n, { seq: _, time: __, about: ___, ...rest }] of events.entries()) {
            const { time: ____, about: _____, ...made } = told[n];
            expect(rest).toEqual(made);
          }
        }),
        { numRuns: runs },
      );
    });

    test('append: saves an event once in each of two profiles when a backup beside its original has the same ids', async () => {
      const { log, profiles } = await shelf.openFresh();
      const [{ id }] = await profiles.list();
      const copy = await profiles.create('Copy');
      const both = [id, copy.id].flatMap((profileId) => [
        answer(profileId, 'a'),
        pointer(profileId, 'b', 'undo', 'a', { time: NOW + 1 }),
      ]);
      await log.append(both);
      await log.append(both);
      await log.append([answer(copy.id, 'a', { kind: 'dislike' })]);
      for (const profileId of [id, copy.id]) {
        const { events } = await log.readAll(profileId);
        expect(events.map((event) => [event.id, event.kind, event.profileId])).toEqual([
          ['a', 'like', profileId],
          ['b', 'undo', profileId],
        ]);
      }
      await profiles.remove(copy.id);
      expect(await log.count(id)).toBe(2);
    });

    test('append: goes on with the next row when a damaged one has a number beyond all that can be counted', async () => {
      const { log, profiles } = await shelf.openFresh();
      const [{ id }] = await profiles.list();
      const ben = await profiles.create('Ben');
      await log.append([answer(id, 'a')]);
      await shelf.behind('events', async (table) => {
        await table.add({ ...answer(id, 'far'), seq: 2 ** 53 });
        await table.add({ ...answer(ben.id, 'farther'), seq: 2 ** 53 + 2 });
        await table.add({ ...answer(id, 'below', { time: NOW + 1 }), seq: -3 });
      });
      const before = await log.readAll(id);
      expect(before).toMatchObject({ events: [{ id: 'a' }], unreadable: 2 });
      const [{ previous, events }] = await log.append([answer(id, 'b'), answer(id, 'c')]);
      expect(previous).toBe(before.lastSeq);
      expect(events.map(({ seq }) => seq)).toEqual([before.lastSeq + 1, before.lastSeq + 2]);
      const page = await log.readAll(id);
      expect(idsOf(page.events)).toEqual(['a', 'b', 'c']);
      expect(page.lastSeq).toBe(before.lastSeq + 2);
      expect(await log.readAfter(id, page.lastSeq)).toMatchObject({ events: [], lastSeq: page.lastSeq });
      await log.append([answer(ben.id, 'd')]);
      expect(idsOf((await log.readAll(ben.id)).events)).toEqual(['d']);
      expect(await log.count(id)).toBe(5);
      await log.erase(id, erasureOf({ what: 'everything' }));
      expect([await log.count(id), await log.count(ben.id)]).toEqual([0, 2]);
    });

    test('rows: are all found, counted and removed, and looking for people ends, when their numbers are no numbers', async () => {
      const { log, profiles, rescue, settings } = await shelf.openFresh();
      const [{ id }] = await profiles.list();
      const ben = await profiles.create('Ben');
      const numbers: unknown[] = [
        [[1]],
        [[[[]]]],
        'first',
        new Date(5),
        Number.NEGATIVE_INFINITY,
        Uint8Array.of(1),
      ];
      await log.append([answer(id, 'a'), answer(ben.id, 'a')]);
      await shelf.behind('events', (table) =>
        table.bulkAdd(
          numbers.flatMap((seq, n) => [
            { ...answer(id, `w${n}`), seq },
            ...(n < 2 ? [{ ...answer('nobody', `w${n}`), seq: [seq] }] : []),
          ]),
        ),
      );
      await settings.set(['contexts:', 1] as unknown as string, 1);
      expect(await rescue.look()).toMatchObject({
        list: [{ id }, { id: ben.id }],
        orphans: [{ profileId: 'nobody', rows: 2 }],
      });
      expect(await log.readAll(id)).toMatchObject({ events: [{ id: 'a' }], unreadable: numbers.length });
      expect(await log.erase(id, erasureOf({ what: 'everything' }))).toMatchObject({
        erased: numbers.length + 1,
      });
      await profiles.remove(id);
      expect([await log.count(id), await log.count(ben.id)]).toEqual([0, 1]);
    });

    test('erasing: takes what says so and leaves the rest when fields hold what no number can be made of', async () => {
      const { log, profiles } = await shelf.openFresh();
      const [{ id }] = await profiles.list();
      const odd = { toString: 1, valueOf: 1 };
      await shelf.behind('events', (table) =>
        table.bulkAdd([
          { ...answer(id, 'a'), movieId: odd, time: odd, seq: 1 },
          { ...answer(id, 'b'), kind: 'adored', movieId: '7', seq: 2 },
        ]),
      );
      expect(await log.erase(id, erasureOf({ what: 'time', from: 0, to: 5 }))).toMatchObject({ erased: 0 });
      expect(await log.erase(id, erasureOf({ what: 'films', movieIds: [7] }))).toMatchObject({ erased: 1 });
      expect(await log.readAll(id)).toMatchObject({ events: [], unreadable: 1 });
    });

    test('erasures: are read as none when what is stored is no count, and counted on from there', async () => {
      for (const damaged of [Number.NaN, -1, 1.5, 'many', null, 2 ** 60]) {
        const { log, profiles, snapshots } = await shelf.openFresh();
        const [{ id }] = await profiles.list();
        await shelf.behind('profiles', (table) =>
          table.update(id, { erasures: damaged, sealedSeq: damaged }),
        );
        await log.append([answer(id, 'a')]);
        expect(await log.readAll(id)).toMatchObject({ events: [{ id: 'a' }], erasures: 0, sealedSeq: 0 });
        await snapshots.save(id, Uint8Array.of(1), 0);
        expect(await snapshots.load(id)).toEqual(Uint8Array.of(1));
        expect(await log.erase(id, NOTHING)).toEqual({ erased: 0, erasures: 1 });
        await log.append([answer(id, 'b')], new Map([[id, 1]]));
        expect(await log.readAll(id)).toMatchObject({ erasures: 1 });
      }
    });

    test('reading: counts a row as unreadable when any of its fields cannot be, and gives back the others', async () => {
      const { log, profiles } = await shelf.openFresh();
      const [{ id }] = await profiles.list();
      const sound = answer(id, 'a', { stars: 4.5, mood: 'kids', origin: 'letterboxd', about: NOW - YEAR });
      await log.append([sound]);
      const wrong: object[] = [
        ...[{ time: Number.POSITIVE_INFINITY }, { time: -1 }, { time: 'noon' }, { about: 1e18 }],
        ...[
          { stars: 0 },
          { stars: 5.5 },
          { stars: 3.3 },
          { choices: 4 },
          { choices: undefined },
          { mood: '' },
        ],
        ...[
          { movieId: -1 },
          { movieId: 1.5 },
          { kind: 'adore' },
          { kind: 'undo' },
          { kind: 'file' },
          { id: '' },
        ],
        ...[{ predictionVisible: 1 }, { batch: 7 }, { kind: 'redo', of: 5 }, { id: 'x'.repeat(201) }],
      ];
      await shelf.behind('events', (table) =>
        table.bulkAdd(wrong.map((fields, n) => ({ ...sound, id: `w${n}`, seq: 100 + n, ...fields }))),
      );
      const page = await log.readAll(id);
      expect(page.events.map(({ seq: _, ...event }) => event)).toEqual([sound]);
      expect(page.unreadable).toBe(wrong.length);
    });

    /** Two devices with the same profile, which one of them made and the other merged, and which then went on apart. */
    const newDevices = async () => {
      const here = await shelf.openFresh();
      const [{ id }] = await here.profiles.list();
      await here.log.append(
        ['a', 'b', 'c', 'd'].map((name, n) => answer(id, name, { movieId: n, time: NOW + n })),
      );
      const there = await shelf.openFresh();
      const [{ id: other }] = await there.profiles.list();
      await there.log.merge(other, await here.log.readDeviceLog(id));
      return [
        { storage: here, id },
        { storage: there, id: other },
      ] as const;
    };
    const contentOf = async ({ storage, id }: { storage: Storage; id: string }) => {
      const { events, tombstones } = await storage.log.readDeviceLog(id);
      const plain = events.map(({ seq: _, profileId: __, ...event }) => event);
      return { plain, tombstones: [...tombstones].sort() };
    };
    const erasuresOf = async ({ storage, id }: { storage: Storage; id: string }) =>
      new Map([[id, (await storage.log.readAll(id)).erasures]]);

    test('merging: gives both devices the same log, each film at its last answer, when they went on apart', async () => {
      const [one, two] = await newDevices();
      expect(await contentOf(two)).toEqual(await contentOf(one));
      const later = (n: number) => ({ time: NOW + 100 + n });
      await one.storage.log.append([
        answer(one.id, 'e', { movieId: 0, kind: 'dislike', ...later(1) }),
        pointer(one.id, 'u', 'undo', 'd', { movieId: 3, ...later(4) }),
      ]);
      await two.storage.log.append(
        [
          answer(two.id, 'f', { movieId: 0, kind: 'so-so', ...later(2) }),
          answer(two.id, 'g', { movieId: 5, ...later(3) }),
        ],
        await erasuresOf(two),
      );
      const [ofOne, ofTwo] = [
        await one.storage.log.readDeviceLog(one.id),
        await two.storage.log.readDeviceLog(two.id),
      ];
      expect(await one.storage.log.merge(one.id, ofTwo)).toEqual({ added: 2, removed: 0 });
      expect(await two.storage.log.merge(two.id, ofOne)).toEqual({ added: 2, removed: 0 });
      const content = await contentOf(one);
      expect(content).toEqual(await contentOf(two));
      expect(idsOf(content.plain)).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'u']);
      const { events, sealedSeq, lastSeq, erasures } = await one.storage.log.readAll(one.id);
      const fold = foldLog(events);
      expect([0, 1, 2, 3, 5].map((film) => fold.kindOf(film))).toEqual([
        'so-so',
        'like',
        'like',
        'clear',
        'like',
      ]);
      expect([sealedSeq, erasures]).toEqual([lastSeq, 1]);
      // Again, in either direction: nothing is added.
      expect(await one.storage.log.merge(one.id, ofTwo)).toEqual({ added: 0, removed: 0 });
      expect(await two.storage.log.merge(two.id, await one.storage.log.readDeviceLog(one.id))).toEqual({
        ...{ added: 0, removed: 0 },
      });
      expect(await contentOf(one)).toEqual(content);
      expect(await contentOf(two)).toEqual(content);
    });

    test('merging: puts what is told next after all that came, and refuses what a tab made before it, when logs meet', async () => {
      const [one, two] = await newDevices();
      await one.storage.log.append([answer(one.id, 'e', { time: NOW + YEAR })]);
      const known = await erasuresOf(two);
      await two.storage.log.merge(two.id, await one.storage.log.readDeviceLog(one.id));
      const next = answer(two.id, 'f', { time: NOW + 50 });
      await expect(two.storage.log.append([next], known)).rejects.toMatchObject({ failure: 'log-changed' });
      const [{ events }] = await two.storage.log.append([next], await erasuresOf(two));
      expect(events).toMatchObject([{ time: NOW + YEAR + 1, about: NOW + 50 }]);
      const page = await two.storage.log.readAll(two.id);
      expect(idsOf(page.events)).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
      expect(page.events.filter(({ seq }) => seq > page.sealedSeq).map(({ id }) => id)).toEqual(['f']);
    });

    test('merging: takes what either device erased from both and leaves only its id, whatever points at it', async () => {
      const [one, two] = await newDevices();
      await two.storage.log.append(
        [
          pointer(two.id, 'u', 'undo', 'b', { movieId: 1, time: NOW + 50 }),
          pointer(two.id, 'r', 'redo', 'b', { movieId: 1, time: NOW + 51 }),
        ],
        await erasuresOf(two),
      );
      await two.storage.snapshots.save(two.id, Uint8Array.of(1), 1);
      await one.storage.log.erase(one.id, erasureOf({ what: 'films', movieIds: [1] }));
      await two.storage.log.erase(two.id, erasureOf({ what: 'films', movieIds: [2] }));
      const [ofOne, ofTwo] = [
        await one.storage.log.readDeviceLog(one.id),
        await two.storage.log.readDeviceLog(two.id),
      ];
      expect(await one.storage.log.merge(one.id, ofTwo)).toEqual({ added: 0, removed: 1 });
      expect(await two.storage.log.merge(two.id, ofOne)).toEqual({ added: 0, removed: 3 });
      const content = await contentOf(one);
      expect(content).toEqual(await contentOf(two));
      expect(idsOf(content.plain)).toEqual(['a', 'd']);
      expect(content.tombstones).toEqual(['b', 'c', 'r', 'u']);
      expect(await two.storage.snapshots.load(two.id)).toBeUndefined();
      const stones = await shelf.behind('tombstones', (table) => table.toArray());
      for (const stone of stones) expect(Object.keys(stone).sort()).toEqual(['id', 'profileId']);
      // What either held before brings nothing back.
      const before = {
        events: [answer('x', 'b', { movieId: 1 }), answer('x', 'c', { movieId: 2 })],
        tombstones: new Set<string>(),
      };
      expect(await one.storage.log.merge(one.id, before)).toEqual({ added: 0, removed: 0 });
      expect(await contentOf(one)).toEqual(content);
    });

    test('merging: takes also rows that this version does not understand when the other device erased them', async () => {
      const [one, two] = await newDevices();
      await shelf.behind('events', (table) =>
        table.add({ ...answer(two.id, 'odd'), kind: 'adored', seq: 1000 } as object),
      );
      const ofOne = await one.storage.log.readDeviceLog(one.id);
      const erased = { ...ofOne, tombstones: new Set(['odd']) };
      expect(await two.storage.log.merge(two.id, erased)).toEqual({ added: 0, removed: 1 });
      expect(await two.storage.log.readAll(two.id)).toMatchObject({ unreadable: 0 });
    });

    test('merging: touches no other person, and nothing at all when it fails or the profile is gone', async () => {
      const [one, two] = await newDevices();
      const ben = await two.storage.profiles.create('Ben');
      await two.storage.log.append([answer(ben.id, 'a', { kind: 'dislike' })]);
      const before = await two.storage.log.readAll(ben.id);
      await one.storage.log.append([answer(one.id, 'e', { time: NOW + 60 })]);
      const ofOne = await one.storage.log.readDeviceLog(one.id);
      await expect(two.storage.log.merge('nobody', ofOne)).rejects.toMatchObject({ failure: 'profile-gone' });

      const content = await contentOf(two);
      const { put } = IDBObjectStore.prototype;
      IDBObjectStore.prototype.put = function (this: IDBObjectStore, ...entry) {
        if (this.name === 'profiles') throw new DOMException('full', 'QuotaExceededError');
        return put.apply(this, entry);
      };
      try {
        await expect(two.storage.log.merge(two.id, ofOne)).rejects.toMatchObject({ failure: 'full' });
      } finally {
        IDBObjectStore.prototype.put = put;
      }
      expect(await contentOf(two)).toEqual(content);
      await two.storage.log.merge(two.id, ofOne);
      expect(await two.storage.log.readAll(ben.id)).toEqual(before);
      for (const event of (await two.storage.log.readAll(two.id)).events)
        expect(event.profileId).toBe(two.id);
    });
  });
}
