import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { UnsavedEvent } from '../../../src/events/rating-event';
import { EventWriter, type Saving } from '../../../src/state/profile/event-writer';
import { StorageError } from '../../../src/storage/storage-error';

function event(id: string, profileId = 'p'): UnsavedEvent {
  return {
    ...{ id, profileId, time: 0, kind: 'like', choices: 2 },
    ...{ movieId: 1, place: 'rate', predictionVisible: false },
  };
}

type Fault = 'none' | 'refused' | 'unclear';

/** A log whose appends fail as told: refused outright, or saved although the answer says otherwise. */
function faultyWriter(faults: Fault[], existing = ['p', 'q']) {
  const log: string[] = [];
  const statuses: Saving[] = [];
  const saved: string[] = [];
  const writer = new EventWriter({
    async append(events) {
      const fault = faults.shift() ?? 'none';
      if (fault === 'refused') throw new DOMException('full', 'QuotaExceededError');
      if (events.some((e) => !existing.includes(e.profileId))) throw new StorageError('profile-gone');
      for (const { id } of events) if (!log.includes(id)) log.push(id);
      if (fault === 'unclear') throw new DOMException('aborted', 'AbortError');
      const placed = events.map((e) => ({ ...e, seq: log.indexOf(e.id) + 1 }));
      return [{ profileId: 'p', events: placed, previous: 0, erasures: 0 }];
    },
    reconnect: async () => {},
    painted: async () => {},
    schedule: () => () => {},
    onLogChanged: async () => {},
    isGone: async (profileId) => !existing.includes(profileId),
    onSaved: ([{ events }]) => saved.push(...events.map(({ id }) => id)),
    onStatus: (status) => statuses.push(status),
    logger: { warn: () => {} },
  });
  return { writer, log, statuses, saved };
}

test('event writer: saves every event exactly once and in order when any appends fail and it is retried', async () => {
  const faults = fc.array(fc.constantFrom<Fault>('none', 'refused', 'unclear'), { maxLength: 8 });
  const pauses = fc.array(fc.boolean(), { minLength: 1, maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(faults, pauses, async (script, pauseAfter) => {
      const left = [...script];
      const { writer, log, statuses, saved } = faultyWriter(left);
      const ids = pauseAfter.map((_, n) => `e${n}`);
      for (const [n, pause] of pauseAfter.entries()) {
        writer.enqueue([event(ids[n])]);
        if (pause) await writer.settled();
      }
      await writer.settled();
      while (statuses.at(-1)?.error) await writer.retry();
      expect(log).toEqual(ids);
      expect(saved).toEqual(ids);
      expect(statuses.at(-1)).toEqual({ unsaved: 0, error: null });
    }),
  );
});

test('event writer: says how many events wait and why, and keeps them, when an append fails', async () => {
  const { writer, statuses } = faultyWriter(['refused', 'refused']);
  writer.enqueue([event('a')]);
  await writer.settled();
  writer.enqueue([event('b')]);
  await writer.settled();
  expect(statuses.at(-1)).toMatchObject({ unsaved: 2, error: { failure: 'full' } });
  expect(writer.pendingOf('p').map((e) => e.id)).toEqual(['a', 'b']);
});

test('event writer: sets events of a profile aside until they are dropped and saves the rest when that profile is gone', async () => {
  const { writer, log, statuses } = faultyWriter([], ['p']);
  for (const [id, profileId] of [
    ['a', 'gone'],
    ['b', 'p'],
    ['c', 'gone'],
  ])
    writer.enqueue([event(id, profileId)]);
  await writer.settled();
  expect(log).toEqual(['b']);
  expect(statuses.at(-1)).toEqual({ unsaved: 2, error: null });
  expect(writer.pendingOf('gone').map(({ id }) => id)).toEqual(['a', 'c']);
  writer.drop('gone');
  expect(statuses.at(-1)).toEqual({ unsaved: 0, error: null });
});
