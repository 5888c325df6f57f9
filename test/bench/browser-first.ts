import type { BrowserContext } from 'playwright';
import { knownMedian, median, quantile } from './browser-figures';
import { isReady, type LongTask, markOf, notesOf, until } from './browser-page';
import { newPage, type Stage } from './browser-server';
import { bytesOf, type Transfers, watchTransfers } from './browser-transfers';

/** One visit; times in milliseconds since the navigation. */
export interface Visit {
  /** When the first film and its buttons answered: by the app's mark, or when Like was in view where it sets none. */
  firstFilm: number;
  /** Whether the app set the mark. */
  marked: boolean;
  /** When Like could be pressed, and when the list was there, as seen from outside to within a frame. */
  answers: number | null;
  list: number | null;
  fcp: number | null;
  lcp: number | null;
  /** When the model was ready and nothing had been received for half a second; rough. */
  settled: number;
  longTasks: LongTask[];
  /** Bytes on the wire that had come before the first film, without what the service worker fetched for later. */
  bytesBefore: number;
  /** All bytes of the visit, and those of them that the service worker fetched for later. */
  bytes: number;
  bytesForLater: number;
  /** Paths of what had come before the first film. */
  before: string[];
}

/** How long nothing may come before a visit counts as complete. */
const QUIET_MS = 500;

async function visit(context: BrowserContext, url: string, slowdown: number, transfers: Transfers) {
  transfers.clear();
  const page = await newPage(context, slowdown);
  await page.goto(url);
  await until('the first film', async () => (await notesOf(page)).answers !== null, { patience: 120_000 });
  await until('the model', () => isReady(page), { patience: 120_000 });
  // The second visit is that of somebody whose first one was complete: the app is there offline.
  await page.evaluate(async () => {
    await Promise.race([
      navigator.serviceWorker?.ready,
      new Promise((resolve) => setTimeout(resolve, 60_000)),
    ]);
  });
  let seen = -1;
  let since = performance.now();
  await until(
    'the network to rest',
    async () => {
      const { length } = await transfers.received();
      if (length !== seen) since = performance.now();
      seen = length;
      return performance.now() - since > QUIET_MS;
    },
    { patience: 120_000 },
  );
  const mark = await markOf(page);
  const notes = await notesOf(page);
  const { origin, now } = await page.evaluate(() => ({
    origin: performance.timeOrigin,
    now: performance.now(),
  }));
  const firstFilm = mark ?? notes.answers ?? Number.NaN;
  const received = await transfers.received();
  const earlier = received.filter(({ end, forLater }) => !forLater && end <= origin + firstFilm);
  await page.close();
  const result: Visit = {
    firstFilm,
    marked: mark !== null,
    ...{ answers: notes.answers, list: notes.list, fcp: notes.fcp, lcp: notes.lcp },
    settled: now - QUIET_MS,
    longTasks: notes.longTasks,
    bytesBefore: bytesOf(earlier),
    bytes: bytesOf(received),
    bytesForLater: bytesOf(received.filter(({ forLater }) => forLater)),
    before: earlier.map((transfer) => transfer.url.slice(url.length - 1)),
  };
  return result;
}

/** The medians of some visits; `longestTask` and `longTasks` are the medians of each visit's longest and of their number. */
function summarize(visits: readonly Visit[]) {
  const tasks = (of: Visit, before: boolean) =>
    of.longTasks.filter(({ start }) => start < of.firstFilm === before).map(({ millis }) => millis);
  const longest = (before: boolean) => median(visits.map((of) => Math.max(0, ...tasks(of, before))));
  return {
    visits: visits.length,
    marked: visits.every(({ marked }) => marked),
    firstFilm: median(visits.map(({ firstFilm }) => firstFilm)),
    firstFilm95: quantile(
      visits.map(({ firstFilm }) => firstFilm),
      0.95,
    ),
    answers: knownMedian(visits.map(({ answers }) => answers)),
    list: knownMedian(visits.map(({ list }) => list)),
    fcp: knownMedian(visits.map(({ fcp }) => fcp)),
    lcp: knownMedian(visits.map(({ lcp }) => lcp)),
    longestTaskBefore: longest(true),
    longestTaskAfter: longest(false),
    longTasksBefore: median(visits.map((of) => tasks(of, true).length)),
    longTasksAfter: median(visits.map((of) => tasks(of, false).length)),
    bytesBefore: median(visits.map(({ bytesBefore }) => bytesBefore)),
    bytes: median(visits.map(({ bytes }) => bytes)),
    bytesForLater: median(visits.map(({ bytesForLater }) => bytesForLater)),
  };
}

/** First and second visits at one speed. */
export async function measureVisits(stage: Stage, visits: number, slowdown: number) {
  const first: Visit[] = [];
  const second: Visit[] = [];
  // One more, whose figures are left out: it warms the browser and the server up.
  for (let n = 0; n <= visits; n++) {
    const context = await stage.newContext();
    try {
      const transfers = watchTransfers(context);
      const pair = [
        await visit(context, stage.url, slowdown, transfers),
        await visit(context, stage.url, slowdown, transfers),
      ];
      if (n > 0) {
        first.push(pair[0]);
        second.push(pair[1]);
      }
    } finally {
      await context.close();
    }
  }
  return {
    slowdown,
    first: summarize(first),
    second: summarize(second),
    every: { first, second },
  };
}
