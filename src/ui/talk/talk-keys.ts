import { useEffect } from 'react';
import type { TalkActions } from '../../state/talk/talk-store';
import { type InView, isForPage, isHeldOnControl } from '../common/presses';

/** What keys do beside the script. */
export interface StageKeys {
  actions: TalkActions;
  like(): void;
  dislike(): void;
  soSo(): void;
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
    // S is a step of the script.
    o: keys.soSo,
    '/': keys.search,
    n: keys.notes,
    f: keys.fullScreen,
    b: keys.black,
    '?': keys.help,
    Escape: keys.escape,
  };
  return commands[key.length === 1 ? key.toLowerCase() : key];
}

/** Space belongs to a button or link that has the focus. */
function isForControl({ key, target }: KeyboardEvent): boolean {
  return key === ' ' && target instanceof HTMLElement && target.closest('button, a') !== null;
}

/** What may go on as long as the key is held; a scene that is skipped is not seen. */
const REPEATING = /^[-−+=]$/;
const VERDICTS = /^[ldo]$/i;
/** What only puts something over the stage, or takes it away. */
const FOR_WHAT_LIES_OVER = /^([/nfb?]|Escape)$/i;

/** What the keys have to know of the stage. */
export interface StageView {
  /** What hides the film: "all" what one reads or writes in, which has the keys until it is closed; "film" a black screen. */
  covered: 'all' | 'film' | null;
  /** Whether a verdict can be meant for the film on stage. */
  takes: InView['takes'];
}

/**
 * Hands the keys of a talk on: never with Ctrl, Alt or Meta, never behind a dialog, once a press.
 * @param rests whether a key that means something does nothing now
 */
export function pressKey(
  event: KeyboardEvent,
  command: (() => void) | undefined,
  rests: (key: string) => boolean = () => false,
): void {
  if (isHeldOnControl(event)) event.preventDefault();
  if (event.ctrlKey || event.metaKey || event.altKey || !isForPage(event) || isForControl(event)) return;
  if (!command) return;
  event.preventDefault();
  if ((event.repeat && !REPEATING.test(event.key)) || rests(event.key)) return;
  command();
}

/** Listens to the whole page, as a clicker's keys come without regard to focus. */
export function useTalkKeys(keys: StageKeys, { covered, takes }: StageView): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const rests = (key: string) => {
        if (covered === 'all') return !FOR_WHAT_LIES_OVER.test(key);
        return VERDICTS.test(key) && (covered === 'film' || !takes(event));
      };
      pressKey(event, commandOf(event.key, keys), rests);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [keys, covered, takes]);
}
