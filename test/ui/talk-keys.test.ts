import { expect, test } from 'vitest';
import type { TalkActions } from '../../src/state/talk/talk-store';
import { commandOf, type StageKeys } from '../../src/ui/talk/talk-keys';
import { KEYS } from '../../src/ui/talk/words';

const done: string[] = [];
const note = (name: string) => (value?: unknown) => {
  done.push(value === undefined ? name : `${name} ${value}`);
};
const actions = Object.fromEntries(
  [
    'next',
    'back',
    'goTo',
    'replay',
    'playOrPause',
    'step',
    'faster',
    'slower',
    'nextPersona',
    'judge',
    'ask',
    'carryOn',
    'reset',
  ].map((name) => [name, note(name)]),
) as unknown as TalkActions;
const keys: StageKeys = {
  actions,
  ...{
    like: note('like'),
    dislike: note('dislike'),
    soSo: note('so-so'),
    search: note('search'),
    notes: note('notes'),
  },
  ...{ fullScreen: note('full screen'), black: note('black'), help: note('help'), escape: note('escape') },
};

function pressed(key: string): string | undefined {
  done.length = 0;
  commandOf(key, keys)?.();
  return done[0];
}

test('a clicker’s buttons and the keys beside them do the same', () => {
  for (const key of ['ArrowRight', 'PageDown', ' ']) expect(pressed(key)).toBe('next');
  for (const key of ['ArrowLeft', 'PageUp']) expect(pressed(key)).toBe('back');
  for (const key of ['p', 'P', '.']) expect(pressed(key)).toBe('playOrPause');
  for (const key of ['x', 'X', 'Backspace']) expect(pressed(key)).toBe('reset');
  for (const key of ['b', 'B']) expect(pressed(key)).toBe('black');
  expect(pressed('Home')).toBe('goTo 0');
  expect(pressed('3')).toBe('goTo 2');
});

test('every key that the help lists does something, and other keys do nothing', () => {
  const named: Record<string, string> = {
    ...{ '→': 'ArrowRight', '←': 'ArrowLeft', Space: ' ', 'Page down': 'PageDown', 'Page up': 'PageUp' },
  };
  for (const key of KEYS.flatMap((help) => help.keys).filter((key) => key !== '–')) {
    expect([key, pressed(named[key] ?? key)]).not.toContain(undefined);
  }
  for (const key of ['Enter', 'Tab', 'F5', 'q', '6', '0', 'ArrowUp', 'Shift']) {
    expect(pressed(key)).toBeUndefined();
  }
});
