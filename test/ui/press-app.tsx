import { onTestFinished } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { cleanup, render } from 'vitest-browser-react';
import type { App as Stores } from '../../src/state/app/app';
import { App } from '../../src/ui/App';
import { newBrowser, startTab } from '../state/app/test-tab';

/** How long a film is looked at before the next press, in milliseconds, on a machine that draws in time. */
const LOOKED_AT_MS = 450;

export const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Waits until what has come up was drawn. */
export async function drawn(): Promise<void> {
  for (let frame = 0; frame < 2; frame++) await new Promise((resolve) => requestAnimationFrame(resolve));
}

/** Looks at what has come up, for as long as the app wants it to have been in view. */
export async function look(): Promise<void> {
  await pause(LOOKED_AT_MS);
  while (document.querySelector('[data-settling]')) await pause(20);
}

/** Puts the app on the page, over sixty made-up films and a database of its own, and looks at the first film. */
export async function openApp(route = '/rate'): Promise<Stores> {
  window.location.hash = `#${route}`;
  const { app } = await startTab(newBrowser());
  await page.viewport(1280, 800);
  await render(<App app={app} />);
  await expectHeading();
  await look();
  onTestFinished(async () => {
    await cleanup();
    await app.settled();
    app.dispose();
  });
  return app;
}

const expectHeading = () => page.getByRole('heading', { level: 1 }).findElement();

/** What was said, oldest first, such as "like 7" for film 7 of the catalogue; undone clicks are told as "undo". */
export function said(app: Stores): string[] {
  const { status } = app.session.getState();
  if (status.phase !== 'ready') throw new Error('The films are not there.');
  const { movieId } = status.library.catalogue;
  return app.model
    .getState()
    .events.map((event) =>
      event.undoOf === undefined ? `${event.kind} ${movieId.indexOf(event.movieId)}` : 'undo',
    );
}

/** Holds a key down for as many repeats as the system sends in about a second and a half. */
export const hold = (key: string) => userEvent.keyboard(`{${key}>41/}`);

/** The film that is up to be judged. */
const judging = () => page.getByRole('region', { name: 'The film to judge' });
export const answer = (name: string) => judging().getByRole('button', { name, exact: true });

/** Sends an event to an element. @param timeStamp when the press is said to have been made; now unless told otherwise */
function dispatch<E extends Event>(target: Element, event: E, timeStamp?: number): E {
  if (timeStamp !== undefined) Object.defineProperty(event, 'timeStamp', { value: timeStamp });
  target.dispatchEvent(event);
  return event;
}

/** Presses with the mouse, without waiting for anything to stand still. @returns when the press was made */
export function click(element: Element, timeStamp?: number): number {
  return dispatch(element, new MouseEvent('click', { bubbles: true, cancelable: true }), timeStamp).timeStamp;
}

/**
 * Presses twice, so many milliseconds apart however slow the machine is; what the first press changes is drawn between.
 * @param press makes a press at a certain time, or now, and returns when that was
 */
export async function twice(press: (timeStamp?: number) => number, apart: number): Promise<void> {
  const first = press();
  await drawn();
  press(first + apart);
}

/** Presses a key with whatever a test wants to be special about it. @returns whether the browser may act on it too */
export function send(key: string, special: KeyboardEventInit = {}, target: Element = document.body): boolean {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...special });
  return !dispatch(target, event).defaultPrevented;
}

/** Presses a key that nothing is special about. @returns when the press was made */
export function pressKey(key: string, timeStamp?: number): number {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
  return dispatch(document.body, event, timeStamp).timeStamp;
}

export const focus = (element: Element) => (element as HTMLElement).focus();
