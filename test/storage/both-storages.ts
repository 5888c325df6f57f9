import { afterEach, describe, expect, test } from 'vitest';
import type { Answer, UnsavedEvent } from '../../src/events/rating-event';
import { FIRST_NAME, ProfileNameError } from '../../src/storage/profiles';
import type { Storage } from '../../src/storage/storage';

function event(profileId: string, id: string, extra: Partial<Answer> = {}): UnsavedEvent {
  const said = { kind: 'like', movieId: 7, place: 'rate', predictionVisible: false, choices: 3 } as const;
  return { id, profileId, time: 5, ...said, ...extra };
}

const nothing = { plan: () => new Set<string>(), takesUnreadable: () => false };

/** What every storage promises while it is open, be it a database or the page's memory. @param make opens an empty one */
export function describeBothStorages(name: string, make: () => Promise<Storage>): void {
  describe(`a storage of ${name}`, () => {
    let storage: Storage;
    const open = async () => {
      storage = await make();
      const [{ id }] = await storage.profiles.list();
      return { ...storage, id };
    };
    afterEach(() => storage.close());

    test('log: gives back what was appended, times raised, each once, and what came after a row', async () => {
      const { log, id } = await open();
      const [first] = await log.append([event(id, 'a', { time: 9 }), event(id, 'b', { time: 3 })]);
      const [again] = await log.append([event(id, 'b', { time: 3 }), event(id, 'c', { time: 20 })]);
      const page = await log.readAll(id);
      expect(page.events.map((e) => [e.id, e.time, e.about])).toEqual([
        ['a', 9, undefined],
        ['b', 10, 3],
        ['c', 20, undefined],
      ]);
      expect(page).toMatchObject({ unreadable: 0, erasures: 0, sealedSeq: 0, lastSeq: page.events[2].seq });
      const own = { profileId: id, erasures: 0 };
      expect(first).toEqual({ ...own, events: page.events.slice(0, 2), previous: 0 });
      expect(again).toEqual({ ...own, events: page.events.slice(1), previous: page.events[1].seq });
      expect((await log.readAfter(id, page.events[0].seq)).events).toEqual(page.events.slice(1));
      expect(await log.readAfter(id, page.lastSeq)).toMatchObject({ events: [], lastSeq: page.lastSeq });
      expect(await log.count(id)).toBe(3);
    });

    test('log: refuses an append as a whole when a profile is gone or its log lost something', async () => {
      const { log, id } = await open();
      const gone = log.append([event(id, 'a'), event('nobody', 'b')]);
      await expect(gone).rejects.toMatchObject({ name: 'StorageError', failure: 'profile-gone' });
      expect(await log.count(id)).toBe(0);
      await log.erase(id, nothing);
      await expect(log.append([event(id, 'a')])).rejects.toMatchObject({ failure: 'log-changed' });
      await log.append([event(id, 'a')], new Map([[id, 1]]));
      expect(await log.count(id)).toBe(1);
    });

    test('log: counts rows that this version does not understand', async () => {
      const { log, id } = await open();
      const odd = { ...event(id, 'b'), kind: 'adore' } as unknown as UnsavedEvent;
      await log.append([event(id, 'a'), odd]);
      const page = await log.readAll(id);
      expect(page.events.map((e) => e.id)).toEqual(['a']);
      expect(page.unreadable).toBe(1);
      expect(page.lastSeq).toBeGreaterThan(page.events[0].seq);
    });

    test('log: erases rows and snapshot of one profile alone, and keeps the ids', async () => {
      const { log, profiles, snapshots, id } = await open();
      const ben = await profiles.create('Ben');
      const odd = { ...event(id, 'odd', { movieId: 9 }), kind: 'adore' } as unknown as UnsavedEvent;
      await log.append([event(id, 'a'), odd, event(id, 'b'), event(ben.id, 'a')]);
      await snapshots.save(id, Uint8Array.of(1));
      const before = await log.readAll(id);
      const erased = await log.erase(id, {
        plan(events) {
          expect(events).toEqual(before.events);
          return new Set(['a']);
        },
        takesUnreadable: ({ movieId }) => movieId === 9,
      });
      expect(erased).toEqual({ erased: 2, erasures: 1 });
      expect(await log.readAll(id)).toMatchObject({ events: [before.events[1]], unreadable: 0, erasures: 1 });
      expect((await log.readDeviceLog(id)).tombstones).toEqual(new Set(['a', 'odd']));
      expect(await snapshots.load(id)).toBeUndefined();
      expect(await log.count(ben.id)).toBe(1);
    });

    test('log: erases nothing when the plan fails', async () => {
      const { log, snapshots, id } = await open();
      await log.append([event(id, 'a')]);
      await snapshots.save(id, Uint8Array.of(1));
      const failing = log.erase(id, {
        ...nothing,
        plan: () => {
          throw new RangeError('no');
        },
      });
      await expect(failing).rejects.toMatchObject({ name: 'StorageError' });
      expect(await log.count(id)).toBe(1);
      expect(await snapshots.load(id)).toEqual(Uint8Array.of(1));
      await expect(log.erase('nobody', nothing)).rejects.toMatchObject({ failure: 'profile-gone' });
    });

    test('log: merges another device, obeys its tombstones, and changes nothing the second time', async () => {
      const { log, snapshots, id } = await open();
      await log.append([event(id, 'a'), event(id, 'b')]);
      const other = { events: [event('elsewhere', 'c', { time: 2 })], tombstones: new Set(['b']) };
      expect(await log.merge(id, other)).toEqual({ added: 1, removed: 1 });
      const merged = await log.readAll(id);
      expect(merged.events.map((e) => [e.id, e.profileId])).toEqual([
        ['c', id],
        ['a', id],
      ]);
      expect([merged.erasures, merged.sealedSeq]).toEqual([1, merged.lastSeq]);
      await snapshots.save(id, Uint8Array.of(1), 1);
      expect(await log.merge(id, other)).toEqual({ added: 0, removed: 0 });
      expect(await log.readAll(id)).toEqual(merged);
      expect(await snapshots.load(id)).toEqual(Uint8Array.of(1));
    });

    test('snapshots: are bytes of a profile that is there, of the log as it is', async () => {
      const { log, snapshots, id } = await open();
      const bytes = Uint8Array.of(1, 2);
      await snapshots.save(id, bytes);
      bytes.fill(9);
      expect(await snapshots.load(id)).toEqual(Uint8Array.of(1, 2));
      await snapshots.save('nobody', bytes);
      expect(await snapshots.load('nobody')).toBeUndefined();
      await log.erase(id, nothing);
      await snapshots.save(id, bytes, 0);
      expect(await snapshots.load(id)).toBeUndefined();
    });

    test('profiles: are at least one, checked by name, and take all of theirs along when removed', async () => {
      const { log, profiles, settings, snapshots, tunings, id } = await open();
      expect((await profiles.list()).map((p) => p.name)).toEqual([FIRST_NAME]);
      const ada = await profiles.create('  Ada   Lovelace ');
      await expect(profiles.create('ADA LOVELACE')).rejects.toThrow(ProfileNameError);
      await expect(profiles.rename(id, ' ')).rejects.toThrow(ProfileNameError);
      await profiles.rename(ada.id, 'ada lovelace');
      await log.append([event(ada.id, 'a'), event(id, 'a')]);
      await snapshots.save(ada.id, Uint8Array.of(1));
      await tunings.save(ada.id, { of: 'Ada' });
      await settings.set(`contexts:${ada.id}`, 1);
      await settings.set('activeProfile', ada.id);
      await profiles.remove(ada.id);
      expect((await profiles.list()).map((p) => p.name)).toEqual([FIRST_NAME]);
      expect([await log.count(ada.id), await log.count(id)]).toEqual([0, 1]);
      expect(await settings.get(`contexts:${ada.id}`)).toBeUndefined();
      expect(await settings.get('activeProfile')).toBe(ada.id);
      await tunings.save(ada.id, { of: 'nobody' });
      expect(await tunings.load(ada.id)).toBeUndefined();
      await profiles.remove(id);
      const [fresh, ...others] = await profiles.list();
      expect([fresh.name, fresh.id === id, others.length]).toEqual([FIRST_NAME, false, 0]);
    });

    test('rescue: puts a person with their log in, each click once, under a name that nobody else has', async () => {
      const { log, rescue, settings, id } = await open();
      const said = [event('elsewhere', 'a'), event('elsewhere', 'b')];
      const person = { id: 'p', name: FIRST_NAME, events: said, settings: new Map([['contexts:p', 1]]) };
      const kept = await rescue.keep(person);
      expect(kept).toMatchObject({ id: 'p', name: `${FIRST_NAME} 2` });
      expect(await settings.get('contexts:p')).toBe(1);
      await settings.set('contexts:p', 2);
      expect(await rescue.keep(person)).toEqual(kept);
      expect(await settings.get('contexts:p')).toBe(2);
      const found = await rescue.look();
      expect(found).toEqual({ list: [expect.objectContaining({ id }), kept], orphans: [], mended: [] });
      const page = await log.readAll('p');
      expect(page.events.map((e) => [e.id, e.profileId])).toEqual([
        ['a', 'p'],
        ['b', 'p'],
      ]);
      expect([page.missing, (await log.readAll('nobody')).missing]).toEqual([undefined, true]);
      await log.append([{ ...event('p', 'odd'), kind: 'adore' } as unknown as UnsavedEvent]);
      expect(await rescue.rows('p')).toMatchObject({
        profile: { id: 'p' },
        readable: [{ id: 'a' }, { id: 'b' }],
        unreadable: [{ id: 'odd' }],
      });
    });

    test('restore: writes what a page holds once, beside what is there', async () => {
      const { holdsStill, log, profiles, reconnect, restore, id } = await open();
      await log.append([event(id, 'a')]);
      const profile = { id: 'p', name: FIRST_NAME, createdAt: 1, order: 7 };
      const held = [{ profile, events: [event('p', 'b')], settings: new Map() }];
      await restore(held);
      await restore(held);
      await reconnect();
      expect((await profiles.list()).map((p) => p.name)).toEqual([FIRST_NAME, `${FIRST_NAME} 2`]);
      expect((await log.readAll('p')).events.map((e) => e.id)).toEqual(['b']);
      expect((await log.readAll(id)).events.map((e) => e.id)).toEqual(['a']);
      expect(await holdsStill(held)).toBe(true);
    });

    test('settings: change by a function, and stay when it refuses', async () => {
      const { settings } = await open();
      await settings.update('n', (value) => Number(value ?? 0) + 1);
      const refusal = new RangeError('no');
      const refusing = settings.update('n', () => {
        throw refusal;
      });
      await expect(refusing).rejects.toBe(refusal);
      expect(await settings.get('n')).toBe(1);
    });

    test('results: come latest first, can be named, and go', async () => {
      const { results } = await open();
      const run = { name: 'run', status: 'done', content: { n: [1] } } as const;
      await results.put({ id: 'a', createdAt: 1, ...run });
      await results.put({ id: 'b', createdAt: 2, ...run });
      await results.rename('a', 'old');
      expect((await results.list()).map(({ id, name }) => [id, name])).toEqual([
        ['b', 'run'],
        ['a', 'old'],
      ]);
      await results.remove('b');
      expect(await results.list()).toHaveLength(1);
    });
  });
}
