import { useEffect, useState } from 'react';
import { expect, onTestFinished, test } from 'vitest';
import { cleanup, render } from 'vitest-browser-react';
import type { TalkActions } from '../../src/state/talk/talk-store';
import { type StageKeys, type StageView, useTalkKeys } from '../../src/ui/talk/talk-keys';
import { send } from './press-app';

const ACTIONS = 'next back goTo replay playOrPause step faster slower nextPersona judge ask carryOn reset';
const OTHERS = 'like dislike search notes fullScreen black help escape';

function Stage({ keys, view }: { keys: StageKeys; view: StageView }) {
  useTalkKeys(keys, view);
  const [listens, setListens] = useState(false);
  // Runs after the effect that listens to the keys, however late a busy machine runs either.
  useEffect(() => setListens(true), []);
  return (
    <button type="button" data-listens={listens}>
      A control
    </button>
  );
}

/** A stage that only notes what is asked of it. */
async function openStage(view: Partial<StageView> = {}): Promise<string[]> {
  const done: string[] = [];
  const noting = (names: string) =>
    Object.fromEntries(names.split(' ').map((name) => [name, () => done.push(name)]));
  const keys = {
    ...noting(OTHERS),
    actions: noting(ACTIONS) as unknown as TalkActions,
  } as unknown as StageKeys;
  const shown: StageView = { covered: null, takes: () => true, ...view };
  await render(<Stage keys={keys} view={shown} />);
  onTestFinished(() => cleanup());
  await expect.poll(() => document.querySelector('[data-listens="true"]')).not.toBeNull();
  return done;
}

/** Holds a key: one press, then what the system repeats. */
function hold(key: string, target?: Element): void {
  for (let press = 0; press < 20; press++) send(key, { repeat: press > 0 }, target);
}

test.each([
  ['PageDown', 'next'],
  ['ArrowRight', 'next'],
  [' ', 'next'],
  ['PageUp', 'back'],
  ['s', 'step'],
  ['p', 'playOrPause'],
  ['w', 'nextPersona'],
  ['l', 'like'],
  ['b', 'black'],
  ['x', 'reset'],
  ['3', 'goTo'],
])('talk keys: act once when %s is held', async (key, name) => {
  const done = await openStage();
  hold(key);
  expect(done).toEqual([name]);
  send(key);
  expect(done).toEqual([name, name]);
});

test('talk keys: change the speed step by step when + is held', async () => {
  const done = await openStage();
  hold('+');
  expect(done).toHaveLength(20);
});

test('talk keys: press a focused control once when Enter or Space is held on it', async () => {
  await openStage();
  const control = document.querySelector('button') as HTMLButtonElement;
  for (const key of ['Enter', ' ']) {
    expect(send(key, {}, control)).toBe(true);
    expect(send(key, { repeat: true }, control)).toBe(false);
  }
});

test('talk keys: rest behind a dialog, in a field, with modifiers and while a letter is composed', async () => {
  const done = await openStage();
  const place = document.body.appendChild(document.createElement('div'));
  onTestFinished(() => place.remove());
  for (const special of [{ ctrlKey: true }, { altKey: true }, { metaKey: true }, { modifierAltGraph: true }])
    expect(send('l', special)).toBe(true);
  send('l', { isComposing: true });
  place.innerHTML = '<div contenteditable="true">text</div>';
  send('l', {}, place.children[0]);
  place.innerHTML = '<section role="dialog">A question</section>';
  for (const key of ['l', 'PageDown', ' ', 'x']) send(key);
  expect(done).toEqual([]);
  place.innerHTML = '';
  send('PageDown');
  expect(done).toEqual(['next']);
});

test('talk keys: leave everything but what closes it to the help and the search when they lie over the stage', async () => {
  const done = await openStage({ covered: 'all' });
  for (const key of ['l', 'd', 'x', 'PageDown', 'ArrowLeft', ' ', 's', '2']) send(key);
  expect(done).toEqual([]);
  for (const key of ['Escape', '?', '/', 'n', 'b']) send(key);
  expect(done).toEqual(['escape', 'help', 'search', 'notes', 'black']);
});

test('talk keys: judge no film when the screen is black, and go on all the same', async () => {
  const done = await openStage({ covered: 'film' });
  for (const key of ['l', 'd', 'PageDown']) send(key);
  expect(done).toEqual(['next']);
});

test('talk keys: judge no film that has only just come up', async () => {
  const done = await openStage({ takes: () => false });
  for (const key of ['l', 'd', 's']) send(key);
  expect(done).toEqual(['step']);
});
