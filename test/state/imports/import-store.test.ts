import { expect, test } from 'vitest';
import { packBundled } from '../../../src/data/bundled/pack-bundled';
import { unpackBundled } from '../../../src/data/bundled/unpack-bundled';
import { createProfileStores } from '../../../src/state/app/profile-stores';
import type { ImportState } from '../../../src/state/imports/import-state';
import { createImportStore } from '../../../src/state/imports/import-store';
import { foldLog } from '../../../src/state/log/fold';
import { alignModel, opinionsOf } from '../../../src/state/log/opinions';
import type { AppDependencies } from '../../../src/state/platform/dependencies';
import { createMemoryStorage } from '../../../src/storage/memory-storage';
import { PersonalModel } from '../../../src/wnn/personal/personal-model';
import { createImportClient } from '../../../src/worker/import/client';
import { buildLibrary } from '../../fixtures/library';
import { smallNetwork } from '../../fixtures/small-network';
import { makeDataset } from '../../fixtures/small-world';
import { picked, spawnImportInProcess } from '../../worker/import-in-process';

const dataset = makeDataset(1, 60);
const library = buildLibrary(unpackBundled(packBundled(dataset)), smallNetwork(dataset));
const { catalogue } = library;
const NOON = Date.UTC(2024, 5, 1, 12);
const RATE = { place: 'rate', predictionVisible: false } as const;

/** A person with an open profile, and the import's store. */
async function openImport() {
  let ids = 0;
  let clock = NOON;
  const now = () => clock++;
  const uuid = () => `id-${ids++}`;
  const storage = createMemoryStorage({ now, uuid });
  const dependencies = {
    ...{
      now,
      uuid,
      schedule: () => () => {},
      whenIdle: () => () => {},
      painted: async () => {},
      logger: { warn() {} },
    },
  } as Partial<AppDependencies> as AppDependencies;
  const tabs = { sayEvents() {}, sayErased() {}, sayTuning() {}, sayMoods() {} } as never;
  const stores = createProfileStores({
    ...{ dependencies, storage, tabs },
    isGone: async () => false,
    onMissing() {},
    rewrite: async () => null,
  });
  const { session, store: model } = stores.model;
  const people = await Promise.all([storage.profiles.create('Ann'), storage.profiles.create('Ben')]);
  await session.open(people[0].id, library);
  const store = createImportStore({
    ...{ dependencies, session, writer: stores.writer },
    client: createImportClient(spawnImportInProcess),
    nameOf: (id) => people.find((person) => person.id === id)?.name ?? '',
  });
  const at = () => store.getState().at;
  /** Waits until something was read, or was not. */
  const settled = async (): Promise<ImportState['at']> => {
    await new Promise<void>((resolve) => {
      if (at().step !== 'reading') return resolve();
      const stop = store.subscribe((state) => {
        if (state.at.step === 'reading') return;
        stop();
        resolve();
      });
    });
    return at();
  };
  const choose = (...files: File[]) => {
    store.getState().actions.choose({ files, paths: files.map(({ name }) => name) });
    return settled();
  };
  const { actions } = store.getState();
  return { store, model, session, stores, storage, people, actions, at, settled, choose };
}

const letterboxd = (...lines: string[]) =>
  picked('ratings.csv', ['Date,Name,Year,Letterboxd URI,Rating', ...lines].join('\n'));
const row = (item: number, stars: number, day = '2020-01-01') =>
  `${day},Film ${item},${catalogue.year[item]},https://boxd.it/${item},${stars}`;
const FILE = letterboxd(row(1, 5), row(2, 3), row(3, 1), row(4, 4), '2020-01-01,Nothing Like It,1901,x,2');

const preview = (at: ImportState['at']) => {
  if (at.step !== 'review') throw new Error(`The import is ${at.step}.`);
  return at.preview;
};

test('add: tells every film with stars, date and origin as one step, which one undo takes back', async () => {
  const { choose, actions, at, model, stores } = await openImport();
  expect(preview(await choose(FILE))).toMatchObject({ films: 4, likes: 2, soSo: 1, dislikes: 1 });
  actions.add();
  expect(at()).toMatchObject({ step: 'done', added: { films: 4 } });
  await stores.writer.settled();
  const { events } = model.getState();
  expect(events).toHaveLength(4);
  expect(new Set(events.map(({ batch }) => batch)).size).toBe(1);
  expect(events[0]).toMatchObject({
    ...{ kind: 'like', origin: 'letterboxd', stars: 5, place: 'import', predictionVisible: false },
    ...{ movieId: catalogue.movieId[1], about: Date.UTC(2020, 0, 1, 12) },
  });
  model.getState().undo(RATE);
  expect(model.getState().opinions.size).toBe(0);
});

test('the model: equals the fold of the log byte for byte after an import, its undo, and another', async () => {
  const { choose, actions, at, model, stores, storage, people, session } = await openImport();
  const fromLog = async () => {
    await stores.writer.settled();
    const { events } = await storage.log.readAfter(people[0].id, 0);
    const fold = foldLog(events);
    const fresh = new PersonalModel(library.network);
    alignModel(fresh, opinionsOf(library, fold.speakers));
    return fresh.stateBytes();
  };
  model.getState().rate(4, 'dislike', RATE);
  await choose(FILE);
  actions.add();
  const added = model.getState().stateBytes();
  expect(added).toEqual(await fromLog());
  actions.takeBack();
  expect(model.getState().stateBytes()).toEqual(await fromLog());
  expect([...model.getState().opinions]).toEqual([[4, 'dislike']]);
  expect(at().step).toBe('review');
  actions.set({ again: true });
  actions.add();
  expect(model.getState().stateBytes()).toEqual(added);
  await session.follow();
  await session.open(people[0].id, library);
  expect(model.getState().stateBytes()).toEqual(added);
});

test('the same file again: adds nothing, says so after an undo, and adds again when it is asked to', async () => {
  const { choose, actions, at, store, model } = await openImport();
  await choose(FILE);
  actions.add();
  expect(preview(await choose(FILE))).toMatchObject({ films: 0, known: 4 });
  actions.add();
  expect(model.getState().events).toHaveLength(4);
  model.getState().undo(RATE);
  expect(preview(await choose(FILE))).toMatchObject({ films: 0, takenBack: 4 });
  actions.set({ again: true });
  expect(preview(at())).toMatchObject({ films: 4 });
  actions.add();
  expect(model.getState().opinions.size).toBe(4);
  // Something else was said since: it stays.
  model.getState().rate(9, 'like', RATE);
  actions.takeBack();
  expect([...model.getState().opinions]).toEqual([[9, 'like']]);
  expect(store.getState().tookBack).toBe(4);
});

test('thresholds, watched films and the watchlist: change what is added', async () => {
  const { choose, actions, at } = await openImport();
  const watched = picked('watched.csv', `Date,Name,Year,Letterboxd URI\n${row(5, 1).slice(0, -2)}`);
  const wishes = picked('watchlist.csv', `Date,Name,Year,Letterboxd URI\n${row(6, 1).slice(0, -2)}`);
  expect(preview(await choose(FILE, watched, wishes))).toMatchObject({ films: 5, wishes: 1, unrated: 1 });
  actions.set({ rules: { likeFrom: 3, dislikeTo: 1.5, unrated: 'so-so' } });
  expect(preview(at())).toMatchObject({ films: 6, likes: 3, soSo: 1, dislikes: 1, unrated: 0 });
  expect(preview(at()).answers.like).toEqual({
    films: 3,
    examples: [3, 4, 5].map((stars, n) => ({ movieId: catalogue.movieId[[2, 4, 1][n]], stars })),
  });
  actions.set({ wishes: false });
  expect(preview(at())).toMatchObject({ films: 5, wishes: 0 });
});

test('decisions: bring in a film that was missing, and leave out one that was sure', async () => {
  const { choose, actions, at } = await openImport();
  await choose(FILE);
  actions.decide(0, 4, 7);
  expect(preview(at())).toMatchObject({ films: 5, dislikes: 2 });
  actions.decide(0, 0, null);
  expect(preview(at())).toMatchObject({ films: 4, likes: 1 });
  actions.decide(0, 0, undefined);
  expect(preview(at())).toMatchObject({ films: 5, likes: 2 });
});

test('two sources: are one step, and of one film the later date speaks', async () => {
  const { choose, actions, model } = await openImport();
  const imdb = picked(
    'imdb.csv',
    `Const,Your Rating,Date Rated,Title,Title Type,Year\ntt${2000 + 1},2,2022-01-01,Film 1,Movie,${catalogue.year[1]}\ntt${2000 + 2},9,2019-01-01,Film 2,Movie,${catalogue.year[2]}`,
  );
  expect(preview(await choose(FILE, imdb))).toMatchObject({
    films: 4,
    likes: 1,
    soSo: 1,
    dislikes: 2,
    older: 1,
  });
  actions.add();
  const { opinions, events } = model.getState();
  expect([opinions.get(1), opinions.get(2)]).toEqual(['dislike', 'so-so']);
  expect(new Set(events.map(({ batch }) => batch)).size).toBe(1);
});

test('somebody else: gets nothing of an import that was begun before, nor loses anything by its undo', async () => {
  const { choose, actions, at, model, session, people, store } = await openImport();
  await choose(FILE);
  await session.open(people[1].id, library);
  actions.add();
  expect([model.getState().events, at().step, store.getState().owner?.name]).toEqual([[], 'review', 'Ann']);
  await session.open(people[0].id, library);
  actions.add();
  expect(model.getState().events).toHaveLength(4);
  await session.open(people[1].id, library);
  model.getState().rate(1, 'like', RATE);
  actions.takeBack();
  expect([...model.getState().opinions]).toEqual([[1, 'like']]);
});

test('a person who leaves while files are read: comes back to the step of choosing, with nothing added', async () => {
  const { actions, settled, session, people, model, store } = await openImport();
  actions.choose({ files: [FILE], paths: ['ratings.csv'] });
  await session.open(people[1].id, library);
  expect((await settled()).step).not.toBe('done');
  actions.add();
  expect(model.getState().events).toEqual([]);
  actions.cancel();
  expect(store.getState()).toMatchObject({ at: { step: 'choosing' }, owner: null });
});

test('what cannot be read: leads back to choosing, with a sentence for every reason', async () => {
  const { choose, store } = await openImport();
  expect(await choose(picked('ratings.csv', ''))).toEqual({ step: 'choosing' });
  expect(store.getState().refusals).toEqual(['ratings.csv is empty.']);
  await choose(letterboxd('2020-01-01,Film 1,1999,x,eleven'));
  expect(store.getState().refusals).toEqual([
    'ratings.csv, line 2: Rating should be a number up to 5, found "eleven".',
  ]);
});

test('columns: are read as chosen, and a file can be left out', async () => {
  const { choose, actions, settled, at } = await openImport();
  const mine = picked('mine.csv', 'Film,Score\nFilm 1,9\nFilm 2,2\n');
  expect(await choose(mine)).toMatchObject({ step: 'columns', offers: [{ path: 'mine.csv' }] });
  actions.chooseColumns(
    new Map([['mine.csv', { places: { title: 0, rating: 1 }, scale: 10, hasHeader: true }]]),
  );
  await settled();
  expect(at().step).toBe('review');
  await choose(mine, FILE);
  actions.chooseColumns(new Map([['mine.csv', null]]));
  expect(preview(await settled())).toMatchObject({ films: 4 });
});
