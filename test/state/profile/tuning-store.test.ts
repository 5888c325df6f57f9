import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { PLAIN, type Tuning } from '../../../src/data/tuning';
import { isPlain, readTuning, storedTuning, tuningsMade } from '../../../src/state/list/tuning';
import { createTuningStore, WATCHED_FILMS } from '../../../src/state/profile/tuning-store';
import type { ProfileValues } from '../../../src/storage/profile-values';
import type { CompiledTuning } from '../../../src/wnn/personal/tuning';
import { buildLibrary } from '../../fixtures/library';
import { smallNetwork } from '../../fixtures/small-network';
import { makeDataset } from '../../fixtures/small-world';

const FILMS = 60;
const dataset = makeDataset(1, FILMS);
const library = buildLibrary({ ...dataset, checksum: 1 }, smallNetwork(dataset));
const { catalogue } = library;
const HORROR = { kind: 'genre', value: 'Horror' } as const;

/** A store over a shelf of its own, whose list is all films that the tuning leaves in it. */
function newStore(shelf = new Map<string, unknown>()) {
  const warnings: string[] = [];
  let compiled: CompiledTuning | null = null;
  const saved: string[] = [];
  const tunings: ProfileValues = {
    load: async (profileId) => structuredClone(shelf.get(profileId)),
    async save(profileId, value) {
      if (value === undefined) shelf.delete(profileId);
      else shelf.set(profileId, structuredClone(value));
    },
  };
  const store = createTuningStore({
    tunings,
    apply: (changed) => {
      compiled = changed;
    },
    list: () =>
      [...Array(FILMS).keys()]
        .filter((item) => compiled?.excluded[item] !== 1)
        .map((item) => ({ item, folded: [] })),
    onSaved: (profileId) => saved.push(profileId),
    logger: { warn: (message) => warnings.push(message) },
  });
  return { store, shelf, tunings, warnings, saved, compiled: () => compiled };
}

describe('a stored tuning', () => {
  it('is read back as it was when stored by this version', () => {
    const tuning: Tuning = {
      leanings: [
        { ...HORROR, leaning: 'never' },
        { kind: 'decade', value: '1980', leaning: 'more' },
      ],
      adventure: -3,
      hidden: [7, 9],
      tonight: { minutes: 100, fromYear: null, toYear: 1999, language: 'fr' },
      wishes: 'only',
    };
    expect(readTuning(structuredClone(storedTuning(tuning)))).toEqual(tuning);
    expect(readTuning(storedTuning(PLAIN))).toEqual(PLAIN);
    // The dial is no part of the panel.
    expect(tuningsMade(tuning)).toBe(8);
    // Kept before there was the choice.
    const { wishes: _, ...older } = storedTuning(tuning) as Record<string, unknown>;
    expect(readTuning(older)).toEqual({ ...tuning, wishes: 'any' });
  });

  it('is refused as a whole when anything in it is unknown', () => {
    const good = storedTuning({ ...PLAIN, leanings: [{ ...HORROR, leaning: 'less' }] }) as Record<
      string,
      unknown
    >;
    const leaning = { ...HORROR, leaning: 'less' };
    const bad: unknown[] = [
      null,
      'text',
      { ...good, version: 2 },
      { ...good, adventure: 5 },
      { ...good, adventure: 0.5 },
      { ...good, hidden: ['7'] },
      { ...good, leanings: [{ ...HORROR, leaning: 'adore' }] },
      { ...good, leanings: [{ ...leaning, kind: 'director' }] },
      { ...good, leanings: [leaning, { ...leaning, leaning: 'more' }] },
      { ...good, tonight: { minutes: Number.NaN, fromYear: null, toYear: null, language: null } },
      { ...good, tonight: {} },
      { ...good, wishes: 'some' },
    ];
    expect(readTuning(good)).toBeDefined();
    for (const value of bad) expect([value, readTuning(value)]).toEqual([value, undefined]);
    fc.assert(fc.property(fc.anything(), (value) => readTuning(value) === undefined));
  });
});

describe('the tuning store', () => {
  it('answers at once, tells what left the list and saves behind when a trait is muted', async () => {
    const { store, shelf, saved } = newStore();
    await store.load('ada', library);
    store.getState().lean(HORROR, 'never');
    const { tuning, effect } = store.getState();
    expect(tuning.leanings).toEqual([{ ...HORROR, leaning: 'never' }]);
    const carriers = [...Array(WATCHED_FILMS).keys()].filter((i) => (catalogue.genres[i] >>> 10) & 1);
    expect(carriers.length).toBeGreaterThan(0);
    expect(effect?.left).toEqual(carriers);
    expect(effect?.hidden).toBeNull();
    await store.settled();
    expect(readTuning(shelf.get('ada'))).toEqual(tuning);
    expect(saved).toEqual(['ada']);
  });

  it('keeps one leaning a trait when it is changed, and none when it is set back', async () => {
    const { store } = newStore();
    await store.load('ada', library);
    const { lean } = store.getState();
    for (const leaning of ['less', 'never', 'more'] as const) lean(HORROR, leaning);
    expect(store.getState().tuning.leanings).toEqual([{ ...HORROR, leaning: 'more' }]);
    lean(HORROR, null);
    expect(isPlain(store.getState().tuning)).toBe(true);
  });

  it('stores nothing when everything is reset, and keeps the other sections when one is', async () => {
    const { store, shelf, compiled } = newStore();
    await store.load('ada', library);
    const { lean, setAdventure, hide, setTonight, reset } = store.getState();
    const all = () => {
      lean(HORROR, 'less');
      setAdventure(2);
      hide(3);
      setTonight({ minutes: 90 });
    };
    for (const section of ['leanings', 'adventure', 'hidden', 'tonight'] as const) {
      all();
      const before = store.getState().tuning;
      expect(tuningsMade(before)).toBe(3);
      reset(section);
      expect(store.getState().tuning).toEqual({ ...before, [section]: PLAIN[section] });
    }
    all();
    reset('leanings', 'hidden', 'tonight');
    expect(store.getState().tuning).toEqual({ ...PLAIN, adventure: 2 });
    reset();
    expect(store.getState().tuning).toEqual(PLAIN);
    expect(compiled()).toBeNull();
    await store.settled();
    expect(shelf.size).toBe(0);
  });

  it('puts a film away once, by its MovieLens id, when it is hidden twice, and brings it back', async () => {
    const { store } = newStore();
    await store.load('ada', library);
    const { hide, bringBack } = store.getState();
    hide(3);
    expect(store.getState().effect).toMatchObject({ hidden: 3, left: [3] });
    hide(3);
    hide(FILMS);
    expect(store.getState().tuning.hidden).toEqual([catalogue.movieId[3]]);
    bringBack(3);
    expect(store.getState().tuning).toEqual(PLAIN);
  });

  it('holds the tuning of the last profile asked for when several are loaded at once', async () => {
    const { store, shelf } = newStore();
    await store.load('ada', library);
    store.getState().setAdventure(2);
    await store.load('bob', library);
    expect(store.getState().tuning).toEqual(PLAIN);
    expect(readTuning(shelf.get('ada'))?.adventure).toBe(2);
    await Promise.all([store.load('bob', library), store.load('ada', library)]);
    expect(store.getState().tuning.adventure).toBe(2);
    store.getState().setAdventure(1);
    await store.settled();
    expect([...shelf.keys()]).toEqual(['ada']);
  });

  it('shows the list plain, with a warning, when what is stored is unknown or cannot be read', async () => {
    const { store, shelf, tunings, warnings } = newStore(new Map([['ada', { version: 9 }]]));
    expect(await store.load('ada', library)).toBeNull();
    expect(warnings).toHaveLength(1);
    tunings.load = () => Promise.reject(new Error('no disk'));
    expect(await store.load('ada', library)).toBeNull();
    expect(warnings).toHaveLength(2);
    expect(store.getState().tuning).toEqual(PLAIN);
    // What a newer version wrote is not thrown away by looking at it.
    expect(shelf.get('ada')).toEqual({ version: 9 });
  });

  it('says so and keeps to what was set when it cannot save', async () => {
    const { store, tunings, warnings } = newStore();
    await store.load('ada', library);
    const { save } = tunings;
    tunings.save = () => Promise.reject(new Error('full'));
    store.getState().setAdventure(3);
    await store.settled();
    expect(store.getState()).toMatchObject({ saved: false, tuning: { adventure: 3 } });
    expect(warnings).toHaveLength(1);
    tunings.save = save;
    store.getState().setAdventure(4);
    await store.settled();
    expect(store.getState().saved).toBe(true);
  });

  it('writes only the last value when a dial sends many', async () => {
    const { store, tunings } = newStore();
    await store.load('ada', library);
    const saving = vi.spyOn(tunings, 'save');
    for (const adventure of [1, 2, 3]) store.getState().setAdventure(adventure);
    await store.settled();
    expect(saving).toHaveBeenCalledTimes(1);
  });

  it('follows another tab when it has no change of its own since', async () => {
    const { store, shelf, compiled } = newStore();
    await store.load('ada', library);
    shelf.set('ada', storedTuning({ ...PLAIN, adventure: 2 }));
    await store.follow('bob');
    expect(store.getState().tuning).toEqual(PLAIN);
    await store.follow('ada');
    expect(store.getState().tuning.adventure).toBe(2);
    expect(compiled()?.tuning.adventure).toBe(2);
    const following = store.follow('ada');
    store.getState().setAdventure(-1);
    await following;
    expect(store.getState().tuning.adventure).toBe(-1);
  });

  it('does nothing when no profile is open', () => {
    const { store } = newStore();
    store.getState().setAdventure(2);
    store.getState().hide(3);
    expect(store.getState()).toMatchObject({ tuning: PLAIN, effect: null });
  });

  it('names a film no longer when it was erased for good, and nothing when everything was', async () => {
    const { store, shelf } = newStore();
    await store.load('a', library);
    const { hide, lean } = store.getState();
    hide(3);
    hide(5);
    lean(HORROR, 'less');
    const [three, five] = [3, 5].map((item) => catalogue.movieId[item]);
    store.erase({ what: 'time', from: 0, to: 1 });
    store.erase({ what: 'films', movieIds: [three] });
    // Erasing is no turn of a control.
    expect(store.getState().effect).toBeNull();
    expect(store.getState().tuning.hidden).toEqual([five]);
    store.erase({ what: 'everything' });
    expect(store.getState().tuning).toEqual(PLAIN);
    await store.settled();
    expect(shelf.size).toBe(0);
  });
});
