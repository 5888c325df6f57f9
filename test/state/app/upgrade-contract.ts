import Dexie from 'dexie';
import { afterEach, describe, expect, test } from 'vitest';
import { PLAIN } from '../../../src/data/tuning';
import { sha256 } from '../../../src/lib/sha256';
import { createKeptRuns } from '../../../src/state/compare/kept-runs';
import type { CompareRun } from '../../../src/state/compare/run';
import { PersonalModel } from '../../../src/wnn/personal/personal-model';
import { DATASET_URLS } from '../../fixtures/bundled-files';
import version1 from '../../fixtures/database-v1.json';
import version2 from '../../fixtures/database-v2.json';
import { newBrowser, startTab, type TestBrowser, type TestTab } from './test-tab';

/*
 * Whole databases as the code of each schema version wrote them, clicked together in that code's own app, and what the last
 * code before version 3 gave when it opened them.
 */

/** Bytes are stored in the fixtures as an object with their base64. */
function withBytes(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withBytes);
  if (typeof value !== 'object' || value === null) return value;
  const { bytes } = value as { bytes?: unknown };
  if (typeof bytes === 'string') return Uint8Array.from(atob(bytes), (letter) => letter.charCodeAt(0));
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, withBytes(part)]));
}

/** The tables as version 1 and 2 of the schema had them. */
function declareOld(databaseName: string, version: 1 | 2): Dexie {
  const db = new Dexie(databaseName);
  db.version(1).stores({
    profiles: 'id, order',
    events: '++seq, &id, [profileId+seq]',
    snapshots: 'profileId',
    settings: 'key',
  });
  if (version === 2) db.version(2).stores({ results: 'id, createdAt' });
  return db;
}

async function write(databaseName: string, version: 1 | 2, tables: Record<string, object[]>): Promise<void> {
  const db = declareOld(databaseName, version);
  await db.open();
  for (const [name, rows] of Object.entries(tables))
    await db.table(name).bulkAdd(withBytes(rows) as object[]);
  db.close();
}

/** What the app shows of the person in use, films by their MovieLens ids. */
function shown({ app }: TestTab) {
  const { status } = app.session.getState();
  if (status.phase !== 'ready') throw new Error(status.phase);
  const { movieId } = status.library.catalogue;
  const { judgements, opinions, canUndo, canRedo, stateBytes, unreadable } = app.model.getState();
  const { list, activeId } = app.profiles.getState();
  return {
    unreadable,
    person: {
      id: activeId,
      name: list.find(({ id }) => id === activeId)?.name,
      judgements: judgements.map(({ item, kind, time, mood }) => ({
        ...{ movieId: movieId[item], kind, time, mood: mood ?? null },
      })),
      opinions: [...opinions]
        .map(([item, opinion]): [number, string] => [movieId[item], opinion])
        .sort(([a], [b]) => a - b),
      moods: app.moods.getState().list,
      tuning: app.tuning.getState().tuning,
      ...{ canUndo, canRedo },
    },
    model: sha256(stateBytes()),
  };
}

/** SHA-256 of the bytes of a model that is taught what is shown, film by film, and nothing else. */
function taughtBy(
  { app }: TestTab,
  judgements: readonly { movieId: number; kind: string; time: number }[],
): string {
  const { status } = app.session.getState();
  if (status.phase !== 'ready') throw new Error(status.phase);
  const model = new PersonalModel(status.library.network);
  for (const { movieId, kind, time } of judgements)
    model.answer(status.library.itemOf.get(movieId) as number, kind, time);
  return sha256(model.stateBytes());
}

/** The kept runs as the Compare screen lists them. */
async function keptRuns({ storage }: TestTab): Promise<Partial<CompareRun>[]> {
  let kept: readonly CompareRun[] = [];
  const store = {
    getState: () => ({ series: [] }),
    setState: (change: { kept?: readonly CompareRun[] }) => {
      kept = change.kept ?? kept;
    },
  };
  const parts = { results: storage.results, locks: { held: async () => new Set<string>() } };
  await createKeptRuns(store as never, parts as never, () => {}).refreshKept();
  return kept.map(({ id, name, createdAt, phase, settings, result }) => ({
    ...{ id, name, createdAt, phase, settings, result },
  }));
}

/**
 * What opening a database of an older version in today's app promises, whatever implements IndexedDB.
 * @param read gives a file of public/data
 */
export function describeWholeUpgrade(engine: string, read: (file: string) => Promise<Uint8Array>): void {
  describe(`a whole database on ${engine}`, () => {
    const used: { browser: TestBrowser; tabs: TestTab[] }[] = [];
    afterEach(async () => {
      for (const { browser, tabs } of used.splice(0)) {
        for (const { app } of tabs) app.dispose();
        await Dexie.delete(browser.databaseName);
      }
    });

    test.each([
      [1, version1],
      [2, version2],
    ] as const)(
      'upgrade: gives the standings, moods, tuning and runs that it gave before, and the model of these standings, when version %i wrote it',
      async (version, { tables, given }) => {
        const files: Record<string, Uint8Array> = {
          [DATASET_URLS.films]: await read('films.bin'),
          [DATASET_URLS.ratings]: await read('ratings.bin'),
          'network.bin': await read('network-hybrid.bin'),
        };
        const opened = { browser: newBrowser(), tabs: [] as TestTab[] };
        used.push(opened);
        await write(opened.browser.databaseName, version, tables);
        const fetch = async (url: string) => new Response(files[url] as Uint8Array<ArrayBuffer>);
        // The second time everything is version 3 already, with a saved model.
        for (let times = 0; times < 2; times++) {
          const tab = await startTab(opened.browser, { fetch });
          opened.tabs.push(tab);
          for (const person of given.people) {
            expect(await tab.app.profiles.getState().switchTo(person.id)).toBeNull();
            await tab.app.settled();
            const model = taughtBy(tab, person.judgements);
            // What a tuning did not have then is at rest now.
            const tuning = { ...PLAIN, ...person.tuning };
            expect(shown(tab)).toEqual({ person: { ...person, tuning }, unreadable: 0, model });
            expect(await tab.app.model.getState().check()).toMatchObject({ identical: true, inUse: model });
            expect(tab.app.saving.getState()).toMatchObject({ unsaved: 0, error: null });
            tab.runTimers();
          }
          expect(await keptRuns(tab)).toEqual(given.runs);
          tab.hide();
        }
      },
    );
  });
}
