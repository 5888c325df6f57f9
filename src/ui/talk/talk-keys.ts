import { useEffect } from 'react';
import type { TalkActions } from '../../state/talk/talk-store';

/** What keys do beside the script. */
export interface StageKeys {
  actions: TalkActions;
  like(): void;
  dislike(): void;
  search(): void;
  notes(): void;
  fullScreen(): void;
  black(): void;
  help(): void;
  /** Closes what lies over the stage, if anything does. */
  escape(): void;
}

/** What a key or a clicker's button means; undefined for keys that mean nothing here. */
export function commandOf(key: string, keys: StageKeys): (() => void) | undefined {
  const { actions } = keys;
  if (/^[1-5]$/.test(key)) return () => actions.goTo(Number(key) - 1);
  const first = () => actions.goTo(0);
  const commands: Record<string, () => void> = {
    ArrowRight: actions.next,
    PageDown: actions.next,
    ' ': actions.next,
    ArrowLeft: actions.back,
    PageUp: actions.back,
    p: actions.playOrPause,
    '.': actions.playOrPause,
    s: actions.step,
    '+': actions.faster,
    '=': actions.faster,
    '-': actions.slower,
    '−': actions.slower,
    r: actions.replay,
    Home: first,
    w: actions.nextPersona,
    c: actions.carryOn,
    x: actions.reset,
    Backspace: actions.reset,
    l: keys.like,
    d: keys.dislike,
    '/': keys.search,
    n: keys.notes,
    f: keys.fullScreen,
    b: keys.black,
    '?': keys.help,
    Escape: keys.escape,
  };
  return commands[key.length === 1 ? key.toLowerCase() : key];
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('input, textarea, select') !== null;
}

/** Space and Enter belong to a button or link that has the focus. */
function isForControl({ key, target }: KeyboardEvent): boolean {
  return key === ' ' && target instanceof HTMLElement && target.closest('button, a') !== null;
}

/** Listens to the whole page, as a clicker's keys come without regard to focus. */
export function useTalkKeys(keys: StageKeys): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      if (isForControl(event)) return;
      const command = commandOf(event.key, keys);
      if (!command) return;
      event.preventDefault();
      command();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [keys]);
}
