// Measures the built app in Chromium, without and with the page slowed down: npm run bench:browser [-- --help]
import { writeFileSync } from 'node:fs';
import { ExpectedError, runMain } from '../../scripts/main.mjs';
import { EvaluationError } from '../../src/evaluation/types';
import { measureClicks } from './browser-clicks';
import { describeMachine } from './browser-figures';
import { measureVisits } from './browser-first';
import { measureHeap } from './browser-heap';
import { type BrowserOptions, readBrowserOptions } from './browser-options';
import { measureScreens } from './browser-screens';
import { openStage, type Stage } from './browser-server';

/** What was measured; sections that were not asked for are left out. Times in milliseconds. */
export interface BrowserResult {
  machine: ReturnType<typeof describeMachine>;
  seed: number;
  first?: Awaited<ReturnType<typeof measureVisits>>[];
  clicks?: Awaited<ReturnType<typeof measureClicks>>[];
  heap?: Awaited<ReturnType<typeof measureHeap>>;
  screens?: Awaited<ReturnType<typeof measureScreens>>[];
}

const tell = (line: string) => console.error(line);
const ms = (value: number | null) => (value === null ? '-' : Math.round(value * 10) / 10);
const kB = (bytes: number) => Math.round(bytes / 100) / 10;

async function each<T>(values: readonly number[], measure: (slowdown: number) => Promise<T>): Promise<T[]> {
  const results: T[] = [];
  for (const value of values) results.push(await measure(value));
  return results;
}

async function measure(stage: Stage, options: BrowserOptions): Promise<BrowserResult> {
  const { only, visits, clicks, seed, slowdowns } = options;
  const result: BrowserResult = { machine: describeMachine(stage.browser.version()), seed };
  const times = (slowdown: number) => (slowdown === 1 ? 'at full speed' : `slowed down ${slowdown} times`);
  if (only.includes('first'))
    result.first = await each(slowdowns, (slowdown) => {
      tell(`${visits} first and second visits, ${times(slowdown)} ...`);
      return measureVisits(stage, visits, slowdown);
    });
  if (only.includes('clicks'))
    result.clicks = await each(slowdowns, (slowdown) => {
      tell(`${clicks} clicks, ${times(slowdown)} ...`);
      return measureClicks(stage, clicks, slowdown, seed);
    });
  if (only.includes('heap')) {
    tell('A thousand clicks for the heap, about nine minutes ...');
    result.heap = await measureHeap(stage, seed);
  }
  if (only.includes('screens'))
    result.screens = await each(slowdowns, (slowdown) => {
      tell(`Screens, ${times(slowdown)} ...`);
      return measureScreens(stage, slowdown, seed);
    });
  return result;
}

/** Tables for people. */
function print({ machine, first, clicks, heap, screens }: BrowserResult): void {
  const { cpu, cores, chromium, load } = machine;
  tell(`Chromium ${chromium} on ${cpu}, ${cores} cores, load ${load.toFixed(1)}; medians, milliseconds`);
  if (first)
    console.table(
      first.flatMap(({ slowdown, ...both }) =>
        (['first', 'second'] as const).map((visit) => {
          const of = both[visit];
          return {
            ...{ visit, slowdown, film: ms(of.firstFilm), by: of.marked ? 'mark' : 'Like' },
            ...{ list: ms(of.list), fcp: ms(of.fcp), lcp: ms(of.lcp) },
            'longest task before': ms(of.longestTaskBefore),
            after: ms(of.longestTaskAfter),
            ...{
              'kB before': kB(of.bytesBefore),
              'kB in all': kB(of.bytes),
              'for later': kB(of.bytesForLater),
            },
          };
        }),
      ),
    );
  if (clicks)
    console.table(
      clicks.map(({ slowdown, painted, answered, changed, longTasks, longestTask, clicks: count }) => ({
        ...{ slowdown, clicks: count, painted: ms(painted.median), 'painted 95 %': ms(painted.p95) },
        ...{
          'next film': ms(answered.median),
          'next film 95 %': ms(answered.p95),
          changed: ms(changed.median),
        },
        ...{ 'long tasks': longTasks, longest: ms(longestTask) },
      })),
    );
  if (heap)
    console.table([
      ...heap.readings.map((reading) => ({ clicks: reading.clicks, MB: reading.bytes / 1e6 })),
      { clicks: 'growth', MB: heap.growth / 1e6 },
    ]);
  if (screens)
    console.table(
      screens.flatMap(({ slowdown, screens: all }) =>
        all.map(({ screen, first: once, again }) => ({
          slowdown,
          screen,
          first: ms(once),
          again: ms(again),
        })),
      ),
    );
}

await runMain(async () => {
  try {
    const options = readBrowserOptions(process.argv.slice(2));
    if (!options) return 0;
    const stage = await openStage();
    try {
      const result = await measure(stage, options);
      if (options.out) writeFileSync(options.out, `${JSON.stringify(result)}\n`);
      if (options.json) process.stdout.write(`${JSON.stringify(result)}\n`);
      else print(result);
    } finally {
      await stage.close();
    }
    return 0;
  } catch (error) {
    throw error instanceof EvaluationError ? new ExpectedError(error.message) : error;
  }
});
