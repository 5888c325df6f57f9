import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { filmToJudge, goTo, inView, judge, opinions, rawStorage, ready, settle } from './screens';
import { newVisitor, type Visitor } from './visitor';

let visitor: Visitor;
let page: Page;
beforeEach(async () => {
  visitor = await newVisitor({ reducedMotion: 'reduce', acceptDownloads: true });
  await visitor.open();
  page = visitor.page;
  await ready(page);
});
afterEach(() => visitor.leave());

type Row = Record<string, unknown>;
type Damage = [table: 'profiles' | 'events', from: Row, to: Row | null];

/**
 * Changes the first row of a table that has the fields of `from`, or deletes it where `to` is null; where there is none,
 * what `to` says is a new row like one of a click. Numbers that JSON cannot say are given as text: "NaN".
 */
const damage = (...faults: Damage[]) =>
  page.evaluate(
    (faults) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('weightless');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const db = opening.result;
          const work = db.transaction(['profiles', 'events'], 'readwrite');
          work.onabort = () => reject(work.error);
          work.oncomplete = () => {
            db.close();
            resolve();
          };
          for (const [table, from, to] of faults) {
            const store = work.objectStore(table);
            const reading = store.getAll();
            reading.onsuccess = () => {
              const rows: Row[] = reading.result;
              const row = rows.find((row) =>
                Object.entries(from).every(([name, value]) => row[name] === value),
              );
              const key = row?.[table === 'profiles' ? 'id' : 'seq'] as IDBValidKey;
              if (row) store.delete(key);
              if (to === null) return;
              const made: Row = { ...(row ?? rows.find(({ kind }) => kind)), ...to };
              for (const [name, value] of Object.entries(made)) {
                if (value === 'NaN') made[name] = Number.NaN;
                if (value === 'missing') delete made[name];
              }
              store.put(made);
            };
          }
        };
      }),
    faults,
  );

const peopleStored = async () => (await rawStorage(page)).profiles.map((row) => (row as Row).name);
const saved = () => page.getByRole('button', { name: 'Saved', exact: true });

test('the only profile row is lost: its ratings are no new empty person’s, and are kept as a person', async () => {
  await judge(page, 'Like');
  await judge(page, 'Dislike');
  await settle(page);
  const said = await opinions(page);
  await damage(['profiles', { name: 'You' }, null]);
  await page.reload();
  const question = page.getByRole('alert').filter({ hasText: 'ratings that belong to nobody' });
  await question.waitFor();
  expect(await peopleStored()).toEqual([]);
  await question.getByRole('button', { name: 'Keep 2 clicks as a person' }).click();
  await ready(page);
  expect((await opinions(page)).sort()).toEqual(said.sort());
  expect(await peopleStored()).toEqual(['You']);
  await judge(page, 'Like');
  await settle(page);
  await page.reload();
  await ready(page);
  expect(await opinions(page)).toHaveLength(3);
  expect(visitor.errors).toEqual([]);
});

test('the profile row is lost under an open page: the next click asks, and the person is put back with it', async () => {
  await judge(page, 'Like');
  await settle(page);
  await damage(['profiles', { name: 'You' }, null]);
  await inView(page);
  await filmToJudge(page).getByRole('button', { name: 'Dislike', exact: true }).click();
  const question = page.getByRole('alert').filter({ hasText: 'Your entry was lost' });
  await question.getByText('1 click made on this page is not saved').waitFor();
  await question.getByRole('button', { name: 'Keep your ratings' }).click();
  await ready(page);
  expect(await opinions(page)).toHaveLength(2);
  await saved().waitFor();
  await page.reload();
  await ready(page);
  expect(await opinions(page)).toHaveLength(2);
  expect(await peopleStored()).toEqual(['You']);
  expect(visitor.errors).toEqual([]);
});

test('one profile row of several is lost: its ratings are told of, and are kept as a person', async () => {
  await judge(page, 'Like');
  await settle(page);
  const said = await opinions(page);
  await page.evaluate(() => window.weightless.profiles.getState().create('Ada'));
  await ready(page);
  await damage(['profiles', { name: 'You' }, null]);
  await page.reload();
  await ready(page);
  const notice = page.getByRole('alert').filter({ hasText: 'ratings that belong to nobody' });
  await notice.getByText('1 click is stored in this browser').waitFor();
  await notice.getByRole('button', { name: 'Keep them as a person' }).click();
  await page.getByRole('button', { name: 'Profile: Somebody' }).waitFor();
  await ready(page);
  expect(await opinions(page)).toEqual(said);
  await notice.waitFor({ state: 'detached' });
  expect(visitor.errors).toEqual([]);
});

test.each<[string, Row]>([
  ['a name that is no text and no place in the list', { name: 7, order: 'missing', createdAt: 'x' }],
  ['impossible counts', { erasures: 'NaN', sealedSeq: -4, order: 'NaN' }],
  ['an erasure count below zero', { erasures: -3 }],
])('a profile row with %s: the person and their ratings stay, and clicks are saved', async (_, fields) => {
  await judge(page, 'Like');
  await settle(page);
  const said = await opinions(page);
  await damage(['profiles', { name: 'You' }, fields]);
  await page.reload();
  await ready(page);
  expect(await opinions(page)).toEqual(said);
  if ('name' in fields) await page.getByText('They are called “Somebody”').waitFor();
  expect(await peopleStored()).toEqual(['name' in fields ? 'Somebody' : 'You']);
  await judge(page, 'Like');
  await settle(page);
  await saved().waitFor();
  await page.reload();
  await ready(page);
  expect(await opinions(page)).toHaveLength(2);
  expect(visitor.errors).toEqual([]);
});

test('rows of the log that cannot be read are counted, can be saved as a file, and keep no click from being saved', async () => {
  for (let n = 0; n < 3; n++) await judge(page, 'Like');
  await settle(page);
  const broken = { id: 'broken', kind: 'adored' };
  await damage(
    ['events', { seq: 2 }, { seq: 3.5, time: 'NaN' }],
    ['events', { id: 'none' }, { ...broken, id: 'a', seq: 2 ** 53 - 1 }],
    ['events', { id: 'none' }, { ...broken, id: 'b', seq: 2 ** 60 }],
    ['events', { id: 'none' }, { ...broken, id: 'c', seq: 'text' }],
    ['profiles', { name: 'You' }, { erasures: 'NaN' }],
  );
  await page.reload();
  await ready(page);
  expect(await opinions(page)).toHaveLength(2);
  await judge(page, 'Dislike');
  await judge(page, 'Dislike');
  await settle(page);
  await saved().click();
  await page.getByText('4 entries cannot be read: see My ratings.').waitFor();
  await page.keyboard.press('Escape');
  await page.reload();
  await ready(page);
  expect(await opinions(page)).toHaveLength(4);

  await goTo(page, 'My ratings');
  const notice = page.getByRole('status').filter({ hasText: '4 entries cannot be read' });
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    notice.getByRole('button', { name: 'Save everything as a file' }).click(),
  ]);
  const file = JSON.parse(await readFile(await download.path(), 'utf8'));
  expect(file).toMatchObject({ format: 'weightless-rows', version: 1, profile: { name: 'You' } });
  expect(file.readable).toHaveLength(4);
  expect(file.unreadable.map(({ id }: Row) => id).sort()).toEqual(expect.arrayContaining(['a', 'b', 'c']));
  expect(file.unreadable).toHaveLength(4);
  expect(file.unreadable.some(({ time }: Row) => time === 'NaN')).toBe(true);
  expect(visitor.errors).toEqual([]);
});
