import { expect, test } from 'vitest';
import type { Channel } from '../../../src/state/platform/dependencies';
import { connectStage, createNotesStore } from '../../../src/state/talk/stage-link';
import { createTalkStore } from '../../../src/state/talk/talk';
import { bundledLibrary } from '../../fixtures/bundled';
import { DATASET_URLS } from '../../fixtures/bundled-files';
import { createTalkClock } from './talk-clock';

const library = bundledLibrary();

/** A line between windows, as BroadcastChannel makes one. */
function newLine() {
  const ends = new Set<(message: unknown) => void>();
  return (onMessage: (message: unknown) => void): Channel => {
    ends.add(onMessage);
    return {
      post(message) {
        for (const end of ends) if (end !== onMessage) end(structuredClone(message));
      },
      close: () => ends.delete(onMessage),
    };
  };
}

function newStage() {
  const clock = createTalkClock();
  const talk = createTalkStore({
    ...{ library, now: clock.now, schedule: clock.schedule, datasetUrls: DATASET_URLS },
    spawn: () => {
      throw new Error('no worker here');
    },
  });
  return { clock, talk };
}

/** A window of notes that listens. */
function openNotes(openChannel: ReturnType<typeof newLine>, { now }: ReturnType<typeof createTalkClock>) {
  const notes = createNotesStore({ openChannel, now });
  notes.getState().connect();
  return notes;
}

test('notes window: follows the stage when either window was opened first', () => {
  for (const first of ['stage', 'notes']) {
    const openChannel = newLine();
    const { clock, talk } = newStage();
    const stage = first === 'stage' ? connectStage(talk, openChannel) : null;
    const notes = openNotes(openChannel, clock);
    if (!stage) connectStage(talk, openChannel);
    expect(notes.getState().heard).toMatchObject({
      scene: 0,
      beat: 0,
      playing: false,
      elapsedMs: 0,
    });
    talk.getState().actions.next();
    expect(notes.getState().heard).toMatchObject({
      scene: 1,
      beat: 0,
      playing: true,
      started: true,
    });
    clock.pass(16_000);
    expect(notes.getState().heard).toMatchObject({ scene: 1, beat: 1, elapsedMs: 16_000 });
  }
});

test('stage: obeys when keys of the notes window are pressed', () => {
  const openChannel = newLine();
  const { clock, talk } = newStage();
  connectStage(talk, openChannel);
  const notes = openNotes(openChannel, clock);
  const { send } = notes.getState();
  send('next');
  expect(talk.getState().position.scene).toBe(1);
  send('faster');
  expect(notes.getState().heard?.speed).toBe(2);
  send('playOrPause');
  expect(notes.getState().heard?.playing).toBe(false);
  send('reset');
  expect(notes.getState().heard).toMatchObject({ scene: 0, speed: 1, elapsedMs: 0 });
});

test('stage and notes: change nothing when other parts of the app speak on the same line', () => {
  const openChannel = newLine();
  const { clock, talk } = newStage();
  connectStage(talk, openChannel);
  const notes = openNotes(openChannel, clock);
  const before = notes.getState().heard;
  const other = openChannel(() => {});
  for (const message of [
    null,
    'next',
    { about: 'events', profileId: 'x' },
    { about: 'talk-notes', command: 'goTo' },
  ])
    other.post(message);
  expect(talk.getState().position).toEqual({ scene: 0, beat: 0 });
  expect(notes.getState().heard).toBe(before);
});

test('stage: is neither heard nor obeys when its screen was closed', () => {
  const openChannel = newLine();
  const { clock, talk } = newStage();
  const disconnect = connectStage(talk, openChannel);
  const notes = openNotes(openChannel, clock);
  disconnect();
  notes.getState().send('next');
  expect(talk.getState().position.scene).toBe(0);
  talk.getState().actions.next();
  expect(notes.getState().heard?.scene).toBe(0);
});

test('notes window: hears and sends nothing when its screen was left, and starts afresh when it is shown again', () => {
  const openChannel = newLine();
  const { clock, talk } = newStage();
  connectStage(talk, openChannel);
  const notes = createNotesStore({ openChannel, now: clock.now });
  const { connect, send } = notes.getState();
  send('next');
  expect(talk.getState().position.scene).toBe(0);
  const leave = connect();
  send('next');
  clock.pass(2000);
  expect(notes.getState().elapsedMs()).toBe(2000);
  leave();
  send('next');
  expect(talk.getState().position.scene).toBe(1);
  talk.getState().actions.next();
  expect(notes.getState().heard?.scene).toBe(1);
  connect();
  expect(notes.getState().heard?.scene).toBe(2);
});
