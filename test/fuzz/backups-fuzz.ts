import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import type { ImportFile } from '../../src/data/import/history';
import { readImport } from '../../src/data/import/read-history';
import { RefusalError } from '../../src/data/read/refusal';
import { checksumOf } from '../../src/events/backup-file';
import type { Random } from '../../src/lib/random';
import type { Json } from '../../src/lib/text/canonical-json';
import type { BackupActions } from '../../src/state/backup/backup';
import type { RestoreChoice } from '../../src/state/backup/preview';
import { openFiles } from '../../src/worker/import/open-files';
import { startTab, type TestBrowser, type TestTab } from '../state/app/test-tab';
import { damagedBytes, isPrintable, pick } from './damaged-bytes';
import { type Findings, type FuzzOptions, tryMutations } from './try-mutations';
import { makeWorld, type Row, type Rows, readRows, type World, writeRows } from './world';
import { damaged, wrongValue } from './wrong-values';

const FIXTURES = join(import.meta.dirname, '../fixtures');

type Fields = { [name: string]: Json };
type PersonFields = Fields & { events: Fields[]; tombstones: Json[]; unreadable: Fields[] };

/** Whether a person still has all that is damaged next. */
function isWhole(value: Json): value is PersonFields {
  const person = value as Partial<PersonFields> | null;
  const isList = (list: unknown) =>
    Array.isArray(list) && list.every((one) => typeof one === 'object' && one !== null);
  return (
    isList(person?.events) &&
    person?.events?.length !== 0 &&
    isList(person?.unreadable) &&
    Array.isArray(person?.tombstones)
  );
}

/** Text of a value that JSON.stringify would not say as it is: a `__proto__` of its own stays, what is no JSON becomes null. */
const textOf = (fields: Fields) =>
  JSON.stringify(fields, (_, value) => (typeof value === 'bigint' ? 1e300 : value));

/** The checksum made right again, so that what is behind it is looked at. */
function resealed(fields: Fields): string {
  const plain = JSON.parse(textOf(fields)) as Fields;
  return textOf({ ...plain, sha256: checksumOf(plain) });
}

const HUGE: Json[] = [1e308, -1e308, 2 ** 53, 2 ** 50 - 1, 506_606_401_599_998, 8.64e15 + 1, -1, 0.5];
const NAMES = ['__proto__', 'constructor', 'toString', 'profileId', 'seq', 'kind'];

/** What may be wrong with a file whose checksum is right. Each changes the fields in place. */
const WITHIN: Record<string, (random: Random, people: PersonFields[], fields: Fields) => void> = {
  'value wrong'(random, _, fields) {
    Object.assign(fields, JSON.parse(textOf(damaged(random, fields) as Fields) ?? '{}'));
  },
  'event field wrong'(random, people) {
    const event = pick(random, pick(random, people).events);
    const name = pick(random, [...Object.keys(event), ...NAMES]);
    const value = random.integer(3) === 0 ? pick(random, HUGE) : (wrongValue(random) as Json);
    Object.defineProperty(event, name, { value, enumerable: true, configurable: true, writable: true });
  },
  'event doubled'(random, people) {
    const { events } = pick(random, people);
    const copy = { ...pick(random, events) };
    if (random.integer(2) === 0) copy.seq = 5000 + random.integer(9);
    if (random.integer(3) === 0) copy.id = pick(random, NAMES);
    events.push(copy);
  },
  'event of the future'(random, people) {
    const event = pick(random, pick(random, people).events);
    event[pick(random, ['time', 'about', 'since'])] = pick(random, HUGE);
  },
  'event points elsewhere'(random, people) {
    const { events } = pick(random, people);
    const { id, seq, time, movieId, place, predictionVisible } = pick(random, events);
    const at = events.findIndex((event) => event.id === id);
    const kind = pick(random, ['undo', 'redo', 'file']);
    events[at] = { id, seq, time, movieId, place, predictionVisible, kind, of: pick(random, events).id };
  },
  'row number wrong'(random, people) {
    pick(random, pick(random, people).events).seq = pick(random, HUGE);
  },
  'person doubled or swapped'(random, people, fields) {
    const [one, other] = [pick(random, people), pick(random, people)];
    if (random.integer(2) === 0) (fields.people as Json[]).push({ ...one });
    else [one.events, other.events] = [other.events, one.events];
  },
  'person wrong'(random, people) {
    const person = pick(random, people);
    const names = [...Object.keys(person), ...NAMES];
    const value = random.integer(2) === 0 ? pick(random, HUGE) : (wrongValue(random) as Json);
    Object.defineProperty(person, pick(random, names), { value, enumerable: true, configurable: true });
  },
  'tombstone of what stands'(random, people) {
    const { tombstones, events } = pick(random, people);
    tombstones.push(random.integer(3) === 0 ? pick(random, NAMES) : pick(random, events).id);
  },
  'row that cannot be read'(random, people) {
    const { unreadable, events } = pick(random, people);
    const row = JSON.parse(textOf({ a: damaged(random, pick(random, events)) as Json })).a;
    unreadable.push(typeof row === 'object' && row !== null ? row : { id: 'odd', row });
  },
  'schema or version'(random, _, fields) {
    fields[pick(random, ['schema', 'version', 'format', 'written'])] = pick(random, [
      1,
      2,
      3,
      4,
      99,
      '3',
      null,
      'x',
    ]);
  },
};

/** All that is read of mutated files. */
class Fuzzing {
  private readonly world: World;
  private readonly tab: TestTab;
  private readonly backup: BackupActions;
  private readonly text: string;
  private readonly rows: Rows;
  private readonly imports: ImportFile[];
  private readonly backups: Uint8Array[];

  constructor(world: World, tab: TestTab, backup: BackupActions, text: string, rows: Rows) {
    this.world = world;
    this.tab = tab;
    this.backup = backup;
    this.text = text;
    this.rows = rows;
    this.imports = filesIn(join(FIXTURES, 'imports'));
    const stored = filesIn(join(FIXTURES, 'backups')).map(({ bytes }) => bytes);
    this.backups = [new TextEncoder().encode(text), ...stored];
  }

  get kinds(): string[] {
    return ['import', 'backup bytes', ...Object.keys(WITHIN).map((name) => `backup ${name}`)];
  }

  /** "taken" or "refused"; what else it says did not hold. */
  async try(kind: string, random: Random): Promise<string> {
    if (kind === 'import') return this.tryImport(random);
    if (kind === 'backup bytes')
      return this.tryBackup(damagedBytes(random, pick(random, this.backups)), random);
    const fields = JSON.parse(this.text) as Fields;
    for (let n = 1 + random.integer(2); n > 0; n--) {
      const people = (Array.isArray(fields.people) ? fields.people : []).filter(isWhole);
      if (people.length > 0) WITHIN[kind.slice('backup '.length)](random, people, fields);
    }
    return this.tryBackup(new TextEncoder().encode(resealed(fields)), random);
  }

  private async tryImport(random: Random): Promise<string> {
    const { files, unopened } = await damagedImport(random, this.imports);
    const { histories, offers, refusals } = readImport(files);
    refusals.push(...unopened);
    const said = [...refusals, ...histories.flatMap(({ notices }) => notices)];
    const unprintable = said.find((sentence) => !isPrintable(sentence));
    if (unprintable !== undefined) return `says ${JSON.stringify(unprintable)}`;
    if (histories.length + offers.length + refusals.length === 0) return 'said nothing of a file';
    const bad = histories
      .flatMap(({ rows }) => rows)
      .find(({ stars }) => stars !== undefined && !(stars >= 0.5 && stars <= 5));
    if (bad) return `read ${JSON.stringify(bad)}`;
    return histories.length + offers.length > 0 ? 'taken' : 'refused';
  }

  private async tryBackup(bytes: Uint8Array, random: Random): Promise<string> {
    const file = Object.assign(new Blob([bytes as Uint8Array<ArrayBuffer>]), { name: 'backup.json' });
    try {
      const preview = await this.backup.preview(file);
      const here = preview.here.map(({ id }) => id);
      const choices = preview.people.map((): RestoreChoice => {
        const mode = pick(random, ['merge', 'replace', 'add', 'leave'] as const);
        return mode === 'add' || mode === 'leave' ? { mode } : { mode, profileId: pick(random, here) };
      });
      for (const [n, choice] of choices.entries()) preview.outcomeOf(n, choice);
      const restored = await this.backup.restore(preview, choices);
      if (typeof restored === 'string') return this.refused(restored);
      const taken = preview.people.filter((_, n) => choices[n].mode !== 'leave');
      const added = choices.filter(({ mode }) => mode !== 'leave');
      const part = restored.people.find(
        (person, n) => added[n].mode === 'add' && person.added !== taken[n].clicks,
      );
      if (part) return `took ${part.added} clicks of ${JSON.stringify(taken)}`;
    } catch (error) {
      if (!(error instanceof Error) || error.name !== 'BackupRefusal')
        return `threw ${(error as Error).stack}`;
      return this.refused(error.message);
    }
    await this.tab.app.settled();
    const { phase, message } = this.tab.app.model.getState();
    const wrong = phase === 'ready' ? null : `after restoring: ${phase} ${message}`;
    await writeRows(this.world.databaseName, this.rows);
    return wrong ?? 'taken';
  }

  private async refused(message: string): Promise<string> {
    if (!isPrintable(message) || !message.endsWith('.')) return `says ${JSON.stringify(message)}`;
    const now = await readRows(this.world.databaseName);
    const differs = (Object.keys(now) as (keyof Rows)[]).find(
      (table) => !isSame(now[table], this.rows[table]),
    );
    return differs ? `changed ${differs}` : 'refused';
  }
}

const isSame = (a: Row[], b: Row[]) => JSON.stringify(a) === JSON.stringify(b);

/** One file of an export, damaged; or, one time in four, the zip file of some, damaged and opened as the app opens it. */
async function damagedImport(
  random: Random,
  all: readonly ImportFile[],
): Promise<{ files: ImportFile[]; unopened: string[] }> {
  if (random.next() < 0.75) {
    const file = pick(random, all);
    return { files: [{ ...file, bytes: damagedBytes(random, file.bytes) }], unopened: [] };
  }
  const inside = Array.from({ length: 1 + random.integer(3) }, () => pick(random, all));
  const zip = zipSync(Object.fromEntries(inside.map(({ name, bytes }) => [name, bytes])), { level: 6 });
  const bytes = damagedBytes(random, zip) as Uint8Array<ArrayBuffer>;
  try {
    const { files, refusals } = await openFiles({ files: [new File([bytes], 'export.zip')] });
    return { files, unopened: refusals };
  } catch (error) {
    if (error instanceof RefusalError) return { files: [], unopened: [error.message] };
    throw error;
  }
}

function filesIn(folder: string): ImportFile[] {
  return (readdirSync(folder, { recursive: true }) as string[])
    .filter((name) => /\.(?:csv|json|tsv|txt)$/.test(name) && statSync(join(folder, name)).isFile())
    .sort()
    .map((name) => ({ name, bytes: new Uint8Array(readFileSync(join(folder, name))) }));
}

/**
 * Damages backups and imports, one seeded mutation at a time, and restores or reads them: each is taken whole or refused in
 * a printable sentence within two seconds, with nothing in the database changed.
 */
export async function fuzzBackups(options: FuzzOptions): Promise<Findings> {
  const world = await makeWorld();
  const browser: TestBrowser = { databaseName: world.databaseName, lines: new Set() };
  const tab = await startTab(browser);
  const backup = await tab.app.backup();
  const { text } = await backup.exportBackup('everything');
  const fuzzing = new Fuzzing(world, tab, backup, text, await readRows(world.databaseName));
  const [imports, bytes, ...within] = fuzzing.kinds;
  // A third each: imports, damaged bytes of backups, and damage behind a checksum that is right.
  const kindOf = (n: number) => [imports, bytes, within[Math.floor(n / 3) % within.length]][n % 3];
  const findings = await tryMutations(options, kindOf, (kind, random) => fuzzing.try(kind, random));
  tab.app.dispose();
  return findings;
}
