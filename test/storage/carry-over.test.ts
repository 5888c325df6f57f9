import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import type { UnsavedEvent } from '../../src/events/rating-event';
import { erasureOf } from '../../src/state/log/erasing';
import { carryOver } from '../../src/storage/carry-over';
import { createMemoryStorage } from '../../src/storage/memory-storage';
import { newShelf } from './shelf';

const said = (profileId: string, id: string, movieId: number, time: number): UnsavedEvent => ({
  ...{ id, profileId, movieId, time, kind: 'like', choices: 3 },
  ...{ place: 'rate', predictionVisible: false },
});

describe('what is carried over from memory', () => {
  const shelf = newShelf('carry-over');

  /** A person with three films in the database, one of whose clicks went along into memory as if it had not been saved. */
  const twoStorages = async () => {
    const kept = await shelf.openFresh();
    const [{ id, name }] = await kept.profiles.list();
    const events = [1, 2, 3].map((film) => said(id, `e${film}`, film, film));
    await kept.log.append(events);
    let made = 0;
    const memory = createMemoryStorage({ now: () => 5, uuid: () => `m${made++}` });
    await memory.rescue.keep({ id, name, events: events.slice(1), settings: new Map() });
    return { kept, memory, id };
  };

  test('erased films: are erased in the database too, and stay so when another device knows them', async () => {
    const { kept, memory, id } = await twoStorages();
    const other = await kept.log.readDeviceLog(id);
    await memory.log.erase(id, erasureOf({ what: 'films', movieIds: [2] }));
    await memory.log.append([said(id, 'e4', 4, 9), said(id, 'e5', 5, 10)], new Map([[id, 1]]));
    await memory.log.erase(id, erasureOf({ what: 'films', movieIds: [5] }));
    for (let times = 0; times < 2; times++) {
      await carryOver(memory, kept, id);
      const { events, tombstones } = await kept.log.readDeviceLog(id);
      expect(events.map((event) => event.id)).toEqual(['e1', 'e3', 'e4']);
      expect(tombstones).toEqual(new Set(['e2', 'e5']));
    }
    await kept.log.merge(id, { ...other, tombstones: new Set() });
    expect((await kept.log.readAll(id)).events.map((event) => event.id)).toEqual(['e1', 'e3', 'e4']);
  });

  test('erased films: are erased in the database too when nothing else was said in memory', async () => {
    const { kept, memory, id } = await twoStorages();
    await memory.log.erase(id, erasureOf({ what: 'everything' }));
    await carryOver(memory, kept, id);
    const { events, tombstones } = await kept.log.readDeviceLog(id);
    expect(events.map((event) => event.id)).toEqual(['e1']);
    expect(tombstones).toEqual(new Set(['e2', 'e3']));
    expect(await kept.profiles.list()).toHaveLength(1);
  });

  test('undo: still reaches what was said before when something was erased in memory', async () => {
    const { kept, memory, id } = await twoStorages();
    await memory.log.erase(id, erasureOf({ what: 'films', movieIds: [2] }));
    await carryOver(memory, kept, id);
    expect(await kept.log.readAll(id)).toMatchObject({ sealedSeq: 0, erasures: 1 });
  });
});
