import Dexie from 'dexie';
import { ADVENTURE_STEPS } from '../../src/data/tuning';
import type { UnpackedDataset } from '../../src/data/unpack';
import { createRandom } from '../../src/lib/random';
import { storedTuning } from '../../src/state/list/tuning';
import { erasureOf } from '../../src/state/log/erasing';
import { writeMoods } from '../../src/state/log/moods';
import type { Library } from '../../src/state/platform/library';
import { buildLibrary } from '../fixtures/library';
import { smallNetwork } from '../fixtures/small-network';
import { makeDataset } from '../fixtures/small-world';
import { AT_RATE, FILMS, newBrowser, startTab } from '../state/app/test-tab';

/** A row of a table as stored. */
export type Row = Record<string, unknown>;

/** Tables of the database that are mutated, and the one that is not. */
const TABLES = ['profiles', 'events', 'tombstones', 'snapshots', 'settings', 'results'] as const;
/** All rows of a database, by table. */
export type Rows = Record<(typeof TABLES)[number], Row[]>;

/** What every mutation starts from: the database of two people who use everything, whole and sound. */
export interface World {
  databaseName: string;
  library: Library;
  rows: Rows;
}

/** All rows of a database that no tab has open. */
export async function readRows(databaseName: string): Promise<Rows> {
  const db = await new Dexie(databaseName).open();
  try {
    const read = TABLES.map(async (name) => [name, await db.table(name).toArray()] as const);
    return Object.fromEntries(await Promise.all(read)) as Rows;
  } finally {
    db.close();
  }
}

/** Puts rows in place of all that is in a database. Rows that IndexedDB refuses make it reject, with nothing written. */
export async function writeRows(databaseName: string, rows: Rows): Promise<void> {
  const db = await new Dexie(databaseName).open();
  try {
    await db.transaction('rw', [...TABLES], async () => {
      for (const name of TABLES) {
        await db.table(name).clear();
        await db.table(name).bulkAdd(rows[name]);
      }
    });
  } finally {
    db.close();
  }
}

/** The public data that the tabs of tests load. */
function worldLibrary(): Library {
  const dataset = makeDataset(1, FILMS);
  const unpacked: UnpackedDataset = { ...dataset, checksum: 0 };
  return buildLibrary(unpacked, smallNetwork(dataset));
}

/** Makes the world by clicking: two people with logs, undos, wishes, moods, a tuning, erased films and saved models. */
export async function makeWorld(): Promise<World> {
  const browser = newBrowser();
  const library = worldLibrary();
  const random = createRandom(7);
  const tab = await startTab(browser, { path: '/films/' });
  const { app } = tab;
  const model = () => app.model.getState();
  for (const name of ['Ada', 'Ben']) {
    await app.profiles.getState().create(name);
    const { profileId } = model();
    await tab.storage.settings.set(
      `contexts:${profileId}`,
      writeMoods(['kids', 'alone'].map((mood) => ({ id: `${name}-${mood}`, name: mood }))),
    );
    await tab.storage.tunings.save(
      profileId as string,
      storedTuning({
        leanings: [{ kind: 'genre', value: 'Drama', leaning: 'more' }],
        adventure: ADVENTURE_STEPS - 1,
        hidden: [library.catalogue.movieId[50]],
        tonight: { minutes: 180, fromYear: null, toYear: null, language: null },
        wishes: 'without',
      }),
    );
    for (let n = 0; n < 40; n++) {
      const film = random.integer(12);
      const kind = (['like', 'like', 'dislike', 'so-so', 'unseen'] as const)[random.integer(5)];
      app.moods.getState().fileUnder(n % 3 === 0 ? `${name}-kids` : null);
      model().rate(film, kind, AT_RATE);
      if (n % 7 === 5) model().undo(AT_RATE);
      if (n % 11 === 8) model().want(30 + n, true, AT_RATE);
      if (n % 9 === 7) model().refile(film, null, AT_RATE);
    }
    await app.settled();
    await tab.storage.log.erase(
      profileId as string,
      erasureOf({ what: 'films', movieIds: [model().events[5].movieId] }),
    );
    await app.profiles.getState().switchTo(app.profiles.getState().list[0].id);
    await app.profiles.getState().switchTo(profileId as string);
    model().rate(25, 'like', AT_RATE);
    await app.settled();
    tab.runTimers();
    await app.settled();
    tab.hide();
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  const { results, settings } = tab.storage;
  await settings.set('network', 'hybrid');
  await results.put({ id: 'run', name: 'run', createdAt: 1, status: 'done', content: { version: 0 } });
  app.dispose();
  return { databaseName: browser.databaseName, library, rows: await readRows(browser.databaseName) };
}
