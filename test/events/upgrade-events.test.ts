import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { inOrder, readRatingEvent } from '../../src/events/rating-event';
import { upgradeEvents } from '../../src/events/upgrade-events';
import { foldLog } from '../../src/state/log/fold';
import type { StoredEvent } from '../../src/storage/database';

interface OldLog {
  events: (StoredEvent & { time: number })[];
  /** Where each film stood by the rules of version 2: MovieLens id, answer, mood. */
  standings: [number, string, string | null][];
  undoable: string | null;
  redoable: string | null;
  said: string[];
}

const { logs } = JSON.parse(readFileSync(new URL('../fixtures/logs-v2.json', import.meta.url), 'utf8')) as {
  logs: OldLog[];
};

const readAll = (rows: readonly StoredEvent[]) =>
  rows.map((row) => {
    const event = readRatingEvent(row);
    if (!event) throw new Error(`Unreadable: ${JSON.stringify(row)}`);
    return event;
  });

describe('rows of version 2', () => {
  test.each(logs.map((log, n) => [n, log] as const))(
    'fold to what they stood for when they are upgraded (log %i)',
    (_, { events, standings, undoable, redoable, said }) => {
      const upgraded = readAll(upgradeEvents(events));
      expect([...upgraded].sort(inOrder)).toEqual(upgraded);
      const fold = foldLog(upgraded);
      const stands = [...fold.speakers].map((event) => [
        event.movieId,
        event.kind,
        fold.moodOf(event) ?? null,
      ]);
      expect(stands.sort(([a], [b]) => Number(a) - Number(b))).toEqual(standings);
      expect(fold.undoable?.id ?? null).toBe(undoable);
      expect(fold.redoable?.id ?? null).toBe(redoable);
      expect(fold.said.map(({ id }) => id)).toEqual(said);
    },
  );

  test('keep what the clock said when it went back', () => {
    const back = logs.flatMap(({ events }) =>
      upgradeEvents(events).flatMap((row, n) => {
        const { about } = row as { about?: number };
        return about === undefined ? [] : [{ about, told: events[n].time }];
      }),
    );
    expect(back.length).toBeGreaterThan(0);
    for (const { about, told } of back) expect(about).toBe(told);
  });

  test('are left as they are when version 2 could not read them', () => {
    const strange = { seq: 1, id: 'a', profileId: 'p', kind: 'adored', movieId: 'x' };
    expect(upgradeEvents([strange])).toEqual([strange]);
  });

  test('count their dislikes as given among two answers', () => {
    const answers = logs
      .flatMap(({ events }) => readAll(upgradeEvents(events)))
      .filter(({ kind }) => kind === 'dislike');
    expect(answers.length).toBeGreaterThan(0);
    for (const answer of answers) expect(answer).toMatchObject({ choices: 2 });
  });
});
