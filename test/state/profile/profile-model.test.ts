import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  ANSWERS,
  inOrder,
  type RatingEvent,
  type RatingKind,
  timesAfter,
  type UnsavedEvent,
} from '../../../src/events/rating-event';
import { foldLog } from '../../../src/state/log/fold';
import { redoing, type Said, type Step, undoing, wishing } from '../../../src/state/log/steps';
import { ProfileModel } from '../../../src/state/profile/profile-model';
import type { Appended, LogPage } from '../../../src/storage/rating-log';
import { PersonalModel } from '../../../src/wnn/personal/personal-model';
import { buildLibrary } from '../../fixtures/library';
import { smallNetwork } from '../../fixtures/small-network';
import { makeDataset } from '../../fixtures/small-world';
import { deeds, logOf, speakersIn, standsIn, wantedIn } from '../log/random-log';

const dataset = makeDataset(1, 40);
const library = buildLibrary({ ...dataset, checksum: 1 }, smallNetwork(dataset));
const { movieId } = library.catalogue;
let ids = 0;

function told(movie: number, said: Said): UnsavedEvent {
  const made = { profileId: 'p', time: ids, place: 'rate', predictionVisible: false } as const;
  return { id: `e${ids++}`, ...made, ...said, movieId: movie };
}

function event(item: number, kind: RatingKind): UnsavedEvent {
  return told(movieId[item], { movieId: 0, kind, choices: 3 });
}

function pageAfter(log: readonly RatingEvent[], seq: number): LogPage {
  const events = log.filter((e) => e.seq > seq);
  return { events, unreadable: 0, lastSeq: events.at(-1)?.seq ?? seq, erasures: 0, sealedSeq: 0 };
}

function open(
  log: readonly RatingEvent[],
  snapshot?: Uint8Array,
  pending: UnsavedEvent[] = [],
  warnings: string[] = [],
): ProfileModel {
  return new ProfileModel(library, 'p', pageAfter(log, 0), snapshot, pending, (message) =>
    warnings.push(message),
  );
}

/** What the truth says: the last answer of each film that is not undone, learned in the order of the catalogue. */
function learned(log: readonly UnsavedEvent[]): Uint8Array {
  const model = new PersonalModel(library.network);
  const speakers = speakersIn(log);
  for (let item = 0; item < library.catalogue.count; item++) {
    const speaker = speakers.get(movieId[item]);
    if (speaker) model.answer(item, speaker.kind, speaker.time);
  }
  return model.stateBytes();
}

const kinds = fc.constantFrom(...ANSWERS);
/** Logs of clicks, and of whatever else people do; rows of other profiles lie between. */
const logs = fc
  .oneof(
    fc
      .array(fc.tuple(fc.nat(11), kinds), { maxLength: 25 })
      .map((said) => said.map(([item, kind]) => event(item, kind))),
    deeds(6, { behind: 2 }).map((done) => logOf(done, [...movieId].slice(0, 6))),
  )
  .map((log) => log.map((made, n): RatingEvent => ({ ...made, seq: 2 * n + 1 })));

test('profile model: has the bytes of a model that learned the final opinions when any log is folded', () => {
  fc.assert(
    fc.property(logs, (log) => {
      const profile = open(log);
      expect(profile.model.stateBytes()).toEqual(learned(log));
      const listed = profile.judgements.map(({ item, kind }) => [movieId[item], kind] as const);
      expect(new Map(listed)).toEqual(standsIn(log));
      expect(listed).toHaveLength(standsIn(log).size);
    }),
  );
});

test('profile model: equals the whole log when it starts from a snapshot cut anywhere', () => {
  fc.assert(
    fc.property(logs, fc.nat(25), (log, at) => {
      const snapshot = open(log.slice(0, at)).snapshot() as Uint8Array;
      const warnings: string[] = [];
      const profile = open(log, snapshot, [], warnings);
      expect(profile.restored).toBe(true);
      expect(warnings).toEqual([]);
      expect(profile.model.stateBytes()).toEqual(learned(log));
      expect(profile.model.opinions).toEqual(open(log).model.opinions);
    }),
  );
});

test('profile model: is built from the log with one warning when the snapshot is damaged at any byte', () => {
  const log = [0, 1, 2].map((item, n) => ({ ...event(item, n === 1 ? 'dislike' : 'like'), seq: n + 1 }));
  const sound = open(log).snapshot() as Uint8Array;
  const expected = learned(log);
  fc.assert(
    fc.property(fc.nat(sound.length - 1), fc.integer({ min: 1, max: 255 }), fc.boolean(), (at, flip, cut) => {
      const bytes = cut ? sound.slice(0, at) : sound.slice();
      if (!cut) bytes[at] ^= flip;
      const warnings: string[] = [];
      const profile = open(log, bytes, [], warnings);
      expect(profile.restored).toBe(false);
      expect(warnings).toHaveLength(1);
      expect(profile.model.stateBytes()).toEqual(expected);
    }),
    { numRuns: 300 },
  );
});

test('profile model: is built from the log when a sound snapshot does not agree with it', () => {
  const log = [{ ...event(0, 'like'), seq: 1 }];
  const ofAnother = open([{ ...event(0, 'dislike'), seq: 1 }]).snapshot() as Uint8Array;
  const ofTheFuture = open([...log, { ...event(1, 'like'), seq: 9 }]).snapshot() as Uint8Array;
  for (const snapshot of [ofAnother, ofTheFuture]) {
    const profile = open(log, snapshot);
    expect(profile.restored).toBe(false);
    expect(profile.model.stateBytes()).toEqual(learned(log));
  }
});

test('profile model: lets what is said of films that the catalogue lacks wait, and shows nothing of it', () => {
  const warnings: string[] = [];
  const unknown = (seq: number, kind: RatingKind): RatingEvent => ({
    ...event(0, kind),
    movieId: 999_999,
    seq,
  });
  const log = [unknown(1, 'like'), unknown(2, 'dislike'), { ...event(3, 'like'), seq: 3 }];
  const profile = open(log, undefined, [], warnings);
  expect(profile.judgements.map((j) => j.item)).toEqual([3]);
  expect(profile.model.stateBytes()).toEqual(learned(log.slice(2)));
  expect(profile.fold.kindOf(999_999)).toBe('dislike');
  expect([profile.waiting, profile.unreadable, warnings.length, profile.lastSeq]).toEqual([1, 0, 0, 3]);
  profile.add({ ...event(0, 'clear'), movieId: 999_999 });
  expect(profile.waiting).toBe(0);
});

test('profile model: folds an event in once when it is still on the way and may have arrived', () => {
  const arrived = event(0, 'like');
  const waiting = event(1, 'dislike');
  const profile = open([{ ...arrived, seq: 1 }], undefined, [arrived, waiting]);
  expect(profile.events.map((e) => e.id)).toEqual([arrived.id, waiting.id]);
  expect(profile.snapshot()).toBeNull();
  expect(profile.confirm(pageAfter([{ ...waiting, seq: 2 }], 1))).toBe(false);
  expect(profile.snapshot()).not.toBeNull();
});

/** What `RatingLog.append` answers after these events were put at the end of a log, their times raised where needed. */
function appendTo(log: RatingEvent[], made: readonly UnsavedEvent[]): Appended {
  const previous = log.at(-1)?.seq ?? 0;
  const events = made.map((event, n) => {
    const row: RatingEvent = { ...event, seq: previous + 2 * n + 3 };
    const last = log.at(-1)?.time ?? -1;
    log.push(event.time > last ? row : { ...row, ...timesAfter(last, event.about ?? event.time) });
    return log[log.length - 1];
  });
  return { profileId: 'p', events, previous, erasures: 0 };
}

test('profile model: takes over the places of its events unread when nothing of others lies between', () => {
  const log: RatingEvent[] = [];
  const profile = open(log);
  for (const made of [event(0, 'like'), event(1, 'dislike')]) profile.add(made);
  const { fold } = profile;
  expect(profile.place(appendTo(log, profile.events))).toBe(true);
  expect(profile.events).toEqual(log);
  expect(profile.lastSeq).toBe(log[1].seq);
  expect(profile.fold).toBe(fold);
  expect(profile.snapshot()).not.toBeNull();
});

test('profile model: refuses places and changes nothing when entries of another tab lie between', () => {
  const log: RatingEvent[] = [];
  const profile = open(log);
  profile.add(event(0, 'like'));
  const own = [...profile.events];
  appendTo(log, [event(0, 'dislike')]);
  expect(profile.place(appendTo(log, own))).toBe(false);
  expect(profile.events).toEqual(own);
  expect(profile.lastSeq).toBe(0);
  expect(profile.confirm(pageAfter(log, 0))).toBe(true);
  expect(profile.events).toEqual(log);
});

test('profile model: takes the order of answers from the log when that raised a time below one it had read', () => {
  const log: RatingEvent[] = [];
  const profile = open(log);
  const own = event(0, 'like');
  profile.add(own);
  appendTo(log, [event(1, 'like')]);
  profile.confirm(pageAfter(log, 0));
  expect(profile.place(appendTo(log, [own]))).toBe(false);
  expect(profile.events.at(-1)).toEqual(own);
  expect(profile.confirm(pageAfter(log, profile.lastSeq))).toBe(true);
  expect(profile.events).toEqual(log);
  expect(profile.model.stateBytes()).toEqual(learned(log));
});

test('profile model: accepts places and changes nothing when it has read those events already', () => {
  const log: RatingEvent[] = [];
  const profile = open(log);
  profile.add(event(0, 'like'));
  const appended = appendTo(log, profile.events);
  profile.confirm(pageAfter(log, 0));
  appendTo(log, [event(1, 'like')]);
  profile.confirm(pageAfter(log, profile.lastSeq));
  expect(profile.place(appended)).toBe(true);
  expect(profile.events).toEqual(log);
});

test('profile model: refuses places when the events are not the next it waits for', () => {
  const log: RatingEvent[] = [];
  const profile = open(log);
  const [first, second] = [event(0, 'like'), event(1, 'like')];
  profile.add(first);
  profile.add(second);
  expect(profile.place(appendTo(log, [second]))).toBe(false);
  expect(profile.events).toEqual([first, second]);
});

/** One tab: what it made and has not saved, and what it holds. */
interface Tab {
  profile: ProfileModel;
  outbox: UnsavedEvent[];
}

type Deed = ['click', number, RatingKind] | ['watch', number] | ['undo'] | ['redo'] | ['save'] | ['read'];

const steps = fc.array(
  fc.tuple(
    fc.nat(1),
    fc.oneof(
      fc.tuple(fc.constant('click' as const), fc.nat(3), kinds),
      fc.tuple(fc.constant('watch' as const), fc.nat(3)),
      ...(['undo', 'redo', 'save', 'read'] as const).map((step) => fc.tuple(fc.constant(step))),
    ) as fc.Arbitrary<Deed>,
  ),
  { maxLength: 40 },
);

function act(tab: Tab, step: Step): void {
  for (const said of step) {
    const made = told(said.movieId, said);
    tab.profile.add(made);
    tab.outbox.push(made);
  }
}

test('profile model: agrees in two tabs, and shows the log with its own on top, when they are interleaved in any way', () => {
  fc.assert(
    fc.property(steps, (script) => {
      const log: RatingEvent[] = [];
      const tabs = [0, 1].map((): Tab => ({ profile: open([]), outbox: [] }));
      const read = (tab: Tab) => tab.profile.confirm(pageAfter(log, tab.profile.lastSeq));
      // As a tab saves: it takes over the places it was given, or reads on where others were faster.
      const save = (tab: Tab) => {
        if (tab.outbox.length === 0) return;
        const made = tab.outbox.splice(0);
        const appended = appendTo(log, made);
        const others = log.some(({ seq }) => seq > tab.profile.lastSeq && seq <= appended.previous);
        const raised = appended.events.some(({ time }, n) => time !== made[n].time);
        expect(tab.profile.place(appended)).toBe(!others && !raised);
        if (others || raised) read(tab);
        expect(tab.profile.lastSeq).toBe(log.at(-1)?.seq);
      };
      for (const [who, [step, item, kind]] of script) {
        const tab = tabs[who];
        const { fold } = tab.profile;
        if (step === 'click')
          act(tab, [{ movieId: movieId[item as number], kind: kind as RatingKind, choices: 3 }]);
        else if (step === 'watch') act(tab, wishing(fold, movieId[item as number], true));
        else if (step === 'undo') act(tab, undoing(fold));
        else if (step === 'redo') act(tab, redoing(fold));
        else if (step === 'save') save(tab);
        else read(tab);
        expect(tab.profile.model.stateBytes()).toEqual(learned(tab.profile.events));
      }
      for (const tab of tabs) save(tab);
      for (const tab of tabs) read(tab);
      for (const { profile } of tabs) {
        expect(profile.model.stateBytes()).toEqual(learned(log));
        expect(profile.events).toEqual(log);
        const anew = open(log).fold;
        expect(profile.fold.undoable?.id).toBe(anew.undoable?.id);
        expect(profile.fold.redoStep.map(({ id }) => id)).toEqual(anew.redoStep.map(({ id }) => id));
        expect(profile.fold.wanted.sort()).toEqual(wantedIn(log).sort());
      }
    }),
    { numRuns: 200 },
  );
});

test('profile model: takes events of another device to their place in time when they are read on', () => {
  const log = [event(0, 'like'), event(1, 'like'), event(0, 'dislike')].map((made, n) => ({
    ...made,
    seq: n + 1,
  }));
  const [first, second, third] = log;
  const profile = open([]);
  expect(profile.confirm(pageAfter([{ ...third, seq: 1 }], 0))).toBe(true);
  expect(
    profile.confirm(
      pageAfter(
        [
          { ...first, seq: 2 },
          { ...second, seq: 3 },
        ],
        1,
      ),
    ),
  ).toBe(true);
  expect(profile.events.map(({ id }) => id)).toEqual([...log].sort(inOrder).map(({ id }) => id));
  expect(profile.model.stateBytes()).toEqual(learned(log));
});

test('profile model: offers to undo and redo what was told since, and nothing from before, when a log was merged', () => {
  fc.assert(
    fc.property(logs, fc.nat(25), fc.nat(3), (log, at, waiting) => {
      const cut = Math.min(at, log.length);
      const saved = Math.max(cut, log.length - waiting);
      // What came by a merge is written as it comes: its rows say nothing of its order.
      const rows = log.slice(0, saved).map((made, n) => ({ ...made, seq: n < cut ? cut - n : n + 1 }));
      const pending = log.slice(saved).map(({ seq: _, ...made }): UnsavedEvent => made);
      const page = { ...pageAfter(rows, 0), sealedSeq: cut };
      const profile = new ProfileModel(library, 'p', page, undefined, pending, () => {});
      const expected = foldLog(log.slice(0, cut));
      expected.seal();
      for (const made of log.slice(cut)) expected.apply(made);
      const ids = (step: readonly UnsavedEvent[]) => step.map(({ id }) => id);
      for (let left = log.length + 1; left > 0; left--) {
        expect(ids(profile.fold.undoStep)).toEqual(ids(expected.undoStep));
        expect(ids(profile.fold.redoStep)).toEqual(ids(expected.redoStep));
        for (const made of undoing(expected).map((said) => told(said.movieId, said))) {
          profile.add(made);
          expected.apply(made);
        }
      }
      expect(profile.fold.undoable).toBeUndefined();
      expect(profile.model.stateBytes()).toEqual(learned(profile.events));
    }),
  );
});
