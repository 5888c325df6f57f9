import type { Page } from 'playwright';

/** The mark of the moment at which the first film and its buttons answer. */
export const FIRST_FILM_MARK = 'weightless:first-film';

/** A task that kept the page's thread for 50 ms or longer; times in milliseconds since the navigation. */
export interface LongTask {
  start: number;
  millis: number;
}

/** A click, in milliseconds. */
export interface TimedClick {
  /** Since the page was opened, as the event tells: when the button was let go. */
  at: number;
  /** From `at` until the list had its new order in the document; until the next film was, where the order is as before. */
  changed: number;
  /** From `at` until the first task after the frame in which the next film was drawn. */
  answered: number;
  /** The same of the list in its new order; of the next film where the order is as before. */
  painted: number;
}

/** What the page notes by itself, from before its first script on. */
export interface Notes {
  longTasks: LongTask[];
  /** First and largest contentful paint, in milliseconds since the navigation. */
  fcp: number | null;
  lcp: number | null;
  /** When Like could first be pressed and was in view, to within a frame; when the list was there. */
  answers: number | null;
  list: number | null;
  clicks: TimedClick[];
}

declare global {
  interface Window {
    benchNotes: Notes;
  }
}

/** In the page, before everything else: notes what is to be measured. Needs no other code, and evaluates none. */
function takeNotes(): void {
  const notes: Notes = { longTasks: [], fcp: null, lcp: null, answers: null, list: null, clicks: [] };
  window.benchNotes = notes;
  const observe = (type: string, take: (entry: PerformanceEntry) => void) =>
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true });
  observe('longtask', ({ startTime, duration }) => {
    notes.longTasks.push({ start: startTime, millis: duration });
  });
  observe('paint', ({ name, startTime }) => {
    if (name === 'first-contentful-paint') notes.fcp = startTime;
  });
  observe('largest-contentful-paint', ({ startTime }) => {
    notes.lcp = startTime;
  });

  const like = () =>
    [
      ...document.querySelectorAll<HTMLButtonElement>(
        'section[aria-label="The film to judge"] button:not(:disabled)',
      ),
    ].some(({ textContent }) => textContent === 'Like');
  const look = () => {
    if (notes.list === null && document.querySelector('ol[aria-label^="Films for you"] li'))
      notes.list = performance.now();
    if (notes.answers === null && like() && !document.querySelector('[data-settling]'))
      notes.answers = performance.now();
    if (notes.list === null || notes.answers === null) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);

  /** A click is over for the screen after so many milliseconds: before that, nothing is left to be drawn but what glides. */
  const OVER_MS = 380;
  const channel = new MessageChannel();
  let click: TimedClick | null = null;
  let changed = 0;
  let inList = false;
  channel.port1.onmessage = () => {
    if (click === null) return;
    const now = performance.now();
    const drawn = { changed: changed - click.at, painted: now - click.at };
    // The first change is the next film; that of the list, where there is one, is the new order.
    if (click.answered === 0) Object.assign(click, drawn, { answered: drawn.painted });
    else if (inList) Object.assign(click, drawn);
  };
  const changes = new MutationObserver((records) => {
    if (click === null) return;
    changed = performance.now();
    inList = records.some(({ target }) => target instanceof Element && target.closest('main ol') !== null);
    requestAnimationFrame(() => channel.port2.postMessage(null));
  });
  addEventListener(
    'click',
    ({ timeStamp, isTrusted, target }) => {
      const main = document.querySelector('main');
      // A press that misses its button, because a notice has moved it, is answered by nothing.
      const hits = target instanceof Element && target.closest('button') !== null;
      if (!isTrusted || !main || !hits) return;
      const own = { at: timeStamp, changed: 0, answered: 0, painted: 0 };
      click = own;
      // Words, rows and their places; not the marks that a press has on its button.
      changes.observe(main, { subtree: true, childList: true, characterData: true });
      setTimeout(() => {
        if (click !== own) return;
        changes.disconnect();
        if (own.answered > 0) notes.clicks.push(own);
        click = null;
      }, OVER_MS);
    },
    { capture: true },
  );
}

/** Lets every document of a page take notes from now on. */
export async function watchPage(page: Page): Promise<void> {
  // tsx compiles functions to name themselves by a helper, which the page has to have too.
  await page.addInitScript('globalThis.__name = (named) => named');
  await page.addInitScript(takeNotes);
}

/** @returns when the mark was set, in milliseconds since the navigation; null where it was not */
export const markOf = (page: Page): Promise<number | null> =>
  page.evaluate((name) => performance.getEntriesByName(name)[0]?.startTime ?? null, FIRST_FILM_MARK);

export const notesOf = (page: Page): Promise<Notes> => page.evaluate(() => window.benchNotes);

/**
 * Waits until a condition holds; asks from outside, because the page's policy forbids the code that Playwright would wait by.
 * @throws if it does not hold within `patience` milliseconds
 */
export async function until(
  what: string,
  holds: () => Promise<boolean>,
  { every = 50, patience = 60_000 } = {},
): Promise<void> {
  const end = performance.now() + patience;
  while (!(await holds())) {
    if (performance.now() > end) throw new Error(`Waited in vain for ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, every));
  }
}

/** Whether a model is open and films are up. */
export const isReady = (page: Page): Promise<boolean> =>
  page.evaluate(() => window.weightless?.model.getState().phase === 'ready');
