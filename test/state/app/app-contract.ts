import Dexie from 'dexie';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createRandom } from '../../../src/lib/random';
import { wordsOf } from '../../../src/state/list/change';
import type { Library } from '../../../src/state/platform/library';
import { PersonalModel } from '../../../src/wnn/personal/personal-model';
import { AT_RATE, FILMS, newBrowser, settle, startTab, type TestBrowser, type TestTab } from './test-tab';

const state = (tab: TestTab) => tab.app.model.getState();
const saving = (tab: TestTab) => tab.app.saving.getState();
const list = (tab: TestTab) => state(tab).recommendations.map(({ item }) => item);

function libraryOf(tab: TestTab): Library {
  const { status } = tab.app.session.getState();
  if (status.phase !== 'ready') throw new Error(`The session is ${status.phase}.`);
  return status.library;
}

/** The bytes of a model that learned the given opinions and nothing else. */
function learned(tab: TestTab, opinions: ReadonlyMap<number, string>): Uint8Array {
  const model = new PersonalModel(libraryOf(tab).network);
  for (const [item, opinion] of opinions) model.answer(item, opinion);
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

    test('app: has one profile, an empty model, a list and a film to judge when it is first visited', async () => {
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

    test('click: changes the model, the list, the change told and the film to judge at once when it is made', async () => {
      const tab = await start();
      const shown = tab.app.rate.getState().current as number;
      const before = state(tab);
      before.rate(shown, 'like', AT_RATE);

      const after = state(tab);
      expect(after.revision).toBe(before.revision + 1);
      expect(after.opinions).toEqual(new Map([[shown, 'like']]));
      expect(after.stateBytes()).toEqual(learned(tab, after.opinions));
      expect(list(tab)).not.toContain(shown);
      expect(saving(tab).unsaved).toBe(1);
      expect(after.lastChange).toMatchObject({ item: shown, before: 'clear', after: 'like', via: 'click' });
      expect(tab.app.rate.getState().current).not.toBe(shown);
      const old = new Map(before.recommendations.map(({ item, rank }) => [item, rank]));
      for (const { item, previousRank } of after.recommendations) expect(previousRank).toBe(old.get(item));

      await tab.app.settled();
      expect(saving(tab)).toMatchObject({ unsaved: 0, error: null });
      expect(state(tab).events).toMatchObject([{ kind: 'like', ...AT_RATE }]);
      const { events } = await tab.storage.log.readAll(after.profileId as string);
      expect(events).toMatchObject([{ ...state(tab).events[0], seq: expect.any(Number) }]);
    });

    test('profile store: publishes once when a film is liked', async () => {
      const tab = await start();
      tab.runTimers();
      await settle(tab);
      const published: number[] = [];
      const statuses: number[] = [];
      tab.app.model.subscribe(({ revision }) => published.push(revision));
      tab.app.saving.subscribe(({ unsaved }) => statuses.push(unsaved));
      const { rate, revision, profileId } = state(tab);
      rate(1, 'like', AT_RATE);
      await settle(tab);
      tab.runTimers();
      await settle(tab);
      expect(published).toEqual([revision + 1]);
      expect(statuses).toEqual([1, 0]);
      expect(await tab.storage.snapshots.load(profileId as string)).toBeInstanceOf(Uint8Array);
    });

    test('profile store: does not read its own click back when no other tab wrote', async () => {
      const [here, there] = [await start(), await start()];
      await settle(here, there);
      const { readAfter } = here.storage.log;
      let read = 0;
      here.storage.log.readAfter = async (...from) => {
        const page = await readAfter(...from);
        read += page.events.length;
        return page;
      };
      state(here).rate(1, 'like', AT_RATE);
      await settle(here, there);
      state(here).rate(2, 'dislike', AT_RATE);
      await settle(here, there);
      expect(read).toBe(0);
      expect(state(there).opinions).toEqual(state(here).opinions);
      browser.lines.clear();
      state(there).rate(1, 'dislike', AT_RATE);
      await settle(there);
      state(here).rate(3, 'like', AT_RATE);
      await settle(here);
      expect(read).toBe(2);
      expect(state(here).opinions.get(1)).toBe('dislike');
      expect(state(here).lastChange).toBeNull();
    });

    test("click: keeps the film recommended and teaches nothing when it says 'not seen'", async () => {
      const tab = await start();
      const [first] = list(tab);
      state(tab).rate(first, 'unseen', AT_RATE);
      expect(state(tab).unseen).toEqual(new Set([first]));
      expect(list(tab)[0]).toBe(first);
      expect(state(tab).stateBytes()).toEqual(learned(tab, new Map()));
    });

    test('profile session: shows the same list and bytes when reopened with a snapshot, without one and with a damaged one', async () => {
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

    test('profile session: saves a snapshot when clicks pause', async () => {
      const tab = await start();
      state(tab).rate(1, 'like', AT_RATE);
      await settle(tab);
      tab.runTimers();
      const profileId = state(tab).profileId as string;
      await expect.poll(() => tab.storage.snapshots.load(profileId)).toBeInstanceOf(Uint8Array);
    });

    test('undo: leads to the bytes of an empty model when everything is undone, and back when all is redone', async () => {
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

    test('click: makes no event when it says what stands already or takes back nothing', async () => {
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

    test('rate queue: shows a film first when its click was undone', async () => {
      const tab = await start();
      const shown = tab.app.rate.getState().current as number;
      state(tab).rate(shown, 'unseen', AT_RATE);
      const next = tab.app.rate.getState().current;
      state(tab).undo(AT_RATE);
      expect(tab.app.rate.getState()).toMatchObject({ current: shown });
      expect(tab.app.rate.getState().upcoming[0]).toBe(next);
    });

    test('rate queue: keeps the film shown when others are judged, here or in another tab', async () => {
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

    test('rate queue: puts a skipped film off and brings it back when nothing else is left', async () => {
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

    test('rate queue: shows a judged film when it is asked for by name, until it is judged again', async () => {
      const [here, there] = [await start(), await start()];
      const { show, upcoming } = here.app.rate.getState();
      state(here).rate(7, 'like', AT_RATE);
      show(7);
      expect(here.app.rate.getState().current).toBe(7);
      const other = upcoming.filter((item) => item !== 7)[3];
      state(there).rate(other, 'dislike', AT_RATE);
      await settle(there, here);
      here.runTimers();
      expect(here.app.rate.getState().current).toBe(7);
      state(here).rate(7, 'dislike', AT_RATE);
      const { current, upcoming: next } = here.app.rate.getState();
      expect([current, ...next]).not.toContain(7);
    });

    test('change: says what was undone and repeated when it was a wish or a filing', async () => {
      const tab = await start();
      await tab.app.moods.getState().create('Popcorn');
      const [mood] = tab.app.moods.getState().list;
      const said = () => {
        const { lastChange } = state(tab);
        return lastChange && wordsOf(lastChange, libraryOf(tab).catalogue).did;
      };
      tab.app.moods.getState().fileUnder(null);
      state(tab).rate(3, 'like', AT_RATE);
      state(tab).want(5, true, AT_RATE);
      state(tab).undo(AT_RATE);
      expect(said()).toMatch(/^Undone: wanting to see /);
      state(tab).redo(AT_RATE);
      expect(said()).toMatch(/^Redone: wanting to see /);
      state(tab).want(5, false, AT_RATE);
      state(tab).undo(AT_RATE);
      expect(said()).toMatch(/^Undone: no longer wanting to see /);
      state(tab).refile(3, mood.id, AT_RATE);
      expect(said()).toMatch(/^Moved .* to another mood$/);
      state(tab).undo(AT_RATE);
      expect(said()).toMatch(/^Undone: moving .* to another mood$/);
      state(tab).redo(AT_RATE);
      expect(said()).toMatch(/^Redone: moving .* to another mood$/);
    });

    test('tuning: is told of once, and not again when the profile is read anew after a click', async () => {
      const [here, there] = [await start(), await start()];
      const effect = () => here.app.tuning.getState().effect;
      here.app.tuning.getState().setAdventure(2);
      expect(effect()).not.toBeNull();
      state(here).rate(3, 'like', AT_RATE);
      expect(effect()).toBeNull();
      state(there).rate(5, 'dislike', AT_RATE);
      await settle(there, here);
      expect(state(here)).toMatchObject({ lastChange: null });
      expect(effect()).toBeNull();
    });

    test('saved model: is said to be learned anew when it is of an earlier form, and used without a word when it is not', async () => {
      const tab = await start();
      for (const film of [1, 2, 3]) state(tab).rate(film, 'like', AT_RATE);
      const before = state(tab).stateBytes();
      await tab.app.settled();
      tab.runTimers();
      const profileId = state(tab).profileId as string;
      await expect.poll(() => tab.storage.snapshots.load(profileId)).toBeDefined();
      expect(state(tab).relearned).toBeNull();
      expect(state(await start()).relearned).toBeNull();

      const bytes = (await tab.storage.snapshots.load(profileId)) as Uint8Array<ArrayBuffer>;
      const older = bytes.slice();
      new DataView(older.buffer, older.byteOffset).setUint32(4, 2, true);
      await tab.storage.snapshots.save(profileId, older, 0);
      const updated = await start();
      expect(state(updated).relearned).toEqual({ clicks: 3, why: 'form' });
      expect(state(updated).stateBytes()).toEqual(before);

      const damaged = bytes.slice();
      damaged[damaged.length - 1] ^= 1;
      await tab.storage.snapshots.save(profileId, damaged, 0);
      expect(state(await start()).relearned).toEqual({ clicks: 3, why: 'unsound' });
    });

    test('rate queue: plans the films farther on later when a click lands', async () => {
      const tab = await start();
      const { current, upcoming } = tab.app.rate.getState();
      state(tab).rate(current as number, 'like', AT_RATE);
      expect(tab.app.rate.getState()).toMatchObject({
        current: upcoming[0],
        upcoming: [upcoming[1], upcoming[2]],
      });
      // In two tasks.
      tab.runTimers();
      tab.runTimers();
      expect(tab.app.rate.getState().current).toBe(upcoming[0]);
      // The two films that leave the list on screen were known with the click.
      expect(tab.app.rate.getState().upcoming.slice(0, 2)).toEqual([upcoming[1], upcoming[2]]);
      expect(tab.app.rate.getState().upcoming).toHaveLength(5);
    });

    test('profile session: fails with a message when the log cannot be read, and reads it when reopened', async () => {
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

    test('explanation: has reasons that add up to the score when films were liked and disliked', async () => {
      const tab = await start();
      for (const item of [0, 1, 2, 3]) state(tab).rate(item, item === 2 ? 'dislike' : 'like', AT_RATE);
      for (const { item, score } of state(tab).recommendations.slice(0, 10)) {
        const why = state(tab).explain(item);
        const sum = (why?.contributions ?? []).reduce((total, { amount }) => total + amount, why?.start ?? 0);
        expect(sum).toBeCloseTo(score, 9);
        expect(why?.contributions.length).toBeGreaterThan(0);
      }
    });

    test('explanation: of a film that was answered is what it was before the answer, and changes nothing', async () => {
      const tab = await start();
      for (const item of [0, 1, 2]) state(tab).rate(item, 'like', AT_RATE);
      const { item } = state(tab).recommendations[3];
      const before = { why: state(tab).explain(item), match: state(tab).listMatchOf(item) };
      state(tab).rate(item, 'dislike', { place: 'film', predictionVisible: true });
      const bytes = state(tab).stateBytes();
      expect({ why: state(tab).explain(item), match: state(tab).listMatchOf(item) }).toEqual(before);
      expect(state(tab).stateBytes()).toEqual(bytes);
    });

    test('wishes: draw the list from what is wanted or without it, and the list follows what is wanted', async () => {
      const tab = await start();
      const plain = list(tab);
      const [first, second, third] = plain;
      const want = (item: number, wants: boolean) =>
        state(tab).want(item, wants, { place: 'film', predictionVisible: true });
      want(third, true);
      want(first, true);
      expect(list(tab)).toEqual(plain);
      tab.app.tuning.getState().setWishes('without');
      expect(list(tab).slice(0, 2)).toEqual([second, plain[3]]);
      tab.app.tuning.getState().setWishes('only');
      expect(list(tab)).toEqual([first, third]);
      want(second, true);
      expect(list(tab)).toEqual([first, second, third]);
      want(first, false);
      expect(list(tab)).toEqual([second, third]);
      state(tab).rate(second, 'like', { place: 'want-to-see', predictionVisible: true });
      expect(list(tab)).toEqual([third]);
      state(tab).undo(AT_RATE);
      tab.app.tuning.getState().reset();
      expect(list(tab)).toEqual(plain);
    });

    test('tuning: moves the list of every tab and visit and nothing else when it is changed', async () => {
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

    test('tuning: leaves the film to judge alone when it is changed, and what-if changes nothing when it is asked', async () => {
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

    test('saving: keeps clicks waiting when the disk is full, and saves them once and in order when tried again', async () => {
      const tab = await start();
      const { append } = tab.storage.log;
      tab.storage.log.append = () => Promise.reject(new DOMException('full', 'QuotaExceededError'));
      for (const item of [4, 5, 6]) {
        state(tab).rate(item, 'like', AT_RATE);
        await settle(tab);
      }
      expect(saving(tab)).toMatchObject({ unsaved: 3, error: { failure: 'full' } });
      expect(state(tab).opinions.size).toBe(3);

      tab.storage.log.append = append;
      await saving(tab).retry();
      await settle(tab);
      expect(saving(tab)).toMatchObject({ unsaved: 0, error: null });
      const { events } = await tab.storage.log.readAll(state(tab).profileId as string);
      const { movieId } = libraryOf(tab).catalogue;
      expect(events.map((event) => event.movieId)).toEqual([4, 5, 6].map((item) => movieId[item]));
    });

    test('saving: keeps unsaved clicks when another profile is visited meanwhile', async () => {
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
      await saving(tab).retry();
      await settle(tab);
      expect(state(tab).events).toHaveLength(1);
      expect(await tab.storage.log.count(home)).toBe(1);
    });

    test('tabs: end with the bytes of the log when two click at the same time', async () => {
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

    test('tab: catches up when it is shown after hearing nothing', async () => {
      const [here, there] = [await start(), await start()];
      browser.lines.clear();
      state(here).rate(1, 'like', AT_RATE);
      await here.app.profiles.getState().create('Ada');
      await settle(here, there);
      there.show();
      await expect.poll(() => there.app.profiles.getState().list.length).toBe(2);
      await expect.poll(() => state(there).opinions.size).toBe(1);
    });

    test('profiles: are apart, and the last one used is open when the app is started again', async () => {
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

    test('tab: rests with its unsaved clicks until a person chooses when its profile was removed elsewhere', async () => {
      const [here, there] = [await start(), await start()];
      await here.app.profiles.getState().create('Ada');
      const ada = here.app.profiles.getState().activeId as string;
      await settle(here, there);
      await there.app.profiles.getState().switchTo(ada);
      browser.lines.clear();
      await here.app.profiles.getState().remove(ada);
      state(there).rate(1, 'like', AT_RATE);
      await settle(there);
      const people = there.app.profiles;
      expect(saving(there)).toMatchObject({ unsaved: 1, error: null });
      expect(people.getState().gone).toMatchObject({ name: 'Ada', known: 1, unsaved: 1, isLost: false });
      there.show();
      await settle(there);
      expect(state(there)).toMatchObject({ phase: 'closed', profileId: null });
      expect(await people.getState().switchTo(state(here).profileId as string)).toBeNull();
      expect(state(there)).toMatchObject({ phase: 'ready', profileId: state(here).profileId });
      expect(saving(there)).toMatchObject({ unsaved: 0, error: null });
      expect(await there.storage.log.count(ada)).toBe(0);
    });
  });
}
