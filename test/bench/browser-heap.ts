import type { CDPSession } from 'playwright';
import { createPresser, openApp } from './browser-person';
import { newPage, type Stage } from './browser-server';

/** After so many clicks of somebody new the heap is read. */
export const HEAP_AFTER = [100, 1000] as const;
/** The least of so many readings, each after a collection; what the engine frees late is freed by then. */
const READINGS = 6;
/** The app saves what it learned a second after the last click. */
const REST_MS = 2500;

/** Bytes of JavaScript's heap that are in use after everything that can be freed was. */
export async function heapInUse(session: CDPSession): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let reading = 0; reading < READINGS; reading++) {
    await session.send('HeapProfiler.collectGarbage');
    const { usedSize } = await session.send('Runtime.getHeapUsage');
    least = Math.min(least, usedSize);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  return least;
}

/** The heap after 100 and after 1,000 clicks of somebody new. Takes about nine minutes: no press is faster than a person's. */
export async function measureHeap(stage: Stage, seed: number) {
  const context = await stage.newContext();
  try {
    // Notes of a thousand clicks would be part of the heap.
    const page = await newPage(context, 1, false);
    await openApp(page, stage.url);
    const session = await context.newCDPSession(page);
    await session.send('HeapProfiler.enable');
    const presser = await createPresser(page, seed);
    const readings: { clicks: number; bytes: number }[] = [];
    let pressed = 0;
    for (const clicks of HEAP_AFTER) {
      await presser.press(clicks - pressed);
      pressed = clicks;
      await page.waitForTimeout(REST_MS);
      readings.push({ clicks, bytes: await heapInUse(session) });
    }
    return { readings, growth: readings[readings.length - 1].bytes - readings[0].bytes };
  } finally {
    await context.close();
  }
}
