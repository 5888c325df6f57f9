import { join } from 'node:path';
import type { Locator, Page } from 'playwright';
import { IN_VIEW_MS } from '../../src/ui/common/presses';
import { until } from '../../test/bench/browser-page';

/** Frames a second of what is recorded. */
export const FRAME_RATE = 10;
const FRAME_MILLIS = 1000 / FRAME_RATE;

/** How a frame's file is called, as ffmpeg counts them. */
export const FRAME_FILES = 'frame-%04d.png';

/** A pointer that is drawn, because pictures of a page have none, and a camera with a time of its own. */
export interface Reel {
  /** Takes so many frames of what goes on by itself. */
  roll(frames: number): Promise<void>;
  /** Moves the pointer to the middle of something in so many frames, and presses it. @param shown waits for what the press does */
  press(target: Locator, frames: number, shown: () => Promise<void>): Promise<void>;
}

/** In the page: draws the pointer, or moves it. Positions in CSS pixels. */
function drawPointer([x, y, isDown]: readonly [number, number, boolean]): void {
  const make = (name: string, attributes: Record<string, string>) => {
    const element = document.createElementNS('http://www.w3.org/2000/svg', name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    return element;
  };
  let pointer = document.querySelector<SVGElement>('#recorded-pointer');
  if (!pointer) {
    pointer = make('svg', {
      id: 'recorded-pointer',
      width: '48',
      height: '48',
      'aria-hidden': 'true',
    }) as SVGElement;
    pointer.append(
      make('circle', { cx: '20', cy: '20', r: '16', fill: '#000', 'fill-opacity': '.25' }),
      make('path', {
        d: 'M20 20v21l5-4.5 3.6 8 4-1.8-3.5-7.7 6.9-.6z',
        fill: '#1b1b1f',
        stroke: '#fff',
        'stroke-width': '1.6',
        'stroke-linejoin': 'round',
      }),
    );
    Object.assign(pointer.style, {
      position: 'fixed',
      left: '0',
      top: '0',
      zIndex: '2147483647',
      pointerEvents: 'none',
    });
    document.body.append(pointer);
  }
  pointer.style.transform = `translate(${x - 20}px, ${y - 20}px)`;
  pointer.querySelector('circle')?.setAttribute('visibility', isDown ? 'visible' : 'hidden');
}

/** In the page: lets timers of so many milliseconds, by which a judged film leaves, go by the frames as well (`goOn`). */
function holdTimers(millis: number): void {
  const { setTimeout: start, clearTimeout: stop } = window;
  window.recordedAges = [];
  window.recordedTimers = new Map();
  let latest = 0;
  const hold = (run: () => void) => {
    // No browser gives such a number itself.
    latest--;
    window.recordedTimers.set(latest, { left: millis, isNew: true, run });
    return latest;
  };
  const startOrHold = (run: () => void, delay?: number, ...rest: unknown[]) =>
    delay === millis ? hold(run) : start(run, delay, ...rest);
  const stopOrDrop = (id?: number) => {
    if (id === undefined || !window.recordedTimers.delete(id)) stop(id);
  };
  Object.assign(window, { setTimeout: startOrHold, clearTimeout: stopOrDrop });
}

/** In the page: sets what is animated on by so many milliseconds; what has just begun stands at its first moment. */
async function goOn(millis: number): Promise<void> {
  const ages = new WeakMap<Animation, number>(window.recordedAges);
  window.recordedAges = [];
  for (const animation of document.getAnimations()) {
    const known = ages.get(animation);
    const age = known === undefined ? 0 : known + millis;
    const end = Number(animation.effect?.getComputedTiming().endTime ?? 0);
    if (age >= end) animation.finish();
    else {
      animation.pause();
      animation.currentTime = age;
      window.recordedAges.push([animation, age]);
    }
  }
  for (const [id, timer] of [...window.recordedTimers]) {
    if (!timer.isNew) timer.left -= millis;
    timer.isNew = false;
    if (timer.left > 0) continue;
    window.recordedTimers.delete(id);
    timer.run();
  }
  // What the page does when one has ended is drawn in the same picture.
  for (let frame = 0; frame < 3; frame++) await new Promise((resolve) => requestAnimationFrame(resolve));
}

declare global {
  interface Window {
    /** Animations of the frame before, and how many milliseconds each has gone on. */
    recordedAges: [Animation, number][];
    /** Timers that go by the frames. */
    recordedTimers: Map<number, { left: number; isNew: boolean; run(): void }>;
  }
}

/**
 * Starts to record a page. Animations go on by the time of the frames, not by that of the clock: however long a picture takes on
 * a busy machine, they are as smooth.
 * @param folder where frames go
 */
export async function startReel(page: Page, folder: string): Promise<Reel> {
  const session = await page.context().newCDPSession(page);
  await session.send('Animation.enable');
  // Next to standing still, so that nothing has ended before its first frame was taken.
  await session.send('Animation.setPlaybackRate', { playbackRate: 0.001 });
  await page.evaluate(holdTimers, IN_VIEW_MS);
  let taken = 0;
  let [x, y] = [470, 640];

  async function take(isDown = false): Promise<void> {
    await page.evaluate(drawPointer, [x, y, isDown] as const);
    await page.evaluate(goOn, FRAME_MILLIS);
    const name = FRAME_FILES.replace('%04d', String(taken++).padStart(4, '0'));
    await page.screenshot({ path: join(folder, name) });
  }

  async function moveTo(target: Locator, frames: number): Promise<void> {
    const box = await target.boundingBox();
    if (!box) throw new Error('What is to be pressed is not on the page.');
    const [fromX, fromY] = [x, y];
    const [toX, toY] = [box.x + box.width / 2, box.y + box.height / 2];
    for (let frame = 1; frame <= frames; frame++) {
      // Slow at both ends, as a hand is.
      const part = (1 - Math.cos((Math.PI * frame) / frames)) / 2;
      [x, y] = [fromX + (toX - fromX) * part, fromY + (toY - fromY) * part];
      await page.mouse.move(x, y);
      await take();
    }
  }

  return {
    async roll(frames) {
      for (let frame = 0; frame < frames; frame++) await take();
    },
    async press(target, frames, shown) {
      await moveTo(target, frames);
      await until('presses to be taken', () =>
        page.evaluate(() => document.querySelector('[data-settling]') === null),
      );
      await page.mouse.down();
      await take(true);
      await page.mouse.up();
      await shown();
      await page.evaluate(() => window.weightless.settled());
    },
  };
}
