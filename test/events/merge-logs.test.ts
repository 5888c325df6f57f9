import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type DeviceLog, mergeLogs } from '../../src/events/merge-logs';
import { inOrder, type UnsavedEvent } from '../../src/events/rating-event';
import { foldLog } from '../../src/state/log/fold';

const FILMS = 3;

/** What one device did: answers, undos of what it knew, and erasures, at times that may coincide with the other's. */
const acts = fc.array(
  fc.record({
    what: fc.constantFrom('like', 'dislike', 'so-so', 'clear', 'watch', 'undo', 'redo', 'erase'),
    film: fc.nat(FILMS - 1),
    later: fc.nat(2),
  }),
  { maxLength: 12 },
);

interface Device {
  events: UnsavedEvent[];
  tombstones: Set<string>;
}

function play(
  device: Device,
  name: string,
  done: { what: string; film: number; later: number }[],
  from: number,
) {
  let time = from;
  for (const [n, { what, film, later }] of done.entries()) {
    time += 1 + later;
    const fold = foldLog(device.events);
    const told = {
      ...{ id: `${name}${n}`, profileId: name, time: Math.max(time, fold.lastTime + 1), movieId: film },
      ...({ place: 'rate', predictionVisible: false } as const),
    };
    const step = what === 'undo' ? fold.undoStep : fold.redoStep;
    if (what === 'erase') {
      for (const { id } of device.events.filter(({ movieId }) => movieId === film)) device.tombstones.add(id);
      device.events = device.events.filter(({ id }) => !device.tombstones.has(id));
    } else if (what === 'undo' || what === 'redo') {
      for (const { id, movieId } of step) device.events.push({ ...told, movieId, kind: what, of: id });
    } else if (what === 'watch') device.events.push({ ...told, kind: what });
    else device.events.push({ ...told, kind: what as 'like', choices: 3 });
  }
}

/** Two devices that share a beginning and then went on apart, and a third that knows only the beginning. */
const devices = fc.tuple(acts, acts, acts).map(([before, one, other]) => {
  const start: Device = { events: [], tombstones: new Set() };
  play(start, 'start', before, 0);
  const copy = (): Device => ({ events: [...start.events], tombstones: new Set(start.tombstones) });
  const [a, b] = [copy(), copy()];
  play(a, 'a', one, 20);
  play(b, 'b', other, 20);
  return [a, b, start] as const;
});

const plain = ({ events, tombstones }: DeviceLog) => ({
  events: events.map(({ profileId: _, ...event }) => event),
  tombstones: [...tombstones].sort(),
});

test('merging: gives the same log when the devices change places', () => {
  fc.assert(
    fc.property(devices, ([a, b]) => {
      expect(plain(mergeLogs(a, b))).toEqual(plain(mergeLogs(b, a)));
    }),
  );
});

test('merging: changes nothing when it is done again', () => {
  fc.assert(
    fc.property(devices, ([a, b]) => {
      const merged = mergeLogs(a, b);
      for (const again of [a, b, merged]) expect(plain(mergeLogs(merged, again))).toEqual(plain(merged));
    }),
  );
});

test('merging: gives the same log when three devices meet in another order', () => {
  fc.assert(
    fc.property(devices, ([a, b, c]) => {
      expect(plain(mergeLogs(mergeLogs(a, b), c))).toEqual(plain(mergeLogs(a, mergeLogs(b, c))));
    }),
  );
});

test('merging: lets a film stand by its last answer when both devices answered', () => {
  fc.assert(
    fc.property(devices, ([a, b]) => {
      const { events } = mergeLogs(a, b);
      expect([...events].sort(inOrder)).toEqual(events);
      const undone = new Set(events.flatMap((event) => (event.kind === 'undo' ? [event.of] : [])));
      const fold = foldLog(events);
      for (let film = 0; film < FILMS; film++) {
        const answers = events.filter((event) => event.movieId === film && 'choices' in event);
        // Where nothing was undone, the last answer is the last one told.
        if (answers.some(({ id }) => undone.has(id))) continue;
        expect(fold.kindOf(film)).toBe(answers.at(-1)?.kind ?? 'clear');
      }
    }),
  );
});

test('merging: brings nothing back when it was erased on either device', () => {
  fc.assert(
    fc.property(devices, ([a, b]) => {
      const { events, tombstones } = mergeLogs(a, b);
      for (const id of [...a.tombstones, ...b.tombstones]) expect(tombstones.has(id)).toBe(true);
      for (const event of events) {
        expect(tombstones.has(event.id)).toBe(false);
        if ('of' in event) expect(tombstones.has(event.of)).toBe(false);
      }
    }),
  );
});

test('merging: picks the same one when two files say different things under one id', () => {
  const told = {
    id: 'x',
    profileId: 'p',
    time: 1,
    movieId: 1,
    place: 'rate',
    predictionVisible: false,
  } as const;
  const like: DeviceLog = { events: [{ ...told, kind: 'like', choices: 3 }], tombstones: new Set() };
  const dislike: DeviceLog = { events: [{ ...told, kind: 'dislike', choices: 3 }], tombstones: new Set() };
  expect(mergeLogs(like, dislike)).toEqual(mergeLogs(dislike, like));
});
