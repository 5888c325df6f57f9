import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BackupRefusal } from '../../src/events/backup-refusal';
import { readBackup } from '../../src/events/read-backup';

const made = { place: 'rate', predictionVisible: false, choices: 3 } as const;
const event = (n: number, more: object = {}) => ({
  ...{ id: `e${n}`, profileId: 'p', time: n, kind: 'like', movieId: n, seq: n },
  ...{ ...made, ...more },
});
const ada = { id: 'p', name: 'Ada', createdAt: 5, order: 1, sealedSeq: 1 };
const file = (tables: object, more: object = {}) =>
  JSON.stringify({ format: 'weightless-tables', version: 1, schema: 3, unsaved: [], tables, ...more });
const read = (text: string) => readBackup(text, 'data.json');

test('saved tables: hold everybody with their logs, moods, tuning and what they erased', () => {
  const { people, runs } = read(
    file({
      profiles: [ada],
      events: [
        event(1),
        event(2),
        { ...event(3), profileId: 'q' },
        { seq: -1, id: 'barrier', profileId: '' },
      ],
      tombstones: [{ profileId: 'p', id: 'gone' }],
      settings: [
        { key: 'contexts:p', value: { version: 1, moods: [] } },
        { key: 'activeProfile', value: 'p' },
      ],
      results: [{ id: 'r', name: 'A run', createdAt: 1, status: 'done', content: {} }],
    }),
  );
  expect(people.map(({ id, name, events }) => [id, name, events.map((each) => each.id)])).toEqual([
    ['p', 'Ada', ['e1', 'e2']],
    ['q', 'Somebody', ['e3']],
  ]);
  expect(people[0]).toMatchObject({ sealedSeq: 1, tombstones: ['gone'], moods: { version: 1, moods: [] } });
  expect(runs.map(({ id }) => id)).toEqual(['r']);
});

test('saved tables: hold behind the log what only the page held, once', () => {
  const { seq: _, ...unsaved } = event(7);
  const { people } = read(file({ profiles: [ada], events: [event(1)] }, { unsaved: [event(1), unsaved] }));
  expect(people[0].events.map(({ id, seq }) => [id, seq])).toEqual([
    ['e1', 1],
    ['e7', 2],
  ]);
});

test('saved tables: keep rows that cannot be read as they are, and leave nobody out for damage', () => {
  const { people } = read(
    file({
      profiles: [{ ...ada, name: 7, order: 'first' }, 'nobody'],
      events: [event(1), event(2, { kind: 'adore' }), 5],
    }),
  );
  expect(people).toHaveLength(1);
  expect(people[0]).toMatchObject({
    name: 'Somebody',
    events: [{ id: 'e1' }],
    unreadable: [{ id: 'e2', kind: 'adore' }],
  });
});

test('saved tables: are upgraded when they are of an older schema', () => {
  const { people } = read(
    file(
      {
        profiles: [ada],
        events: [
          { ...event(1, { choices: undefined }), context: 'm' },
          { ...event(2, { choices: undefined }), movieId: 1, kind: 'clear', undoOf: 'e1' },
        ],
      },
      { schema: 2 },
    ),
  );
  expect(people[0].events).toMatchObject([
    { id: 'e1', kind: 'like', choices: 2, mood: 'm' },
    { id: 'e2', kind: 'undo', of: 'e1' },
  ]);
});

test('saved tables: are refused with a sentence when they are newer, damaged or hold nobody', () => {
  expect(() => read(file({}, { version: 2 }))).toThrow('was written by a newer Weightless');
  expect(() => read(file({}, { schema: 4 }))).toThrow('was written by a newer Weightless');
  expect(() => read(file({ profiles: 'none' }))).toThrow('is damaged');
  expect(() => read(file({}))).toThrow('holds nobody’s ratings');
});

test('saved tables: are taken or refused with a sentence when anything is in them', () => {
  const table = fc.array(
    fc.oneof(fc.anything(), fc.record({ id: fc.string(), profileId: fc.string(), seq: fc.anything() })),
  );
  fc.assert(
    fc.property(
      fc.dictionary(
        fc.constantFrom('profiles', 'events', 'settings', 'results', 'tombstones', '__proto__'),
        table,
      ),
      table,
      (tables, unsaved) => {
        const text = JSON.stringify(
          { format: 'weightless-tables', version: 1, unsaved, tables },
          (_, value) => (typeof value === 'bigint' ? String(value) : value),
        );
        try {
          expect(readBackup(text, 'data.json').people.length).toBeGreaterThan(0);
        } catch (error) {
          expect(error).toBeInstanceOf(BackupRefusal);
        }
      },
    ),
  );
});

test('saved tables: are what the page saves', () => {
  const { people } = read(
    readFileSync(new URL('../fixtures/backups/tables-v1.json', import.meta.url), 'utf8'),
  );
  expect(people[0].events.map(({ kind }) => kind)).toEqual(['like', 'dislike']);
});
