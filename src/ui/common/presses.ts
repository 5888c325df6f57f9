import { getHotkeyHandler } from '@mantine/hooks';
import { type RefCallback, useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from 'react';
import type { ModelState } from '../../state/profile/model-state';
import { useModel } from './app-context';
import { notePress } from './use-later';

/*
 * One physical press is one answer. All keys of the screens go through here, and so do the clicks on answers.
 *
 * No clock is read: when a press was made is told by its event, when something was first drawn by the frame, both in
 * milliseconds since the page was opened (High Resolution Time). A press that waited while the page was busy is thus
 * judged by what was on screen when it was made.
 */

/**
 * Milliseconds for which what has moved under a press must have been on screen before the next press can be meant for
 * it. As long as a judged film covers the next one while it leaves (LeavingTile.module.css); longer than a double click by habit,
 * shorter than it takes to know a film and decide.
 */
export const IN_VIEW_MS = 420;

/** A press of a key, a mouse or a finger; only its time matters, in milliseconds since the page was opened. */
export type Press = Pick<Event, 'timeStamp'>;

/** What the keys of one screen do, by hot key as Mantine writes it: "l", "ArrowRight", "mod+shift+z". */
export type Shortcuts = Record<string, (press: KeyboardEvent) => void>;

/** Whatever asks for attention before the page behind it: dialogs, menus, popovers, lists to choose from. */
const OVER_THE_PAGE =
  'dialog[open], [role="dialog"], [role="alertdialog"], [aria-modal="true"], [role="menu"], [role="listbox"], [popover]';
const FIELDS =
  'textarea, select, [role="textbox"], [role="searchbox"], [role="combobox"], [role="spinbutton"]';
/** Inputs that nothing is written into. */
const NOT_WRITTEN = ['button', 'checkbox', 'color', 'file', 'image', 'radio', 'range', 'reset', 'submit'];
const USES_ARROWS = 'input[type="radio"], input[type="range"], [role="slider"], [role="radio"], [role="tab"]';
const CONTROLS = 'button, a, summary, [role="button"]';
/** Marks controls that may be pressed again at once, and held: taking back and saying again. */
const REPEATS = '[data-repeats]';
/** What only shows more, or less, of what is there, such as reasons. */
const ONLY_OPENS = '[aria-expanded]';

const closest = (target: EventTarget | null, selector: string) =>
  target instanceof Element ? target.closest(selector) : null;

/** Whether a dialog, a menu, a popover or a list to choose from is open; one that is not drawn is not. */
function isAnythingOpen(): boolean {
  return [...document.querySelectorAll(OVER_THE_PAGE)].some((element) => element.getClientRects().length > 0);
}

/** Whether keys are written into the target. */
function isField(target: EventTarget | null): boolean {
  if (target instanceof HTMLElement && target.isContentEditable) return true;
  if (target instanceof HTMLInputElement) return !NOT_WRITTEN.includes(target.type);
  return closest(target, FIELDS) !== null;
}

/** Whether an arrow key moves something at the target: a choice, a slider, or content that scrolls that way. */
function movesByArrow({ key, target }: KeyboardEvent): boolean {
  if (!key.startsWith('Arrow')) return false;
  if (closest(target, USES_ARROWS)) return true;
  const upright = key === 'ArrowUp' || key === 'ArrowDown';
  let element = target instanceof Element ? target : null;
  for (; element && element !== document.body; element = element.parentElement) {
    const { scrollWidth, clientWidth, scrollHeight, clientHeight } = element;
    if (upright ? scrollHeight <= clientHeight : scrollWidth <= clientWidth) continue;
    const { overflowX, overflowY } = getComputedStyle(element);
    if (/auto|scroll/.test(upright ? overflowY : overflowX)) return true;
  }
  return false;
}

/**
 * Whether a key is for the page: nothing is open over it, nobody else has answered the key, and it is not being written,
 * be it into a field, by an input method (`isComposing`; 229 in older browsers) or with AltGr.
 */
export function isForPage(event: KeyboardEvent): boolean {
  // A browser that fills in a form sends events without a key.
  if (typeof event.key !== 'string' || event.defaultPrevented) return false;
  if (event.isComposing || event.keyCode === 229 || event.getModifierState('AltGraph')) return false;
  return !isField(event.target) && !isAnythingOpen();
}

/** Whether a key is held on a button or link, which the browser would press again and again. */
export function isHeldOnControl({ key, repeat, target }: KeyboardEvent): boolean {
  if (!repeat || closest(target, REPEATS)) return false;
  if (key === 'Enter' || key === ' ') return closest(target, CONTROLS) !== null;
  return key.startsWith('Arrow') && closest(target, 'input[type="radio"]') !== null;
}

/**
 * Listens to keys wherever the focus is, as long as they are for the page.
 * @param once acts once a press, however long the key is held
 * @param repeating acts again while the key is held
 */
export function useShortcuts(once: Shortcuts, repeating: Shortcuts = {}): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (!isForPage(event) || movesByArrow(event)) return;
    const handlers = [
      ...Object.entries(once).map(([key, act]) => [key, event.repeat ? () => {} : act] as const),
      ...Object.entries(repeating),
    ];
    getHotkeyHandler(handlers.map(([key, act]) => [key, () => act(event)]))(event);
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKey(event);
    document.addEventListener('keydown', listener);
    return () => document.removeEventListener('keydown', listener);
  }, []);
}

/**
 * U and Ctrl+Z (Cmd+Z) take back, Ctrl+Shift+Z says again; held, one click after the other.
 * @param context what the log tells of such a click
 */
export function useUndoKeys(context: Parameters<ModelState['undo']>[0]): void {
  const undo = useModel((state) => state.undo);
  const redo = useModel((state) => state.redo);
  useShortcuts(
    {},
    { u: () => undo(context), 'mod+z': () => undo(context), 'mod+shift+z': () => redo(context) },
  );
}

/** Whether presses can be meant for what is shown. */
export interface InView {
  /** Whether what is shown now was in view when the press was made. */
  takes(press: Press): boolean;
  /**
   * For every element that holds answers: presses in it that cannot be meant for what is shown reach nobody, unless they
   * only open something. It is marked `data-settling` for as long.
   */
  ref: RefCallback<HTMLElement>;
}

/** Lets presses through from a certain time on. Times in milliseconds since the page was opened. */
class Gate implements InView {
  private from = Number.POSITIVE_INFINITY;
  /** When the last press that was let through was made. */
  private taken = 0;
  private readonly elements = new Set<HTMLElement>();

  takes = ({ timeStamp }: Press): boolean => {
    if (timeStamp < this.from) return false;
    this.taken = timeStamp;
    notePress(timeStamp);
    return true;
  };

  ref = (element: HTMLElement | null) => {
    if (!element) return;
    this.elements.add(element);
    element.addEventListener('click', this.onClick, true);
    element.addEventListener('keydown', this.onKey, true);
    return () => {
      this.elements.delete(element);
      element.removeEventListener('click', this.onClick, true);
      element.removeEventListener('keydown', this.onKey, true);
    };
  };

  /** Something else will be drawn with the next frame. @returns what calls it off */
  show(wait: number): () => void {
    let timer: ReturnType<typeof setTimeout> | undefined;
    this.from = Number.POSITIVE_INFINITY;
    this.mark(true);
    const frame = requestAnimationFrame((drawn) => {
      // A frame that a busy page was late for tells when it was to begin, which may be before the press that changed it.
      this.from = Math.max(drawn, this.taken) + wait;
      timer = setTimeout(() => this.mark(false), wait);
    });
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
  }

  private mark(settling: boolean): void {
    for (const element of this.elements) element.toggleAttribute('data-settling', settling);
  }

  private onClick = (event: MouseEvent) => {
    if (this.takes(event) || closest(event.target, `${REPEATS}, ${ONLY_OPENS}`)) return;
    event.preventDefault();
    event.stopPropagation();
  };

  private onKey = (event: KeyboardEvent) => {
    if (isHeldOnControl(event)) event.preventDefault();
  };
}

/**
 * Keeps presses from what has only just come up, such as the next film, and those of a held key.
 * @param shown what is in view; when it is another (`Object.is`), the presses made before it was seen are not meant for it
 * @param asked set where what is shown was asked for just now, by name or by an undo: it is known, and meant at once
 */
export function useInView(shown: unknown, asked = false): InView {
  const [gate] = useState(() => new Gate());
  const before = useRef(shown);
  const show = useEffectEvent(() => {
    // What is there when the screen opens has not moved under anybody's finger.
    const moved = !Object.is(before.current, shown);
    before.current = shown;
    return gate.show(moved && !asked ? IN_VIEW_MS : 0);
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when another thing is shown, which it reads by itself.
  useLayoutEffect(() => show(), [shown]);
  return gate;
}
