import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pointedAt, type UnsavedEvent } from '../../../src/events/rating-event';
import { erasureOf } from '../../../src/state/log/erasing';
import { foldLog } from '../../../src/state/log/fold';
import { alignModel, opinionsOf } from '../../../src/state/log/opinions';
import { createMemoryStorage } from '../../../src/storage/memory-storage';
import type { Storage } from '../../../src/storage/storage';
import { PersonalModel } from '../../../src/wnn/personal/personal-model';
import { buildLibrary } from '../../fixtures/library';
import { smallNetwork } from '../../fixtures/small-network';
import { makeDataset } from '../../fixtures/small-world';
import { newShelf } from '../../storage/shelf';
import { standingsOf, standsIn } from './random-log';

const FILMS = 4;
const dataset = makeDataset(3, 30);
const library = buildLibrary({ ...dataset, checksum: 1 }, smallNetwork(dataset));
const movieIds = [...library.catalogue.movieId].slice(0, FILMS);

/** One person's log in one storage. */
interface Device {
  storage: Storage;
  id: string;
  name: string;
  /** What the clock says; two devices' may say the same. */
  clock: number;
}

const acts = fc.array(
  fc.record({
    what: fc.constantFrom(
      'like',
      'dislike',
      'so-so',
      'unseen',
      'clear',
      'watch',
      'undo',
      'redo',
      'file',
      'erase',
    ),
    film: fc.nat(FILMS - 1),
    later: fc.nat(2),
  }),
  { maxLength: 7 },
);
type Act = { what: string; film: number; later: number };

/** The events of an act on a device; none where there is nothing to undo, to repeat or to file. */
function eventsOf(
  device: Device,
  { what, film }: Act,
  log: readonly UnsavedEvent[],
  n: number,
): UnsavedEvent[] {
  const fold = foldLog(log);
  const movieId = movieIds[film];
  const told = { profileId: device.id, time: device.clock, place: 'rate', predictionVisible: false } as const;
  const id = (part: number) => `${device.name}${n}.${part}`;
  if (what === 'undo' || what === 'redo') {
    const step = what === 'undo' ? fold.undoStep : fold.redoStep;
    return step.map((target, part) => ({
      id: id(part),
      ...told,
      movieId: target.movieId,
      kind: what,
      of: target.id,
    }));
  }
  if (what === 'file') {
    const of = fold.speakerOf(movieId)?.id;
    return of === undefined ? [] : [{ id: id(0), ...told, movieId, kind: what, of, mood: 'kids' }];
  }
  if (what === 'watch') return [{ id: id(0), ...told, movieId, kind: what }];
  return [{ id: id(0), ...told, movieId, kind: what as 'like', choices: 3 }];
}

async function play(device: Device, done: readonly Act[], firstId: number): Promise<void> {
  const { log } = device.storage;
  for (const [n, act] of done.entries()) {
    device.clock += act.later;
    const { events, erasures } = await log.readAll(device.id);
    if (act.what === 'erase')
      await log.erase(device.id, erasureOf({ what: 'films', movieIds: [movieIds[act.film]] }));
    else await log.append(eventsOf(device, act, events, firstId + n), new Map([[device.id, erasures]]));
  }
}

/** Everything of a log that does not belong to the device, and the bytes of the model that it gives. */
async function contentOf({ storage, id }: Device) {
  const { events, tombstones } = await storage.log.readDeviceLog(id);
  const model = new PersonalModel(library.network);
  alignModel(model, opinionsOf(library, foldLog(events).speakers));
  const plain = events.map(({ seq: _, profileId: __, ...event }) => event);
  return { events: plain, tombstones: [...tombstones].sort(), model: model.stateBytes() };
}

/** What has to be left of both logs: what either holds, without what either erased and what points at that. */
function expectedOf(logs: readonly { events: readonly UnsavedEvent[]; tombstones: ReadonlySet<string> }[]) {
  const gone = new Set(logs.flatMap(({ tombstones }) => [...tombstones]));
  const all = new Map(logs.flatMap(({ events }) => events).map((event) => [event.id, event]));
  for (let before = -1; before !== gone.size; ) {
    before = gone.size;
    for (const event of all.values()) if (gone.has(pointedAt(event) ?? '')) gone.add(event.id);
  }
  return { gone: [...gone].sort(), left: [...all.keys()].filter((id) => !gone.has(id)).sort() };
}

describe('merging through the storage', () => {
  const shelf = newShelf('merging');
  let made = 0;
  const newDevice = async (name: string, inMemory: boolean): Promise<Device> => {
    const storage = inMemory
      ? createMemoryStorage({ now: () => 1, uuid: () => `m${made++}` })
      : await shelf.openFresh();
    return { storage, id: (await storage.profiles.list())[0].id, name, clock: 100 };
  };

  test('merge: gives both the same log, tombstones and model bytes, each film at its last answer, and again changes nothing, whatever two devices did apart', async () => {
    await fc.assert(
      fc.asyncProperty(acts, acts, acts, fc.boolean(), async (start, one, other, inMemory) => {
        const a = await newDevice('a', false);
        const b = await newDevice('b', inMemory);
        await play(a, start, 0);
        await b.storage.log.merge(b.id, await a.storage.log.readDeviceLog(a.id));
        await play(a, one, 100);
        await play(b, other, 200);

        const logs = [await a.storage.log.readDeviceLog(a.id), await b.storage.log.readDeviceLog(b.id)];
        const { gone, left } = expectedOf(logs);
        await a.storage.log.merge(a.id, logs[1]);
        await b.storage.log.merge(b.id, logs[0]);
        const merged = await contentOf(a);
        expect(await contentOf(b)).toEqual(merged);
        expect(merged.events.map(({ id }) => id).sort()).toEqual(left);
        expect(merged.tombstones).toEqual(gone);
        const events = (await a.storage.log.readAll(a.id)).events;
        expect(standingsOf(events)).toEqual(standsIn(events));

        for (const [device, log] of [
          [a, logs[1]],
          [a, await b.storage.log.readDeviceLog(b.id)],
          [b, logs[0]],
        ] as const) {
          const page = await device.storage.log.readAll(device.id);
          await device.storage.snapshots.save(device.id, Uint8Array.of(1), page.erasures);
          expect(await device.storage.log.merge(device.id, log)).toEqual({ added: 0, removed: 0 });
          expect(await device.storage.log.readAll(device.id)).toEqual(page);
          expect(await device.storage.snapshots.load(device.id)).toEqual(Uint8Array.of(1));
        }
        // A device that slept through it all brings nothing back.
        const asleep = { events: logs.flatMap((log) => log.events), tombstones: new Set<string>() };
        await a.storage.log.merge(a.id, asleep);
        expect(await contentOf(a)).toEqual(merged);
        for (const { storage } of [a, b]) storage.close();
      }),
      { numRuns: 60 },
    );
  });
});
