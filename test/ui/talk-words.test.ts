import { expect, test } from 'vitest';
import { createTalkStore } from '../../src/state/talk/talk';
import { captionOf } from '../../src/ui/talk/words';
import { bundledLibrary } from '../fixtures/bundled';
import { DATASET_URLS } from '../fixtures/bundled-files';
import { createTalkClock } from '../state/talk/talk-clock';

const library = bundledLibrary();

function newTalk() {
  const spawn = () => {
    throw new Error('no worker here');
  };
  const { now, schedule } = createTalkClock();
  return createTalkStore({ library, now, schedule, datasetUrls: DATASET_URLS, spawn });
}

test('captions: tell of a film watched when a so-so is played, and of what it moved when a like is', () => {
  const talk = newTalk();
  const { actions, script } = talk.getState();
  actions.goTo(1);
  actions.playOrPause();
  const said = script.clicks.map(({ kind }) => {
    actions.step();
    return { kind, caption: captionOf(talk.getState(), library) };
  });
  for (const { kind, caption } of said)
    expect(caption.startsWith('So-so is an answer too: watched')).toBe(kind === 'so-so');
  expect(said.some(({ caption }) => / rose \d+ places? to \d+/.test(caption))).toBe(true);
});

test('captions: tell how many of the films rated later were liked when the clicks are over', () => {
  const talk = newTalk();
  const { actions } = talk.getState();
  for (let persona = 0; persona < 3; persona++) {
    actions.goTo(1);
    while (talk.getState().position.beat + 1 < talk.getState().script.scenes[1].beats.length) actions.step();
    expect(captionOf(talk.getState(), library)).toMatch(
      /^Later, user \d+ rated \d of these 8 films, and liked (none|\d|all \d)\.$/,
    );
    actions.nextPersona();
  }
});
