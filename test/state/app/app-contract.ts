import Dexie from 'dexie';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createRandom } from '../../../src/lib/random';
import type { Library } from '../../../src/state/platform/library';
import { PersonalModel } from '../../../src/wnn/personal/personal-model';
import { AT_RATE, FILMS, newBrowser, settle, startTab, type TestBrowser, type TestTab } from './test-tab';

const state = (tab: TestTab) => tab.app.model.getState();
const list = (tab: TestTab) => state(tab).recommendations.map(({ item }) => item);

function libraryOf(tab: TestTab): Library {
  const { status } = tab.app.session.getState();
  if (status.phase !== 'ready') throw new Error(`The session is ${status.phase}.`);
  return status.library;
}

/** The bytes of a model that learned the given opinions and nothing else. */
function learned(tab: TestTab, opinions: ReadonlyMap<number, 'like' | 'dislike'>): Uint8Array {
  const model = new PersonalModel(libraryOf(tab).network);
  for (const [item, opinion] of opinions) model.rate(item, opinion);
  return model.stateBytes();
}

/** What the composed app promises, whatever implements IndexedDB. */
export function describeApp(engine: string): void {
  describe(`the app on ${engine}`, () => {
    let browser: TestBrowser;
    const tabs: TestTab[] = [];
    const start = async (...args: Parameters<typeof startTab> extends [unknown, ...infer R] ? R : never) => {
      const tab = await startTab(browser, ...args);
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

    test('a first visit has one profile, an empty model, a list and a film to judge', async () => {
      const tab = await start();
      const { list: people, activeId } = tab.app.profiles.getState();
      expect(people.map(({ name }) => name)).toEqual(['You']);
      expect(activeId).toBe(people[0].id);
      expect(state(tab)).toMatchObject({ phase: 'ready', canUndo: false, canRedo: false, lastChange: null });
      expect(state(tab).recommendations).toHaveLength(FILMS);
      expect(state(tab).stateBytes()).toEqual(learned(tab, new Map()));
      expect(tab.app.rate.getState().current).not.toBeNull();
      expect(tab.warnings).toEqual([]);
    });

    test('a click answers at once: the model, the list, the change and the next film', async () => {
      const tab = await start();
      const shown = tab.app.rate.getState().current as number;
      const before = state(tab);
      before.rate(shown, 'like', AT_RATE);

      const after = state(tab);
      expect(after.revision).toBe(before.revision + 1);
      expect(after.opinions).toEqual(new Map([[shown, 'like']]));
      expect(after.stateBytes()).toEqual(learned(tab, after.opinions));
      expect(list(tab)).not.toContain(shown);
      expect(after.saving.unsaved).toBe(1);
      expect(after.lastChange).toMatchObject({ item: shown, before: 'clear', after: 'like', via: 'click' });
      expect(tab.app.rate.getState().current).not.toBe(shown);
      const old = new Map(before.recommendations.map(({ item, rank }) => [item, rank]));
      for (const { item, previousRank } of after.recommendations) expect(previousRank).toBe(old.get(item));

      await tab.app.settled();
      expect(state(tab).saving).toEqual({ unsaved: 0, error: null });
      expect(state(tab).events).toMatchObject([{ kind: 'like', ...AT_RATE, seq: expect.any(Number) }]);
    });

    test('films not seen stay recommended and teach nothing', async () => {
      const tab = await start();
      const [first] = list(tab);
      state(tab).rate(first, 'unseen', AT_RATE);
      expect(state(tab).unseen).toEqual(new Set([first]));
      expect(list(tab)[0]).toBe(first);
      expect(state(tab).stateBytes()).toEqual(learned(tab, new Map()));
    });

    test('after closing, the same list stands, with a snapshot and without one', async () => {
      const first = await start();
      for (let item = 0; item < 10; item++) {
        state(first).rate(item, item % 3 === 0 ? 'dislike' : 'like', AT_RATE);
      }
      await settle(first);
      first.hide();
      state(first).rate(11, 'like', AT_RATE);
      await settle(first);
      const expected = { list: list(first), bytes: state(first).stateBytes() };
      first.app.dispose();

      const second = await start();
      expect(second.warnings).toEqual([]);
      expect({ list: list(second), bytes: state(second).stateBytes() }).toEqual(expected);
      const profileId = state(second).profileId as string;
      expect(await second.storage.snapshots.load(profileId)).toBeInstanceOf(Uint8Array);
      await second.storage.snapshots.save(profileId, Uint8Array.of(1, 2, 3));
      second.app.dispose();

      const third = await start();
      expect(third.warnings).toEqual(['The saved model cannot be used; it is built again from the log.']);
      expect({ list: list(third), bytes: state(third).stateBytes() }).toEqual(expected);
    });

    test('a pause after clicks saves a snapshot that the next visit starts from', async () => {
      const tab = await start();
      state(tab).rate(1, 'like', AT_RATE);
      await settle(tab);
      tab.runTimers();
      const profileId = state(tab).profileId as string;
      await expect.poll(() => tab.storage.snapshots.load(profileId)).toBeInstanceOf(Uint8Array);
    });

    test('undoing everything gives the bytes of an empty model, redoing everything the full ones', async () => {
      const tab = await start();
      const { rate, clear, undo, redo, debugStateHash } = state(tab);
      rate(1, 'like', AT_RATE);
      rate(2, 'dislike', AT_RATE);
      rate(1, 'dislike', AT_RATE);
      rate(3, 'unseen', AT_RATE);
      rate(3, 'like', AT_RATE);
      clear(2, AT_RATE);
      const full = { bytes: state(tab).stateBytes(), list: list(tab), unseen: state(tab).unseen };
      while (state(tab).canUndo) undo(AT_RATE);
      expect(state(tab).stateBytes()).toEqual(learned(tab, new Map()));
      expect(debugStateHash().state).toBe(debugStateHash().empty);
      await settle(tab);
      while (state(tab).canRedo) redo(AT_RATE);
      expect({ bytes: state(tab).stateBytes(), list: list(tab), unseen: state(tab).unseen }).toEqual(full);
      await settle(tab);
      expect(await tab.storage.log.count(state(tab).profileId as string)).toBe(18);
    });

    test('saying again what was said, and taking back nothing, are no events', async () => {
      const tab = await start();
      const { rate, clear, undo, redo } = state(tab);
      clear(1, AT_RATE);
      undo(AT_RATE);
      redo(AT_RATE);
      rate(1, 'like', AT_RATE);
      rate(1, 'like', AT_RATE);
      rate(FILMS, 'like', AT_RATE);
      await settle(tab);
      expect(state(tab).events).toHaveLength(1);
    });

    test('an undone film comes back as the film to judge', async () => {
      const tab = await start();
      const shown = tab.app.rate.getState().current as number;
      state(tab).rate(shown, 'unseen', AT_RATE);
      const next = tab.app.rate.getState().current;
      state(tab).undo(AT_RATE);
      expect(tab.app.rate.getState()).toMatchObject({ current: shown });
      expect(tab.app.rate.getState().upcoming[0]).toBe(next);
    });

    test('the film shown stays while others are judged, here or in another tab', async () => {
      const [here, there] = [await start(), await start()];
      const { current, upcoming } = here.app.rate.getState();
      state(here).rate(upcoming[3], 'like', { place: 'search', predictionVisible: false });
      state(there).rate(upcoming[4], 'dislike', AT_RATE);
      await settle(there, here);
      expect(state(here).opinions.size).toBe(2);
      expect(here.app.rate.getState().current).toBe(current);
      expect(here.app.rate.getState().upcoming.slice(0, 2)).toEqual(upcoming.slice(0, 2));
      expect(here.app.rate.getState().upcoming).not.toContain(upcoming[3]);
    });

    test('a film can be skipped and another shown, and skipped films return when nothing else is left', async () => {
      const tab = await start();
      const { skip, show, current, upcoming } = tab.app.rate.getState();
      skip();
      expect(tab.app.rate.getState().current).toBe(upcoming[0]);
      expect(tab.app.rate.getState().upcoming).not.toContain(current);
      show(7);
      expect(tab.app.rate.getState().current).toBe(7);
      for (let item = 0; item < FILMS; item++) if (item !== current) state(tab).rate(item, 'unseen', AT_RATE);
      expect(tab.app.rate.getState()).toMatchObject({ current, upcoming: [] });
      state(tab).rate(current as number, 'unseen', AT_RATE);
      expect(tab.app.rate.getState()).toMatchObject({ current: null, upcoming: [] });
    });

    test('a judged film asked for by name is shown again, stays while others are judged, and leaves when it is', async () => {
      const [here, there] = [await start(), await start()];
      const { show, upcoming } = here.app.rate.getState();
      state(here).rate(7, 'like', AT_RATE);
      show(7);
      expect(here.app.rate.getState().current).toBe(7);
      state(there).rate(upcoming[3], 'dislike', AT_RATE);
      await settle(there, here);
      here.runTimers();
      expect(here.app.rate.getState().current).toBe(7);
      state(here).rate(7, 'dislike', AT_RATE);
      const { current, upcoming: next } = here.app.rate.getState();
      expect([current, ...next]).not.toContain(7);
    });

    test('the click is answered first, and the far part of the plan follows', async () => {
      const tab = await start();
      const { current, upcoming } = tab.app.rate.getState();
      state(tab).rate(current as number, 'like', AT_RATE);
      expect(tab.app.rate.getState()).toMatchObject({ current: upcoming[0], upcoming: [upcoming[1]] });
      tab.runTimers();
      expect(tab.app.rate.getState().current).toBe(upcoming[0]);
      expect(tab.app.rate.getState().upcoming).toHaveLength(5);
    });

    test('a profile that cannot be read says so, and reopening reads it', async () => {
      const tab = await start();
      const { readAll } = tab.storage.log;
      tab.storage.log.readAll = () => Promise.reject(new DOMException('odd', 'DataError'));
      const message = await tab.app.profiles.getState().create('Ada');
      expect(state(tab)).toMatchObject({ phase: 'failed', message });
      tab.storage.log.readAll = readAll;
      await state(tab).reopen();
      expect(state(tab)).toMatchObject({ phase: 'ready', message: null });
      expect(state(tab).profileId).toBe(tab.app.profiles.getState().activeId);
    });

    test('reasons add up to the score, and name what the films share', async () => {
      const tab = await start();
      for (const item of [0, 1, 2, 3]) state(tab).rate(item, item === 2 ? 'dislike' : 'like', AT_RATE);
      for (const { item, score } of state(tab).recommendations.slice(0, 10)) {
        const why = state(tab).explain(item);
        const sum = (why?.contributions ?? []).reduce((total, { amount }) => total + amount, why?.start ?? 0);
        expect(sum).toBeCloseTo(score, 9);
        expect(why?.contributions.length).toBeGreaterThan(0);
      }
    });

    test('a tuning moves the list and nothing else, is there on the next visit, and in the other tab', async () => {
      const [tab, other] = [await start(), await start()];
      state(tab).rate(1, 'like', AT_RATE);
      await settle(tab, other);
      const { list: plain, bytes } = { list: list(tab), bytes: state(tab).stateBytes() };
      const { movieId } = libraryOf(tab).catalogue;
      const { hide, setAdventure } = tab.app.tuning.getState();
      const current = tab.app.rate.getState().current;
      hide(plain[0]);
      expect(list(tab)).toEqual(plain.slice(1));
      expect(state(tab).recommendations[0]).toMatchObject({ rank: 1, previousRank: 2 });
      setAdventure(4);
      const tuned = list(tab);
      expect(tuned).not.toContain(plain[0]);
      for (const { item, score } of state(tab).recommendations.slice(0, 10)) {
        const why = state(tab).explain(item);
        const parts = [...(why?.contributions ?? []), ...(why?.tuning ?? [])];
        const sum = parts.reduce((total, { amount }) => total + amount, why?.start ?? 0);
        expect(sum).toBeCloseTo(score, 9);
      }
      expect(state(tab).stateBytes()).toEqual(bytes);
      expect(tab.app.rate.getState().current).toBe(current);
      await settle(tab, other);
      expect(state(tab).events).toHaveLength(1);
      await expect.poll(() => list(other)).toEqual(tuned);

      tab.app.dispose();
      const later = await start();
      expect(later.app.tuning.getState().tuning).toMatchObject({
        hidden: [movieId[plain[0]]],
        adventure: 4,
      });
      expect(list(later)).toEqual(tuned);
      later.app.tuning.getState().reset();
      expect(list(later)).toEqual(plain);
      await settle(later);
    });

    test('tuning leaves the film to judge alone, and what-if changes nothing', async () => {
      const tab = await start();
      for (const item of [0, 1, 2]) state(tab).rate(item, 'like', AT_RATE);
      // The undone film comes back to be judged; once put off, tuning must not bring it back a second time.
      state(tab).undo(AT_RATE);
      expect(tab.app.rate.getState().current).toBe(2);
      tab.app.rate.getState().skip();
      const { current } = tab.app.rate.getState();
      tab.app.tuning.getState().setAdventure(1);
      expect(state(tab).lastChange).toBeNull();
      expect(tab.app.rate.getState().current).toBe(current);
      const before = { list: list(tab), bytes: state(tab).stateBytes(), revision: state(tab).revision };
      const [film] = before.list;
      const whatIf = state(tab).whatIfNot(1, film, 20);
      expect(whatIf?.film).toMatchObject({ item: film, from: 1 });
      expect({ list: list(tab), bytes: state(tab).stateBytes(), revision: state(tab).revision }).toEqual(
        before,
      );
      state(tab).clear(1, { place: 'why', predictionVisible: false });
      expect(list(tab).slice(0, 20)).toEqual(whatIf?.list.map(({ item }) => item));
    });

    test('a full disk loses nothing: the clicks wait, and retrying saves them once and in order', async () => {
      const tab = await start();
      const { append } = tab.storage.log;
      tab.storage.log.append = () => Promise.reject(new DOMException('full', 'QuotaExceededError'));
      for (const item of [4, 5, 6]) {
        state(tab).rate(item, 'like', AT_RATE);
        await settle(tab);
      }
      expect(state(tab).saving).toMatchObject({ unsaved: 3, error: { failure: 'full' } });
      expect(state(tab).opinions.size).toBe(3);

      tab.storage.log.append = append;
      await state(tab).retry();
      await settle(tab);
      expect(state(tab).saving).toEqual({ unsaved: 0, error: null });
      const { events } = await tab.storage.log.readAll(state(tab).profileId as string);
      const { movieId } = libraryOf(tab).catalogue;
      expect(events.map((event) => event.movieId)).toEqual([4, 5, 6].map((item) => movieId[item]));
    });

    test('unsaved clicks survive a visit to another profile', async () => {
      const tab = await start();
      const { append } = tab.storage.log;
      const home = state(tab).profileId as string;
      tab.storage.log.append = () => Promise.reject(new DOMException('full', 'QuotaExceededError'));
      state(tab).rate(4, 'like', AT_RATE);
      await settle(tab);
      await tab.app.profiles.getState().create('Ada');
      expect(state(tab).opinions.size).toBe(0);
      tab.storage.log.append = append;
      await tab.app.profiles.getState().switchTo(home);
      expect(state(tab).opinions).toEqual(new Map([[4, 'like']]));
      await state(tab).retry();
      await settle(tab);
      expect(state(tab).events).toHaveLength(1);
      expect(await tab.storage.log.count(home)).toBe(1);
    });

    test('two tabs that click at the same time end with the same bytes as the log', async () => {
      const [here, there] = [await start(), await start()];
      const random = createRandom(5);
      for (let step = 0; step < 40; step++) {
        const { rate, clear, undo, redo } = state(random.next() < 0.5 ? here : there);
        const item = random.integer(6);
        const what = random.integer(6);
        if (what < 2) rate(item, 'like', AT_RATE);
        else if (what === 2) rate(item, 'dislike', AT_RATE);
        else if (what === 3) clear(item, AT_RATE);
        else if (what === 4) undo(AT_RATE);
        else redo(AT_RATE);
        if (random.next() < 0.2) await settle(here);
      }
      await settle(here, there);
      const third = await start();
      for (const tab of [here, there]) {
        expect(state(tab).stateBytes()).toEqual(state(third).stateBytes());
        expect(list(tab)).toEqual(list(third));
        expect(state(tab).judgements).toEqual(state(third).judgements);
        expect(state(tab).canUndo).toBe(state(third).canUndo);
      }
    });

    test('a tab that heard nothing catches up when it is shown', async () => {
      const [here, there] = [await start(), await start()];
      browser.lines.clear();
      state(here).rate(1, 'like', AT_RATE);
      await here.app.profiles.getState().create('Ada');
      await settle(here, there);
      there.show();
      await expect.poll(() => there.app.profiles.getState().list.length).toBe(2);
      await expect.poll(() => state(there).opinions.size).toBe(1);
    });

    test('profiles are apart, renamed and removed, and the last one used is remembered', async () => {
      const tab = await start();
      const { create, rename } = tab.app.profiles.getState();
      const home = state(tab).profileId as string;
      state(tab).rate(1, 'like', AT_RATE);
      expect(await create('Ada')).toBeNull();
      expect(await create(' ada ')).toContain('already someone called Ada');
      const ada = tab.app.profiles.getState().activeId as string;
      expect(ada).not.toBe(home);
      expect(state(tab)).toMatchObject({ phase: 'ready', profileId: ada, canUndo: false });
      expect(await rename(ada, 'Ada L.')).toBeNull();
      state(tab).rate(2, 'dislike', AT_RATE);
      await settle(tab);
      tab.app.dispose();

      const later = await start();
      expect(later.app.profiles.getState().activeId).toBe(ada);
      expect(later.app.profiles.getState().list.map(({ name }) => name)).toEqual(['You', 'Ada L.']);
      expect(state(later).opinions).toEqual(new Map([[2, 'dislike']]));
      expect(await later.app.profiles.getState().remove(ada)).toBeNull();
      expect(state(later)).toMatchObject({ phase: 'ready', profileId: home });
      expect(state(later).opinions).toEqual(new Map([[1, 'like']]));
      expect(await later.storage.log.count(ada)).toBe(0);
    });

    test('a profile removed in one tab makes way in the other, unsaved clicks and all', async () => {
      const [here, there] = [await start(), await start()];
      await here.app.profiles.getState().create('Ada');
      const ada = here.app.profiles.getState().activeId as string;
      await settle(here, there);
      await there.app.profiles.getState().switchTo(ada);
      browser.lines.clear();
      await here.app.profiles.getState().remove(ada);
      state(there).rate(1, 'like', AT_RATE);
      await settle(there);
      expect(state(there).saving).toEqual({ unsaved: 0, error: null });
      there.show();
      await expect
        .poll(() => state(there))
        .toMatchObject({ phase: 'ready', profileId: state(here).profileId });
      expect(await there.storage.log.count(ada)).toBe(0);
    });
  });
}
