import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from 'playwright';
import { createRandom, deriveSeed, type Random } from '../../src/lib/random';
import { startBrowser } from './browser';
import { recordPages, type Sight } from './page-recorder';
import { afterPress, press, standOf, untilReady } from './person';
import { readStoredLog } from './stored-log';

/** How a torture is set up. */
export interface TortureSetup {
  /** Where the built app is served, with a slash at the end. */
  url: string;
  /** An empty folder for the browser's profiles; whoever made it deletes it. */
  folder: string;
  /** Of what is pressed and when the browser is killed. */
  seed: number;
  /** Told what is going on, for people. */
  progress(line: string): void;
}

/** What was found after the kills. */
export interface KillFigures {
  kills: number;
  /** Clicks that the pages took. */
  clicks: number;
  /** Of these, clicks after which the page said that everything is saved. */
  shown: number;
  /** Of these, clicks that were not in the log after the kill, or not on the page. Must be 0. */
  lost: number;
  /** Starts after which the log could not be read whole. Must be 0. */
  unreadable: number;
}

/** At most so many clicks between two kills. */
const CLICKS = 8;
/** The kill comes at most so long after the last click, or after the page began to load, in milliseconds. */
const LONGEST_DELAY = { afterClick: 250, loading: 1000 };

/** When the browser is killed. */
interface Moment {
  /** Clicks before; 0 while the page is still loading. */
  clicks: number;
  /** Milliseconds after the last click. */
  delay: number;
}

/** Soon after a click rather than late: that is when it is being written. */
function momentOf(random: Random): Moment {
  const clicks = random.integer(CLICKS + 1);
  if (clicks === 0) return { clicks, delay: random.integer(LONGEST_DELAY.loading) };
  return { clicks, delay: LONGEST_DELAY.afterClick * random.next() ** 3 };
}

/** What the pages on one browser profile showed. */
class Witness {
  readonly made = new Set<string>();
  readonly shown = new Set<string>();

  /** What to do with the sights of one more page: its "Saved" is about what it has itself, not about what another had. */
  watch(): (sight: Sight) => void {
    const onPage = new Set<string>();
    return ({ made, saved }) => {
      for (const id of made) {
        onPage.add(id);
        this.made.add(id);
      }
      if (saved) for (const id of onPage) this.shown.add(id);
    };
  }

  /** Ids shown as saved that are not in the log as it is stored now, or not on the page. @throws Error where it cannot be read */
  async missing(page: Page): Promise<string[]> {
    const shown = [...this.shown];
    const stored = new Set((await readStoredLog(page)).map(({ id }) => id));
    const told = await page.evaluate(() => {
      const { events, unreadable } = window.weightless.model.getState();
      return { ids: events.map(({ id }) => id), unreadable };
    });
    if (told.unreadable > 0) throw new Error(`The page cannot read ${told.unreadable} events.`);
    const onPage = new Set(told.ids);
    return shown.filter((id) => !stored.has(id) || !onPage.has(id));
  }
}

/** Clicks until the moment of the kill has come. */
async function clickUntil({ clicks, delay }: Moment, page: Page, random: Random): Promise<void> {
  let stand = await standOf(page);
  for (let click = 1; click < clicks; click++) {
    await press(page, stand, random);
    stand = await afterPress(page, stand);
  }
  await press(page, stand, random);
  await wait(delay);
}

/** Kills the browser again and again while somebody rates, and looks each time whether what was shown as saved is there. */
export async function torturedByKills(
  { url, folder, seed, progress }: TortureSetup,
  kills: number,
): Promise<KillFigures> {
  const figures: KillFigures = { kills, clicks: 0, shown: 0, lost: 0, unreadable: 0 };
  const lost = new Set<string>();
  let profile = await mkdtemp(join(folder, 'kills-'));
  let witness = new Witness();

  /** Looks for what was shown as saved. @throws Error where the log cannot be read */
  const look = async (page: Page, round: number) => {
    await untilReady(page);
    for (const id of await witness.missing(page)) {
      if (!lost.has(id)) progress(`After kill ${round} the click ${id} is lost, which was shown as saved.`);
      lost.add(id);
    }
    const isDiscarded = await page.evaluate(() => window.weightless.session.getState().discarded);
    if (isDiscarded) progress(`After kill ${round} the browser found its storage damaged and deleted it.`);
  };
  /** From one kill to the next; the last is for looking only. @returns whether the log could be read, where somebody looked */
  const live = async (round: number) => {
    const random = createRandom(deriveSeed(seed, 'kills', round));
    const moment = momentOf(random);
    const browser = await startBrowser(profile, url);
    try {
      const { page } = browser;
      await recordPages(browser.context, witness.watch());
      const loading = page.goto(url);
      // A page that is killed while it is loading is expected.
      loading.catch(() => {});
      if (round < kills && moment.clicks === 0) {
        await wait(moment.delay);
        return true;
      }
      try {
        await loading;
        await look(page, round);
      } catch (error) {
        progress(`After kill ${round} the log cannot be read: ${error}`);
        return false;
      }
      if (round < kills) await clickUntil(moment, page, random);
      return true;
    } finally {
      await browser.kill();
    }
  };
  const count = () => {
    figures.clicks += witness.made.size;
    figures.shown += witness.shown.size;
  };

  for (let round = 0; round <= kills; round++) {
    const isReadable = await live(round);
    if (round % 10 === 9 && round < kills) progress(`${round + 1} of ${kills} kills`);
    if (isReadable) continue;
    figures.unreadable++;
    // All that was shown as saved is out of reach with it.
    for (const id of witness.shown) lost.add(id);
    count();
    profile = await mkdtemp(join(folder, 'kills-'));
    witness = new Witness();
  }
  count();
  return { ...figures, lost: lost.size };
}
