import { expect, test } from 'vitest';
import { tidySettings } from '../../../src/state/compare/settings';
import { RACE_SETTINGS } from '../../../src/state/talk/race';
import { answersAt, sceneStarts } from '../../../src/state/talk/script';
import { createTalkStore } from '../../../src/state/talk/talk';
import { compareBytes } from '../../../src/state/talk/talk-model';
import { beatAt, sceneAt, type TalkStore } from '../../../src/state/talk/talk-store';
import { PersonalModel } from '../../../src/wnn/personal/personal-model';
import type { SpawnedService } from '../../../src/worker/client';
import { bundledLibrary } from '../../fixtures/bundled';
import { DATASET_URLS } from '../../fixtures/bundled-files';
import { spawnInProcess } from '../../worker/in-process';
import { createTalkClock } from './talk-clock';

const library = bundledLibrary();
/** A race of moments. */
const raceSettings = tidySettings({ ...RACE_SETTINGS, users: 20, ratings: 20, models: ['bias'] });
const noWorker = (): SpawnedService => {
  throw new Error('no worker here');
};

function newTalk(spawn: () => SpawnedService = noWorker) {
  const clock = createTalkClock();
  const { now, schedule } = clock;
  const talk = createTalkStore({ library, now, schedule, datasetUrls: DATASET_URLS, spawn, raceSettings });
  return { clock, talk, actions: talk.getState().actions };
}

const place = (talk: TalkStore) => `${sceneAt(talk.getState()).id} ${talk.getState().position.beat}`;
const step = (talk: TalkStore) => beatAt(talk.getState()).step;
const untilRaceIsOver = (talk: TalkStore) =>
  expect.poll(() => talk.getState().race.phase, { timeout: 50_000 }).not.toBe('running');

test('race: answers with one window for all', () => {
  expect(RACE_SETTINGS).toMatchObject({
    protocol: 'paper',
    readout: 'window',
    users: 100,
    ratings: 50,
    seed: 1,
  });
});

test('talk: holds at its beginning with an empty model when nothing was pressed', () => {
  const { talk, clock } = newTalk();
  clock.pass(3_600_000);
  const { view, playing, elapsedMs } = talk.getState();
  expect([place(talk), playing, elapsedMs()]).toEqual(['newcomer 0', false, 0]);
  expect(view.answers.size).toBe(0);
  expect(view.memory.written).toBe(0);
  expect(view.fingerprint.bytes).toHaveLength(0);
});

test('talk: plays to its end in the time of the plan, the race measured, when left unattended', async () => {
  const { talk, clock, actions } = newTalk(() => spawnInProcess());
  const seconds = sceneStarts(talk.getState().script);
  actions.playOrPause();
  clock.pass(1000 * seconds[3] - 1);
  expect(place(talk)).toBe('why 2');
  clock.pass(1 + 31_000);
  expect([step(talk), talk.getState().race.phase]).toEqual(['go', 'running']);
  await untilRaceIsOver(talk);
  expect(talk.getState().race).toMatchObject({ phase: 'done', message: null });
  for (const { line } of talk.getState().race.views) expect(line?.within1Star).toBeGreaterThan(0.5);
  clock.pass(1000 * (seconds[5] - seconds[3]) - 31_000);
  expect([talk.getState().ended, talk.getState().playing, step(talk)]).toEqual([true, false, 'end']);
  expect(talk.getState().elapsedMs()).toBe(1000 * seconds[5]);
});

test('talk: waits at the race when it is not over, and goes on by itself when it is', async () => {
  const { talk, clock, actions } = newTalk(() => spawnInProcess());
  actions.goTo(3);
  actions.playOrPause();
  actions.playOrPause();
  clock.pass(30_000 + 45_000 + 5_000);
  expect([step(talk), talk.getState().race.phase]).toEqual(['go', 'running']);
  await untilRaceIsOver(talk);
  expect(step(talk)).toBe('finish');
});

test('talk: says so and goes on to its end when no worker starts', async () => {
  const { talk, clock, actions } = newTalk();
  actions.goTo(3);
  actions.playOrPause();
  actions.playOrPause();
  clock.pass(31_000);
  await untilRaceIsOver(talk);
  expect(talk.getState().race.message).toContain('cannot start a worker');
  clock.pass(600_000);
  expect(talk.getState().ended).toBe(true);
});

test("talk: plays one scene and waits when 'next' is pressed, and begins the one before when 'back' is", () => {
  const { talk, clock, actions } = newTalk();
  actions.next();
  expect([place(talk), talk.getState().playing]).toEqual(['clicks 0', true]);
  clock.pass(3_600_000);
  expect([step(talk), talk.getState().playing]).toEqual(['moved', false]);
  actions.next();
  expect(place(talk)).toBe('why 0');
  actions.back();
  expect(place(talk)).toBe('clicks 0');
  expect(talk.getState().view.answers.size).toBe(0);
  actions.back();
  actions.back();
  expect(place(talk)).toBe('newcomer 0');
});

test('talk: keeps the rest of a beat when paused, and divides it when the speed is changed', () => {
  const { talk, clock, actions } = newTalk();
  actions.playOrPause();
  clock.pass(30_000);
  actions.playOrPause();
  clock.pass(500_000);
  expect(place(talk)).toBe('newcomer 0');
  actions.playOrPause();
  clock.pass(5_000);
  for (let i = 0; i < 9; i++) actions.faster();
  expect(talk.getState().speed).toBe(20);
  clock.pass(249);
  expect(place(talk)).toBe('newcomer 0');
  clock.pass(1);
  expect(place(talk)).toBe('newcomer 1');
  for (let i = 0; i < 9; i++) actions.slower();
  expect(talk.getState().speed).toBe(1);
  clock.pass(39_999);
  expect(place(talk)).toBe('newcomer 1');
  clock.pass(1);
  expect(place(talk)).toBe('clicks 0');
});

test('talk: has the model of the clicks up to a beat when it is reached by single steps', () => {
  const { talk, clock, actions } = newTalk();
  const passed = [place(talk)];
  while (!talk.getState().ended) {
    const { view, script, position } = talk.getState();
    const fresh = new PersonalModel(library.network);
    const told = answersAt(script, position, []);
    for (const [item, { answer, time }] of told) fresh.answer(item, answer, time);
    expect(new Map([...told].map(([item, { answer }]) => [item, answer]))).toEqual(view.answers);
    expect(compareBytes(fresh.stateBytes(), view.fingerprint.bytes)).toMatchObject({
      same: view.fingerprint.bytes.length,
    });
    if (sceneAt(talk.getState()).id === 'clicks') {
      expect(view.answers.size).toBe(Math.min(position.beat, script.clicks.length));
    }
    actions.step();
    clock.pass(100_000);
    passed.push(place(talk));
  }
  const all = talk
    .getState()
    .script.scenes.flatMap(({ id, beats }) => beats.map((_, beat) => `${id} ${beat}`));
  expect(new Set(passed)).toEqual(new Set(all));
});

test('talk: has the bytes of a model that never saw a film when it was forgotten, and others before', () => {
  const { talk, actions } = newTalk();
  actions.goTo(4);
  actions.playOrPause();
  const before = talk.getState().view.fingerprint;
  expect(before.bytes.length).toBeGreaterThan(1000);
  expect(talk.getState().neverSaw).toEqual(before);
  actions.step();
  const liked = talk.getState().view.fingerprint;
  expect(liked.digits).not.toBe(before.digits);
  expect(talk.getState().neverSaw).toEqual(before);
  actions.step();
  expect(talk.getState().view.fingerprint).toEqual(before);
  expect(compareBytes(before.bytes, talk.getState().view.fingerprint.bytes)).toEqual({
    same: before.bytes.length,
    of: before.bytes.length,
  });
  expect(compareBytes(before.bytes, liked.bytes).same).toBeLessThan(liked.bytes.length);
});

test('talk: shows a lower score when the strongest click is taken away, and the same when it is put back', () => {
  const { talk, actions } = newTalk();
  actions.goTo(2);
  actions.playOrPause();
  const { script, model } = talk.getState();
  const scored = model.why(script.explained).score;
  const rank = model.rankOf(script.explained);
  const { fingerprint } = talk.getState().view;
  const place = script.clicks.findIndex(({ item }) => item === script.removed);
  actions.step();
  expect(model.why(script.explained).score).toBeLessThan(scored);
  expect(model.rankOf(script.explained)).toBeGreaterThan(rank ?? Number.NaN);
  const before = model.whatIf(script.clicks[place], place);
  expect(before.why(script.explained).score).toBe(scored);
  expect(before.rankOf(script.explained)).toBe(rank);
  actions.step();
  expect(model.why(script.explained).score).toBe(scored);
  expect(model.rankOf(script.explained)).toBe(rank);
  expect(talk.getState().view.fingerprint).toEqual(fingerprint);
});

test('talk: holds when somebody takes over, and resumes where it was when carried on', () => {
  const { talk, clock, actions } = newTalk();
  actions.next();
  clock.pass(16_000 + 5_000 * 3 + 2_000);
  expect(place(talk)).toBe('clicks 4');
  const film = 5000;
  actions.ask(film);
  actions.judge(film, 'like');
  clock.pass(600_000);
  expect([place(talk), talk.getState().question]).toEqual(['clicks 4', film]);
  expect(talk.getState().view.answers.get(film)).toBe('like');
  actions.carryOn();
  expect([talk.getState().question, talk.getState().takenOver, talk.getState().playing]).toEqual([
    null,
    null,
    true,
  ]);
  clock.pass(2_999);
  expect(place(talk)).toBe('clicks 4');
  clock.pass(1);
  expect(place(talk)).toBe('clicks 5');
  expect(talk.getState().view.answers.get(film)).toBe('like');
  actions.judge(film, 'like');
  expect(talk.getState().view.answers.has(film)).toBe(false);
});

test('talk: keeps the clicks of the room when scenes are jumped to or replayed, until the reset', () => {
  const { talk, actions } = newTalk();
  actions.judge(5000, 'dislike');
  for (const scene of [2, 0, 4, 1]) {
    actions.goTo(scene);
    actions.replay();
    expect(talk.getState().view.answers.get(5000)).toBe('dislike');
  }
  actions.goTo(4);
  expect(talk.getState().view.fingerprint).toEqual(talk.getState().neverSaw);
  actions.reset();
  expect(talk.getState().view.answers.size).toBe(0);
});

test('talk: is as if it had not been when it is reset', () => {
  const fresh = newTalk().talk.getState();
  const { talk, clock, actions } = newTalk();
  actions.playOrPause();
  actions.faster();
  clock.pass(60_000);
  actions.ask(12);
  actions.judge(12, 'like');
  actions.goTo(4);
  actions.reset();
  clock.pass(600_000);
  const facts = ({
    position,
    playing,
    autopilot,
    ended,
    speed,
    takenOver,
    question,
    audience,
    view,
    race,
  }: typeof fresh) => ({
    ...{ position, playing, autopilot, ended, speed, takenOver, question, audience, race },
    view: {
      ...view,
      lastChange: null,
      list: view.list.map(({ item, rank, score }) => ({ item, rank, score })),
    },
  });
  expect(facts(talk.getState())).toEqual(facts(fresh));
  expect(talk.getState().elapsedMs()).toBe(0);
});

test('talk: plays other clicks from the beginning of the scene when another persona is chosen', () => {
  const { talk, actions } = newTalk();
  const first = talk.getState().script;
  actions.goTo(2);
  const film = talk.getState().view.list[0].item;
  actions.nextPersona();
  expect(place(talk)).toBe('why 0');
  expect(talk.getState().view.list[0].item).not.toBe(film);
  for (let i = 0; i < 2; i++) actions.nextPersona();
  expect(talk.getState().script).toBe(first);
  expect(talk.getState().view.list[0].item).toBe(film);
});

test('talk: takes a so-so film out of the list when the room answers so, and gives list and memory back', () => {
  const { talk, actions } = newTalk();
  const before = talk.getState().view;
  const [{ item }] = before.list;
  actions.judge(item, 'so-so');
  const { view, model, takenOver } = talk.getState();
  expect(view.answers.get(item)).toBe('so-so');
  expect(view.lastChange).toMatchObject({ item, before: 'clear', after: 'so-so' });
  expect(view.list.map((film) => film.item)).not.toContain(item);
  expect(model.rankOf(item)).toBeNull();
  expect(model.whatIf({ item, kind: 'clear' }).rankOf(item)).toBe(1);
  expect(takenOver).not.toBeNull();
  actions.judge(item, 'so-so');
  expect(talk.getState().view.answers.size).toBe(0);
  expect(talk.getState().view.fingerprint.bytes).toEqual(before.fingerprint.bytes);
  expect(talk.getState().view.list[0].item).toBe(item);
});
