import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Catalogues } from '../../src/storage/films/catalogues';
import { createMemoryStorage } from '../../src/storage/memory-storage';
import { createStorage, type Storage } from '../../src/storage/storage';

let made = 0;
let time = 0;
const sources = { now: () => ++time, uuid: () => `id-${made++}` };
const names = new Map<Storage, string>();
const opened: Storage[] = [];
afterEach(() => {
  vi.restoreAllMocks();
  for (const storage of opened.splice(0)) storage.close();
});

const kinds: Record<string, () => Promise<Storage>> = {
  async database() {
    const name = `catalogues-${made++}`;
    const storage = createStorage(sources, { onOutdated() {}, onBlocked() {} }, name);
    names.set(storage, name);
    opened.push(storage);
    await storage.open();
    return storage;
  },
  memory: async () => createMemoryStorage(sources),
};

const bytesOf = (n: number) => Uint8Array.of(n, n + 1, n + 2);

describe.each(Object.entries(kinds))('catalogues of a storage of %s', (_, make) => {
  test('adding: keeps bytes and what they say, oldest first, each once', async () => {
    const storage = await make();
    const catalogues = await storage.catalogues();
    const first = await catalogues.add(bytesOf(9), { name: 'older' });
    const second = await catalogues.add(bytesOf(1), { name: 'newer' });
    expect(await catalogues.add(bytesOf(9), { name: 'again' })).toBe(first);
    expect(await catalogues.list()).toEqual([
      { id: first, about: { name: 'older' }, size: 3, addedAt: expect.any(Number) },
      { id: second, about: { name: 'newer' }, size: 3, addedAt: expect.any(Number) },
    ]);
    expect(await (await storage.catalogues()).load(second)).toEqual(bytesOf(1));
    expect(await catalogues.load('not there')).toBeUndefined();
  });

  test('removing: takes away one, and erasing all of them', async () => {
    const catalogues = await (await make()).catalogues();
    const [first, second] = [await catalogues.add(bytesOf(1), 1), await catalogues.add(bytesOf(2), 2)];
    await catalogues.remove(first);
    await catalogues.remove('not there');
    expect((await catalogues.list()).map(({ id }) => id)).toEqual([second]);
    expect(await catalogues.load(first)).toBeUndefined();
    await catalogues.eraseAll();
    expect(await catalogues.list()).toEqual([]);
    expect(await catalogues.load(second)).toBeUndefined();
  });

  test('erasing everything: takes catalogues and the choice of one away too', async () => {
    const storage = await make();
    const catalogues = await storage.catalogues();
    const id = await catalogues.add(bytesOf(1), {});
    await storage.settings.set('catalogue', { version: 1, id });
    await (await storage.backups()).eraseAll();
    expect(await catalogues.list()).toEqual([]);
    expect(await catalogues.load(id)).toBeUndefined();
    expect(await storage.settings.get('catalogue')).toBeUndefined();
  });

  test('bytes: are nobody’s to change from outside', async () => {
    const catalogues = await (await make()).catalogues();
    const bytes = bytesOf(1);
    const id = await catalogues.add(bytes, {});
    bytes[0] = 77;
    const read = (await catalogues.load(id)) as Uint8Array;
    read[1] = 77;
    expect(await catalogues.load(id)).toEqual(bytesOf(1));
  });
});

/** Lets nothing more be written into a table. */
function fill(table: string): void {
  const { add, put } = IDBObjectStore.prototype;
  const full = (own: typeof add) =>
    function refuse(this: IDBObjectStore, ...args: Parameters<typeof add>) {
      if (this.name === table) throw new DOMException('full', 'QuotaExceededError');
      return own.apply(this, args);
    };
  vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(full(add));
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(full(put));
}

test.each(['packs', 'catalogues'])(
  'catalogues of a database: change nothing when the disk is full (%s)',
  async (table) => {
    const catalogues = await (await kinds.database()).catalogues();
    const id = await catalogues.add(bytesOf(1), {});
    fill(table);
    await expect(catalogues.add(bytesOf(2), {})).rejects.toMatchObject({
      name: 'StorageError',
      failure: 'full',
    });
    vi.restoreAllMocks();
    expect((await catalogues.list()).map((kept) => kept.id)).toEqual([id]);
    const other: Catalogues = catalogues;
    expect(await other.add(bytesOf(2), {})).not.toBe(id);
    expect(await catalogues.list()).toHaveLength(2);
  },
);

test('catalogues of a database: stand in a database of their own and read no bytes for a list', async () => {
  const storage = await kinds.database();
  const name = names.get(storage) as string;
  await (await storage.catalogues()).add(bytesOf(1), {});
  const log = await new Dexie(name).open();
  expect(log.tables.map((table) => table.name)).not.toContain('packs');
  log.close();
  const own = await new Dexie(`${name}-catalogues`).open();
  await own.table('packs').clear();
  own.close();
  expect(await (await storage.catalogues()).list()).toHaveLength(1);
});

test('catalogues of a database: are refused when a newer version keeps them', async () => {
  const storage = await kinds.database();
  const newer = new Dexie(`${names.get(storage)}-catalogues`);
  newer.version(2).stores({ catalogues: 'id, addedAt', packs: 'id', more: 'id' });
  await newer.open();
  newer.close();
  await expect((await storage.catalogues()).list()).rejects.toMatchObject({ failure: 'newer' });
});
