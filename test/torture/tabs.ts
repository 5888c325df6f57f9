import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { Page } from 'playwright';
import type { UnsavedEvent } from '../../src/events/rating-event';
import { createRandom, deriveSeed } from '../../src/lib/random';
import { PATIENCE, startBrowser } from './browser';
import type { TortureSetup } from './kills';
import { recordPages } from './page-recorder';
import { afterPress, press, standOf, untilReady } from './person';
import { readStoredLog } from './stored-log';

/** What was found after several tabs took clicks at once. */
export interface TabFigures {
  tabs: number;
  /** Clicks that the tabs took, together. */
  clicks: number;
  /** Events in the log as it is stored. Must be as many. */
  events: number;
  /** Whether every tab has the events of the log, each the same, in the one order; also after a reload. Must be so. */
  sameEvents: boolean;
  /** Whether the models of all tabs have the same bytes, and are what the log says, built from nothing; also after a reload. Must be so. */
  sameModel: boolean;
}

/** Clicks in one tab. @throws Error where the tab takes no clicks any more */
async function clickIn(page: Page, clicks: number, seed: number, onClick: (made: number) => void) {
  const random = createRandom(seed);
  let stand = await standOf(page);
  let lastMade = performance.now();
  while (stand.made < clicks) {
    await press(page, stand, random);
    const after = await afterPress(page, stand);
    if (after.made > stand.made) {
      lastMade = performance.now();
      onClick(after.made);
    }
    if (performance.now() > lastMade + PATIENCE) throw new Error('A tab takes no clicks any more.');
    stand = after;
  }
  return stand.made;
}

/** What a tab has in the end. */
interface TabEnd {
  events: readonly UnsavedEvent[];
  /** Of the model, as text. */
  bytes: string;
  /** Whether a model built from nothing out of the log is the same. */
  asFromNothing: boolean;
  unsaved: number;
}

const tellTab = (page: Page): Promise<TabEnd> =>
  page.evaluate(async () => {
    await window.weightless.settled();
    const { model, saving } = window.weightless;
    const { check, stateBytes } = model.getState();
    const checked = await check();
    return {
      events: [...model.getState().events],
      bytes: [...stateBytes()].join(),
      asFromNothing: checked?.identical === true,
      unsaved: saving.getState().unsaved,
    };
  });

/** Lets somebody rate in several tabs at once, and looks whether all of them and the log agree in the end. */
export async function torturedByTabs(
  { url, folder, seed, progress }: TortureSetup,
  tabs: number,
  clicks: number,
): Promise<TabFigures> {
  const browser = await startBrowser(await mkdtemp(join(folder, 'tabs-')), url);
  try {
    await recordPages(browser.context, () => {});
    const pages = [browser.page];
    while (pages.length < tabs) pages.push(await browser.openWindow());
    for (const page of pages) {
      await page.goto(url);
      await untilReady(page);
    }
    const onClick = (tab: number) => (made: number) => {
      if (made % 100 === 0) progress(`tab ${tab + 1}: ${made} of ${clicks} clicks`);
    };
    const made = await Promise.all(
      pages.map((page, tab) => clickIn(page, clicks, deriveSeed(seed, 'tabs', tab), onClick(tab))),
    );
    const total = made.reduce((sum, own) => sum + own, 0);
    // What one tab saved last is on its way to the others; should it not arrive, the figures say so.
    const arrived = (page: Page) =>
      page.waitForFunction((n) => window.weightless.model.getState().events.length === n, total, {
        timeout: 30_000,
      });
    await Promise.all(pages.map((page) => arrived(page).catch(() => {})));
    const log = await readStoredLog(browser.page);
    const live = await Promise.all(pages.map(tellTab));
    // What a page has on screen may not tell yet in which row its last click is; opened anew it tells everything.
    const reopened = await Promise.all(
      pages.map(async (page) => {
        await page.reload();
        await untilReady(page);
        return tellTab(page);
      }),
    );
    const ids = log.map(({ id }) => id).join();
    const isWhole = ({ events, unsaved }: TabEnd) =>
      unsaved === 0 && events.map(({ id }) => id).join() === ids;
    const ends = [...live, ...reopened];
    return {
      tabs,
      clicks: total,
      events: log.length,
      sameEvents: ends.every(isWhole) && reopened.every(({ events }) => isDeepStrictEqual(events, log)),
      sameModel: ends.every(({ bytes, asFromNothing }) => asFromNothing && bytes === ends[0].bytes),
    };
  } finally {
    await browser.context.close();
  }
}
