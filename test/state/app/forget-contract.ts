import Dexie from 'dexie';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { erasureOf } from '../../../src/state/log/erasing';
import { logText } from '../../../src/state/log/log-text';
import { TimeTravel } from '../../../src/state/log/time-travel';
import type { Library } from '../../../src/state/platform/library';
import { PersonalModel } from '../../../src/wnn/personal/personal-model';
import { decodeSnapshot } from '../../../src/wnn/personal/snapshot';
import { AT_RATE, newBrowser, settle, startTab, type TestBrowser, type TestTab } from './test-tab';

const state = (tab: TestTab) => tab.app.model.getState();
const saving = (tab: TestTab) => tab.app.saving.getState();
const moods = (tab: TestTab) => tab.app.moods.getState();
const list = (tab: TestTab) => state(tab).recommendations.map(({ item }) => item);
const MINE = { place: 'my-ratings', predictionVisible: false } as const;

function libraryOf(tab: TestTab): Library {
  const { status } = tab.app.session.getState();
  if (status.phase !== 'ready') throw new Error(`The session is ${status.phase}.`);
  return status.library;
}

function learned(tab: TestTab, opinions: ReadonlyMap<number, 'like' | 'dislike'>): Uint8Array {
  const model = new PersonalModel(libraryOf(tab).network);
  for (const [item, opinion] of opinions) model.answer(item, opinion);
  return model.stateBytes();
}

const filmOf = (tab: TestTab, item: number) => ({
  what: 'films' as const,
  movieIds: [libraryOf(tab).catalogue.movieId[item]],
});

/** Every number in every row of a database, however deep, and every film of the saved models. */
async function numbersIn(tab: TestTab, databaseName: string): Promise<number[]> {
  const db = await new Dexie(databaseName).open();
  const numbers: number[] = [];
  const look = (value: unknown) => {
    if (typeof value === 'number') numbers.push(value);
    else if (typeof value === 'object' && value !== null && !(value instanceof Uint8Array)) {
      Object.values(value).forEach(look);
    }
  };
  for (const table of db.tables) look(await table.toArray());
  const { network, catalogue } = libraryOf(tab);
  for (const { profileId, bytes } of await db.table('snapshots').toArray()) {
    const { events } = await tab.storage.log.readAll(profileId);
    const { model } = decodeSnapshot(network, bytes, (row) => logText(events, row));
    for (const item of model.opinions.keys()) numbers.push(catalogue.movieId[item]);
  }
  db.close();
  return numbers;
}

const refuse = () => Promise.reject(new DOMException('full', 'QuotaExceededError'));

/** What taking back, forgetting, going back and moods promise, whatever implements IndexedDB. */
export function describeForgetting(engine: string): void {
  describe(`taking back on ${engine}`, () => {
    let browser: TestBrowser;
    const tabs: TestTab[] = [];
    const start = async () => {
      const tab = await startTab(browser);
      tabs.push(tab);
      return tab;
    };
    beforeEach(() => {
      browser = newBrowser();
    });
    afterEach(async () => {
      for (const { app } of tabs.splice(0)) {
        await app.settled();
        app.dispose();
      }
      await Dexie.delete(browser.databaseName);
    });

    test('erasing: leaves a film nowhere, in the log, the snapshot or the undo history, when it is erased', async () => {
      const tab = await start();
      const { rate, undo, clearAll, erase } = state(tab);
      for (const item of [3, 4, 5]) rate(item, 'like', AT_RATE);
      rate(4, 'dislike', AT_RATE);
      undo(AT_RATE);
      clearAll([3, 4], MINE);
      undo(AT_RATE);
      await settle(tab);
      tab.runTimers();
      const [movieId] = filmOf(tab, 4).movieIds;
      expect(await numbersIn(tab, browser.databaseName)).toContain(movieId);

      expect(await erase(filmOf(tab, 4))).toBeNull();
      await settle(tab);
      tab.runTimers();
      const left = new Map([
        [3, 'like'],
        [5, 'like'],
      ] as const);
      expect(state(tab).opinions).toEqual(left);
      expect(state(tab).stateBytes()).toEqual(learned(tab, left));
      expect(await numbersIn(tab, browser.databaseName)).not.toContain(movieId);
      expect(JSON.stringify(state(tab).events)).not.toContain(`"movieId":${movieId},`);
      while (state(tab).canUndo) undo(MINE);
      expect(state(tab).stateBytes()).toEqual(learned(tab, new Map()));
      for (const _ of left) state(tab).redo(MINE);
      expect(state(tab).opinions).toEqual(left);
      await settle(tab);

      const again = await start();
      expect(state(again).opinions).toEqual(left);
      expect(again.warnings).toEqual([]);
      expect(await state(again).check()).toMatchObject({ identical: true, learned: 2 });
    });

    test('erasing: leaves an empty log when everything goes, unsaved clicks included', async () => {
      const tab = await start();
      state(tab).rate(1, 'like', AT_RATE);
      await settle(tab);
      const { append } = tab.storage.log;
      tab.storage.log.append = refuse;
      state(tab).rate(2, 'like', AT_RATE);
      await settle(tab);
      expect(saving(tab).unsaved).toBe(1);

      expect(await state(tab).erase({ what: 'everything' })).toBeNull();
      tab.storage.log.append = append;
      await saving(tab).retry();
      await settle(tab);
      expect(state(tab)).toMatchObject({ events: [], canUndo: false });
      expect(saving(tab)).toMatchObject({ unsaved: 0, error: null });
      expect(await tab.storage.log.count(state(tab).profileId as string)).toBe(0);
      state(tab).rate(3, 'like', AT_RATE);
      await settle(tab);
      expect(await tab.storage.log.count(state(tab).profileId as string)).toBe(1);
    });

    test('erasing: changes nothing and says so when the disk is full, and works when there is room again', async () => {
      const tab = await start();
      for (const item of [1, 2, 3]) state(tab).rate(item, 'like', AT_RATE);
      await settle(tab);
      const before = { opinions: state(tab).opinions, events: state(tab).events, list: list(tab) };
      const { put } = IDBObjectStore.prototype;
      IDBObjectStore.prototype.put = () => {
        throw new DOMException('full', 'QuotaExceededError');
      };
      let problem: string | null;
      try {
        problem = await state(tab).erase(filmOf(tab, 2));
      } finally {
        IDBObjectStore.prototype.put = put;
      }
      expect(problem).toBe('full');
      await settle(tab);
      expect({ opinions: state(tab).opinions, events: state(tab).events, list: list(tab) }).toEqual(before);
      expect(await tab.storage.log.count(state(tab).profileId as string)).toBe(3);
      expect(await state(tab).erase(filmOf(tab, 2))).toBeNull();
      expect(state(tab).opinions.size).toBe(2);
    });

    test('tab: follows an erasure when it has unsaved clicks on the film', async () => {
      const [here, there] = [await start(), await start()];
      for (const item of [1, 2]) state(here).rate(item, 'like', AT_RATE);
      await settle(here, there);
      const { append } = there.storage.log;
      there.storage.log.append = refuse;
      state(there).rate(2, 'dislike', AT_RATE);
      state(there).rate(7, 'like', AT_RATE);
      await settle(there);
      const [movieId] = filmOf(here, 2).movieIds;

      expect(await state(here).erase(filmOf(here, 2))).toBeNull();
      await settle(here, there);
      const left = new Map([
        [1, 'like'],
        [7, 'like'],
      ] as const);
      expect(state(there).opinions).toEqual(left);
      there.storage.log.append = append;
      await saving(there).retry();
      there.runTimers();
      await settle(there, here);
      for (const tab of [here, there]) {
        expect(state(tab).opinions).toEqual(left);
        expect(state(tab).stateBytes()).toEqual(learned(tab, left));
        expect(await state(tab).check()).toMatchObject({ identical: true });
      }
      expect(await numbersIn(here, browser.databaseName)).not.toContain(movieId);
    });

    test('tab: brings nothing back, by click, undo or snapshot, when it was not told of an erasure', async () => {
      const [here, there] = [await start(), await start()];
      for (const item of [1, 2]) state(here).rate(item, 'like', AT_RATE);
      await settle(here, there);
      browser.lines.clear();
      const [movieId] = filmOf(here, 2).movieIds;
      expect(await state(here).erase(filmOf(here, 2))).toBeNull();

      expect(state(there).opinions.size).toBe(2);
      there.hide();
      state(there).undo(AT_RATE);
      state(there).rate(9, 'dislike', AT_RATE);
      await settle(there, here);
      there.runTimers();
      const left = new Map([
        [1, 'like'],
        [9, 'dislike'],
      ] as const);
      expect(state(there).opinions).toEqual(left);
      expect(saving(there)).toMatchObject({ unsaved: 0, error: null });
      here.show();
      await expect.poll(() => state(here).opinions).toEqual(left);
      there.hide();
      await settle(there);
      expect(await numbersIn(here, browser.databaseName)).not.toContain(movieId);
      const third = await start();
      expect(state(third).opinions).toEqual(left);
    });

    test('saving: fits waiting clicks to the log when their profile lost something while it was not open', async () => {
      const [here, there] = [await start(), await start()];
      state(here).rate(1, 'like', AT_RATE);
      await settle(here, there);
      const home = state(there).profileId as string;
      const { append } = there.storage.log;
      there.storage.log.append = refuse;
      state(there).rate(1, 'dislike', AT_RATE);
      state(there).rate(5, 'like', AT_RATE);
      await settle(there);
      await there.app.profiles.getState().create('Ada');
      expect(await state(here).erase(filmOf(here, 1))).toBeNull();
      await settle(here, there);
      there.storage.log.append = append;
      await saving(there).retry();
      await settle(there);
      expect(saving(there)).toMatchObject({ unsaved: 0, error: null });
      await there.app.profiles.getState().switchTo(home);
      expect(state(there).opinions).toEqual(new Map([[5, 'like']]));
    });

    test('saving: does not bring back a click that was saved unheard and then erased elsewhere', async () => {
      const [here, there] = [await start(), await start()];
      const profileId = state(there).profileId as string;
      const { append } = there.storage.log;
      there.storage.log.append = async (...told) => {
        await append(...told);
        return refuse();
      };
      state(there).rate(1, 'like', AT_RATE);
      state(there).rate(2, 'like', AT_RATE);
      await settle(there);
      expect(saving(there).unsaved).toBe(2);
      // No word of it reaches the other tab.
      await here.storage.log.erase(profileId, erasureOf(filmOf(here, 1)));
      there.storage.log.append = append;
      await saving(there).retry();
      await settle(there);
      expect(saving(there)).toMatchObject({ unsaved: 0, error: null });
      expect(state(there).opinions).toEqual(new Map([[2, 'like']]));
      expect(await there.storage.log.count(profileId)).toBe(1);
    });

    test('clearAll: is one step that one undo takes back when several films are named', async () => {
      const tab = await start();
      for (const item of [1, 2, 3, 4]) state(tab).rate(item, item === 2 ? 'dislike' : 'like', AT_RATE);
      const before = { opinions: state(tab).opinions, list: list(tab) };
      const { revision } = state(tab);
      state(tab).clearAll([1, 2, 3, 50], MINE);
      expect(state(tab).revision).toBe(revision + 1);
      expect(state(tab).opinions).toEqual(new Map([[4, 'like']]));
      expect(state(tab).lastChange).toMatchObject({ via: 'click', films: 3, because: null });
      state(tab).undo(MINE);
      expect({ opinions: state(tab).opinions, list: list(tab) }).toEqual(before);
      state(tab).redo(MINE);
      expect(state(tab).opinions.size).toBe(1);
      await settle(tab);
      const again = await start();
      state(again).undo(MINE);
      expect(state(again).opinions).toEqual(before.opinions);
      state(again).clearAll([50], MINE);
      expect(state(again).canRedo).toBe(true);
    });

    test('restore: brings back list and bytes of then when a past moment is chosen, and one undo the present', async () => {
      const tab = await start();
      const past: { list: number[]; bytes: Uint8Array }[] = [];
      const now = () => ({ list: list(tab), bytes: state(tab).stateBytes() });
      for (let click = 0; click < 15; click++) {
        past.push(now());
        state(tab).rate(click % 9, click % 2 === 0 ? 'like' : 'dislike', AT_RATE);
      }
      const present = now();
      const travel = new TimeTravel(libraryOf(tab), state(tab).events);
      travel.goTo(travel.moments.length - 10);
      state(tab).restore(travel.standings, MINE);
      expect(now()).toEqual(past[5]);
      await settle(tab);
      const again = await start();
      expect({ list: list(again), bytes: state(again).stateBytes() }).toEqual(past[5]);
      state(tab).undo(MINE);
      expect(now()).toEqual(present);
    });

    test('moods: file clicks and draw lists in every tab when they are chosen', async () => {
      const [here, there] = [await start(), await start()];
      expect(await moods(here).create(' With the  kids ')).toBeNull();
      const kids = moods(here).filing as string;
      expect(moods(here).list).toEqual([{ id: kids, name: 'With the kids' }]);
      expect(await moods(here).create('with THE kids')).toContain('already a mood called With the kids');
      expect(await moods(here).create('  ')).toContain('type a name');
      state(here).rate(1, 'like', AT_RATE);
      expect(await moods(here).create('Alone')).toBeNull();
      const alone = moods(here).filing as string;
      state(here).rate(2, 'like', AT_RATE);
      moods(here).fileUnder(null);
      state(here).rate(3, 'dislike', AT_RATE);
      await settle(here, there);
      expect(state(here).events.map((event) => ('mood' in event ? event.mood : undefined))).toEqual([
        ...[kids, alone, undefined],
      ]);
      expect(moods(there).list.map(({ name }) => name)).toEqual(['With the kids', 'Alone']);

      const everything = list(here);
      const bytes = state(here).stateBytes();
      const scores = (opinions: ReadonlyMap<number, 'like' | 'dislike'>) => {
        const model = new PersonalModel(libraryOf(here).network);
        for (const [item, opinion] of opinions) model.answer(item, opinion);
        return model.rankingScores();
      };
      const drawnFrom = (opinions: ReadonlyMap<number, 'like' | 'dislike'>) => {
        const expected = scores(opinions);
        for (const { item, score } of state(here).recommendations) expect(score).toBe(expected[item]);
        for (const item of [1, 2, 3]) expect(list(here)).not.toContain(item);
      };
      moods(here).drawFrom([kids]);
      expect(moods(here).filing).toBe(kids);
      drawnFrom(new Map([[1, 'like']]));
      moods(here).drawFrom([kids, alone]);
      drawnFrom(
        new Map([
          [1, 'like'],
          [2, 'like'],
        ]),
      );
      expect(state(here).stateBytes()).toEqual(bytes);
      for (const { item, score } of state(here).recommendations.slice(0, 5)) {
        const why = state(here).explain(item);
        const sum = (why?.contributions ?? []).reduce((total, { amount }) => total + amount, why?.start ?? 0);
        expect(sum).toBeCloseTo(score, 9);
      }
      moods(here).drawFrom([]);
      expect(list(here)).toEqual(everything);
    });

    test('moods: move their list when a click is filed under them, and move it back when it is undone', async () => {
      const tab = await start();
      await moods(tab).create('Kids');
      const kids = moods(tab).filing as string;
      state(tab).rate(1, 'like', AT_RATE);
      moods(tab).drawFrom([kids]);
      const before = list(tab);
      const [best] = before;
      state(tab).rate(best, 'like', { place: 'for-you', predictionVisible: true });
      expect(list(tab)).not.toContain(best);
      expect(list(tab)).not.toEqual(before.slice(1));
      state(tab).undo(AT_RATE);
      expect(list(tab)).toEqual(before);
      state(tab).refile(1, null, MINE);
      const favourites = new PersonalModel(libraryOf(tab).network).rankingScores();
      for (const { item, score } of state(tab).recommendations) expect(score).toBe(favourites[item]);
      state(tab).undo(MINE);
      expect(list(tab)).toEqual(before);
      state(tab).rate(1, 'dislike', MINE);
      expect(state(tab).events.at(-1)).toMatchObject({ kind: 'dislike', mood: kids });
    });

    test('moods: keep clicks when a mood is removed, and lose them when it is erased first', async () => {
      const tab = await start();
      await moods(tab).create('Kids');
      const kids = moods(tab).filing as string;
      expect(await moods(tab).rename(kids, 'KIDS')).toBeNull();
      state(tab).rate(1, 'like', AT_RATE);
      moods(tab).fileUnder(null);
      state(tab).rate(2, 'like', AT_RATE);
      await settle(tab);
      moods(tab).drawFrom([kids]);
      expect(await moods(tab).remove(kids)).toBeNull();
      expect(moods(tab)).toMatchObject({ list: [], filing: null, drawn: [] });
      expect(state(tab).opinions.size).toBe(2);

      await moods(tab).create('Alone');
      const alone = moods(tab).filing as string;
      state(tab).refile(2, alone, MINE);
      expect(await state(tab).erase({ what: 'mood', mood: alone })).toBeNull();
      expect(await moods(tab).remove(alone)).toBeNull();
      expect(state(tab).opinions).toEqual(new Map([[1, 'like']]));
      const again = await start();
      expect(moods(again).list).toEqual([]);
      expect(state(again).opinions).toEqual(new Map([[1, 'like']]));
    });

    test('moods: say so and lose nothing when they cannot be read or saved', async () => {
      const tab = await start();
      const profileId = state(tab).profileId as string;
      await tab.storage.settings.set(`contexts:${profileId}`, { version: 99 });
      expect(await moods(tab).create('Kids')).toContain('another version');
      expect(await tab.storage.settings.get(`contexts:${profileId}`)).toEqual({ version: 99 });
      const again = await start();
      expect(moods(again).list).toEqual([]);
      expect(again.warnings).toHaveLength(1);
      tab.storage.settings.update = refuse;
      expect(await moods(tab).create('Kids')).toContain('storage is full');
    });
  });
}
