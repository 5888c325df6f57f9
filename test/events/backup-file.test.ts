import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Backup, checksumOf, writeBackup } from '../../src/events/backup-file';
import { BackupRefusal, backupText } from '../../src/events/backup-refusal';
import { readBackup } from '../../src/events/read-backup';
import { jsonDepth } from '../../src/lib/text/canonical-json';

const FIXTURES = join(import.meta.dirname, '../fixtures/backups');
const fixture = (name: string) => readFileSync(join(FIXTURES, name), 'utf8');
const read = (text: string, name = 'ada.json') =>
  readBackup(backupText(new TextEncoder().encode(text), name), name);
const refusal = (text: string | Uint8Array) => {
  try {
    if (typeof text === 'string') read(text);
    else backupText(text, 'ada.json');
  } catch (error) {
    expect(error).toBeInstanceOf(BackupRefusal);
    expect((error as Error).message).toMatch(/^[^\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}]*\.$/u);
    return error as BackupRefusal;
  }
  throw new Error('It was taken.');
};
/** The fixture with something changed, its checksum right again. */
const changed = (
  change: (
    fields: Record<string, unknown> & Record<'people' | 'ownFilms', Record<string, unknown>[]>,
  ) => void,
) => {
  const fields = JSON.parse(fixture('backup-v2.json'));
  change(fields);
  return JSON.stringify({ ...fields, sha256: checksumOf(fields) });
};

test('backup file: is read whole as it was written once, an event a line', () => {
  const text = fixture('backup-v2.json');
  const backup = read(text);
  expect(backup).toMatchObject({ appVersion: '0.1.0', written: '2026-01-31T20:15:00.000Z', network: 'wnn' });
  const [ada, zoe] = backup.people;
  expect(ada).toMatchObject({
    ...{ name: 'Ada', sealedSeq: 3, moods: { version: 1, moods: [{ id: 'kids', name: 'With the kids' }] } },
    tombstones: ['00000000-0000-4000-8000-000000000004'],
    unreadable: [{ id: 'row of a later version' }],
  });
  expect(ada.events.map(({ seq, kind }) => [seq, kind])).toEqual([
    ...[
      [1, 'like'],
      [2, 'dislike'],
      [3, 'so-so'],
      [5, 'undo'],
      [6, 'redo'],
      [7, 'watch'],
    ],
    ...[
      [8, 'file'],
      [9, 'like'],
      [10, 'unseen'],
    ],
  ]);
  expect(ada.events[7]).toMatchObject({ stars: 4.5, origin: 'letterboxd', about: 1_600_000_000_000 });
  expect(zoe.name).toBe('Zoë 🎬');
  expect(backup.runs).toHaveLength(1);
  expect(backup.ownFilms).toMatchObject([{ movieId: 3_000_000_007, title: 'Anora', year: 2024 }]);
  expect(writeBackup(backup)).toBe(text);
  expect(text.split('\n').filter((line) => line.startsWith('{"seq":'))).toHaveLength(12);
});

test('backup file: reads a file of version 1, which knew of no films added by hand', () => {
  const old = read(fixture('backup-v1.json'));
  expect(old).toEqual({ ...read(fixture('backup-v2.json')), ownFilms: [] });
  const fields = JSON.parse(fixture('backup-v1.json'));
  fields.ownFilms = [];
  const strange = JSON.stringify({ ...fields, sha256: checksumOf(fields) });
  expect(refusal(strange).message).toMatch(/a field “ownFilms” that no backup has/);
});

test('backup file: upgrades events of earlier schema versions, and rows of a damaged log as far as they can be read', () => {
  for (const version of [1, 2]) {
    const { people } = read(fixture(`backup-v1-events-v${version}.json`));
    const events = people.flatMap((person) => person.events);
    expect(events.length).toBeGreaterThan(10);
    expect(people.flatMap(({ unreadable }) => unreadable)).toEqual([]);
    const answers = events.filter(({ kind }) => ['like', 'dislike', 'unseen', 'clear'].includes(kind));
    expect(answers.every((event) => 'choices' in event && event.choices === 2)).toBe(true);
    expect(events.some(({ kind }) => kind === 'undo')).toBe(true);
    // Once upgraded it is a file of today.
    expect(read(writeBackup(read(fixture(`backup-v1-events-v${version}.json`)))).people).toEqual(people);
  }
  const rows = read(fixture('rows-v1.json'));
  expect(rows).toMatchObject({ written: null, runs: [] });
  expect(rows.people).toMatchObject([{ name: 'Ben', sealedSeq: 1, tombstones: [] }]);
  expect(rows.people[0].events.map(({ movieId }) => movieId)).toEqual([1, 2]);
  expect(rows.people[0].unreadable).toMatchObject([{ movieId: 3, time: 'NaN' }]);
});

test('backup file: reads again whatever it wrote, whoever is called what', () => {
  const id = fc.string({ minLength: 1, maxLength: 20, unit: 'binary' });
  const person = fc.record({
    ...{ id, name: id, createdAt: fc.nat(), order: fc.nat(), tuning: fc.jsonValue({ maxDepth: 3 }) as never },
    ...{ tombstones: fc.uniqueArray(id), unreadable: fc.constant([]), events: fc.constant([]) },
  });
  fc.assert(
    fc.property(fc.uniqueArray(person, { maxLength: 4, selector: ({ id }) => id }), (people) => {
      const backup = { people, runs: [], ownFilms: [], appVersion: '1', written: null } as unknown as Backup;
      expect(read(writeBackup(backup)).people).toEqual(JSON.parse(JSON.stringify(people)));
    }),
  );
});

test('backup file: does not mind another order of fields and other white space, but any other value', () => {
  const fields = JSON.parse(fixture('backup-v1.json'));
  const turned = Object.fromEntries(Object.entries(fields).reverse());
  expect(read(JSON.stringify(turned, null, 4))).toEqual(read(fixture('backup-v1.json')));
  fields.people[0].events[0].movieId++;
  expect(refusal(JSON.stringify(fields)).message).toMatch(/altered after it was saved/);
});

test('backup file: refuses in a sentence what is no backup, and leads imports to the import', () => {
  const cases: [string | Uint8Array, RegExp, 'import' | null][] = [
    ['', /is empty/, null],
    ['  \n', /is empty/, null],
    ['<!doctype html><title>Sign in</title>', /is a web page/, null],
    [Uint8Array.of(0x50, 0x4b, 3, 4), /is a zip file/, 'import'],
    [Uint8Array.of(0x1f, 0x8b, 3, 4), /is a compressed file/, null],
    [Uint8Array.of(0xff, 0xfe, 0x41), /not the plain text/, null],
    ['Date,Name,Year,Letterboxd URI,Rating\n', /is a table/, 'import'],
    ['[{"rating":7}]', /export of another site/, 'import'],
    ['{"watched":[]}', /export of another site/, 'import'],
    ['Dear diary', /is not a backup/, null],
    ['{"format":"weightless-compare"}', /saved comparison/, null],
    [fixture('backup-v2.json').slice(0, 900), /is cut off/, null],
    [fixture('backup-v2.json').replace(',"order"', '"order"'), /is damaged/, null],
    ['{"a":'.repeat(1e5), /nested deeper/, null],
    ['['.repeat(1e6), /nested deeper/, null],
    [changed((file) => (file.version = 3)), /written by a newer Weightless; update this one/, null],
    [changed((file) => (file.schema = 4)), /written by a newer Weightless; update this one/, null],
    [fixture('rows-v1.json').replace('"version": 1', '"version": 2'), /written by a newer Weightless/, null],
    [changed(({ ownFilms }) => (ownFilms[0].movieId = 7)), /film 1 added by hand is none/, null],
    [changed(({ ownFilms }) => (ownFilms[0].colour = 'red')), /film 1 added by hand has a field/, null],
    [changed(({ ownFilms }) => ownFilms.push(ownFilms[0])), /two films added by hand have the same id/, null],
    [changed((file) => (file.ownFilms = {} as never)), /“ownFilms” should be/, null],
    [changed((file) => (file.colour = 'red')), /a field “colour” that no backup has/, null],
    [changed(({ people }) => (people[0].colour = 'red')), /person 1 has a field “colour”/, null],
    [changed(({ people }) => people.push(people[0])), /the same/, null],
    [changed(({ people }) => (people[0].name = 7)), /“name” should be string, found 7/, null],
    [changed(({ people }) => (people[0].events = [{ kind: '\u202e' }])), /click 1 of person 1/, null],
  ];
  for (const [content, message, leadsTo] of cases) {
    const refused = refusal(content);
    expect(refused.message).toMatch(message);
    expect(refused.leadsTo).toBe(leadsTo);
  }
  const withProto = changed(() => {}).replace('"name":"Ada"', '"__proto__":{"polluted":1},"name":"Ada"');
  const fields = JSON.parse(withProto);
  expect(refusal(JSON.stringify({ ...fields, sha256: checksumOf(fields) })).message).toMatch(/“__proto__”/);
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
});

test('json depth: counts brackets outside of texts alone', () => {
  expect(jsonDepth('{"a[[[\\"[[":[1,[2]],"\\\\":[]}')).toBe(3);
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const depth = (inner: unknown): number =>
        typeof inner === 'object' && inner !== null ? 1 + Math.max(0, ...Object.values(inner).map(depth)) : 0;
      expect(jsonDepth(JSON.stringify(value))).toBe(depth(value));
    }),
  );
});
